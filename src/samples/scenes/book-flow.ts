import { reference } from "../backend.ts";
import { collect } from "../collect.ts";
import { perform } from "../perform.ts";
import { type Deed, planDeed } from "../plan-deed.ts";
import type { Slot } from "../slot.ts";
import { drawTime, timeSlot } from "../slots-of-time.ts";
import { fullDate, isoDate } from "../speech/dates.ts";
import { isoTime } from "../speech/times.ts";
import type { Stage } from "../stage.ts";
import { type Agreed, agreeOn, askForTime, type Bookable, checkTwoDays } from "./check-times.ts";

/** Asks what is free, agrees on a time, and books it. */
export function bookFlow(stage: Stage, bookable: Bookable): "goodbye" | "over" {
  const agreed = stage.happens("two_tool_calls_in_one_turn")
    ? checkTwoDays(stage, bookable)
    : checkOneDay(stage, bookable);
  return agreed === "over" ? "over" : book(stage, bookable, agreed);
}

/** The caller only wants to know. */
export function askFlow(stage: Stage, bookable: Bookable): "goodbye" | "over" {
  if (askForTime(stage, bookable, 1) === "over") return "over";
  stage.callerSays(
    "[Okay|Alright|Good to know], [I'll call back|let me think about it|I need to check with my wife first][|, thanks].",
  );
  stage.agentSays("[Sure|Of course], [call us any time|just call again when you're ready].");
  stage.endAs("info_given");
  return "goodbye";
}

function checkOneDay(stage: Stage, bookable: Bookable): Agreed | "over" {
  const looked = askForTime(stage, bookable, 0.35);
  return looked === "over" ? "over" : agreeOn(stage, bookable, looked);
}

function book(
  stage: Stage,
  { wanted, details, hours, noun }: Bookable,
  { date, time }: Agreed,
): "goodbye" | "over" {
  const later = drawTime(stage, hours.from, hours.to, timesInUse(stage, time));
  const bookingId = reference(stage.random, "BK-", 5);
  const settled = [...wanted, date, time];
  const deed: Deed = {
    tool: "create_booking",
    slots: [...settled, ...details],
    settled,
    lead: [
      "[Let me book that|I'm booking that now|One moment while I book it][| for you].",
      "[Thank you|Thanks|Perfect]. [One second|One moment].",
    ],
    result: (args) => ({
      success: true,
      booking_id: stage.business("reference", bookingId),
      date: args["date"] ?? null,
      time: args["time"] ?? null,
    }),
    done: (echo) => [
      `[You're all set|Done|All booked], your ${noun} is on ${echo("date")} at ${echo("time")}[.|. We'll see you then.]`,
      `[Wonderful, |Great, |]I've booked ${echo("date")} at ${echo("time")} [for you|under your name]. Your number is ${stage.business("reference", bookingId)}.`,
    ],
    refusal: {
      slot: time,
      renewed: timeSlot(stage, later, hours),
      error: "slot_no_longer_available",
      asks: [
        "[I'm sorry, |Oh, ]somebody just took that [slot|time]. [What other time would work|Which other time would you like]?",
      ],
    },
  };
  const plan = planDeed(stage, deed);
  collect(stage, details, plan);
  if (perform(stage, plan) === "over") return "over";
  stage.endAs("booked");
  return "goodbye";
}

/** Times that stand in the call already: a renewed one must be new. */
function timesInUse(stage: Stage, time: Slot): number[] {
  const uses = stage.turns.flatMap((turn) => (turn.role === "agent" ? turn.uses : []));
  const text = JSON.stringify([time.right.args, time.wrong?.args ?? null, uses]);
  return quarters.filter((minutes) => text.includes(isoTime(minutes)));
}

const quarters = Array.from({ length: 96 }, (_, quarter) => quarter * 15);

export function dayWords(stage: Stage, day: number): string {
  return stage.business("date", isoDate(day), fullDate(day));
}
