import type { JsonObject } from "../../lib/json.ts";
import { reference } from "../backend.ts";
import { collect, openRequest } from "../collect.ts";
import { perform } from "../perform.ts";
import { lastName, writtenNumber } from "../personal-words.ts";
import { asPlanned, type Deed, planDeed } from "../plan-deed.ts";
import { argsOf, type Slot } from "../slot.ts";
import { birthDateSlot, emailSlot, nameSlot, nationalIdSlot, phoneSlot } from "../slots-of-people.ts";
import { dateSlot, drawDay, drawTime, timeSlot, timeWords } from "../slots-of-time.ts";
import { treatmentSlot } from "../slots-of-work.ts";
import type { Stage } from "../stage.ts";
import { askFlow, bookFlow, dayWords } from "./book-flow.ts";
import { askQuestions, chat, complain, personOf, type Scene, wrongNumber } from "./shared.ts";

const hours = { from: 8, to: 17 };

export const dentalScenes = {
  booking: (stage) => bookFlow(stage, appointment(stage)),
  availability: (stage) => askFlow(stage, appointment(stage)),
  reschedule,
  cancel,
  complaint: complain,
  question: askQuestions,
  small_talk: chat,
  wrong_number: wrongNumber,
} satisfies Record<string, Scene>;

function appointment(stage: Stage) {
  const details = [nameSlot(stage, "patient_name"), phoneSlot(stage)];
  if (stage.random.chance(0.5)) details.push(birthDateSlot(stage));
  if (stage.random.chance(0.3)) details.push(emailSlot(stage));
  if (stage.random.chance(0.12)) details.push(nationalIdSlot(stage));
  return {
    requests: [
      "[I'd like|I need|Can I get|I want] [to make |to book |]an appointment",
      "[Do you have|Is there] an [opening|appointment]",
      "[I'm calling to|I want to|Can I] [book|schedule] [a visit|an appointment]",
    ],
    wanted: [treatmentSlot(stage)],
    details,
    hours,
    noun: "appointment",
  };
}

function reschedule(stage: Stage): "goodbye" | "over" {
  const found = lookUp(stage, [
    "[I need|I have|I'd like] to [move|reschedule|change] my appointment",
    "[Can I|Is it possible to] [move|reschedule] [my visit|my appointment]",
  ]);
  if (found === "over") return "over";
  const day = drawDay(stage, [found.day]);
  const time = timeSlot(stage, drawTime(stage, hours.from, hours.to, [found.minutes]), hours);
  const later = timeSlot(stage, drawTime(stage, hours.from, hours.to, [found.minutes, timeOf(time)]), hours);
  const deed: Deed = {
    tool: "reschedule_booking",
    slots: [found.booking, dateSlot(stage, day), time],
    lead: [
      "[Let me move it|Moving it now|One moment while I change that][| for you].",
      "[Sure|Okay], [one second|just a moment].",
    ],
    result: (args) => ({
      success: true,
      booking_id: args["booking_id"] ?? null,
      date: args["date"] ?? null,
      time: args["time"] ?? null,
    }),
    done: (echo) => [
      `[Done|All set], your appointment is now on ${echo("date")} at ${echo("time")}.`,
      `I've moved it to ${echo("date")} at ${echo("time")}[.|, see you then.]`,
    ],
    refusal: {
      slot: time,
      renewed: later,
      error: "slot_taken",
      asks: [
        "[I'm sorry, |Ah, ]that [one|time] was just taken. [What other time works|Which other time would suit you]?",
      ],
    },
  };
  const plan = planDeed(stage, deed);
  collect(stage, deed.slots.slice(1), plan);
  if (perform(stage, plan) === "over") return "over";
  stage.endAs("rescheduled");
  return "goodbye";
}

function cancel(stage: Stage): "goodbye" | "over" {
  const found = lookUp(stage, [
    "[I need|I have|I'd like] to cancel my appointment",
    "[Can you|Please] cancel [my visit|my appointment]",
  ]);
  if (found === "over") return "over";
  stage.agentSays("[Shall I cancel it|Do you want me to cancel it|Should I go ahead and cancel that]?");
  stage.callerSays(["[Yes|Yeah], [please|cancel it|go ahead][.|, something came up at work.|, I'm sick.]"]);
  const deed: Deed = {
    tool: "cancel_booking",
    slots: [found.booking],
    lead: ["[Cancelling it now|One moment|Okay, let me do that]."],
    result: (args) => ({ success: true, booking_id: args["booking_id"] ?? null, status: "cancelled" }),
    done: () => [
      "[Done|All right], [it's|your appointment is] cancelled. [Would you like a new one|Just call when you want a new one].",
      "[I've cancelled it|It's cancelled now][.|, feel better soon.]",
    ],
  };
  if (perform(stage, planDeed(stage, deed)) === "over") return "over";
  stage.endAs("cancelled");
  return "goodbye";
}

interface FoundBooking {
  /** A slot that nobody is asked for: the id comes from the lookup. */
  readonly booking: Slot;
  readonly day: number;
  readonly minutes: number;
}

/** Finds the caller's appointment; ends behind the caller, who was told of it. */
function lookUp(stage: Stage, requests: readonly string[]): FoundBooking | "over" {
  const day = drawDay(stage);
  const minutes = drawTime(stage, hours.from, hours.to);
  const bookingId = reference(stage.random, "BK-", 5);
  const at = timeWords(stage, minutes);
  const row: JsonObject = {
    booking_id: stage.business("reference", bookingId),
    date: dayArgument(stage, day),
    ...at.args,
  };
  const deed: Deed = {
    tool: "lookup_patient",
    slots: [nameSlot(stage, "patient_name"), birthDateSlot(stage)],
    lead: ["[Let me look you up|Let me find your file|One moment, I'm looking it up]."],
    result: () => ({
      found: true,
      patient: { name: personOf(stage), phone: writtenNumber(stage, stage.caller.number) },
      bookings: [row],
    }),
    done: () => [
      `[I see|I found|There is] your appointment on ${dayWords(stage, day)} at ${at.echo()}. [Is that the one|That one]?`,
      `[Thank you|Thanks], [Mr.|Ms.] ${lastName(stage)}. You're down for ${dayWords(stage, day)} at ${at.echo()}. [Is that right|Correct]?`,
    ],
  };
  const plan = stage.random.chance(0.35) ? planDeed(stage, deed) : asPlanned(deed);
  const missing = openRequest(stage, requests, plan);
  collect(stage, missing, plan);
  if (perform(stage, plan) === "over") return "over";
  stage.callerSays("[Yes|Yeah|Yep|Right], [that's the one|that one|exactly|that's it].");
  const booking = bookingSlot(stage, bookingId);
  return { booking, day, minutes };
}

function bookingSlot(stage: Stage, bookingId: string): Slot {
  const words = () => stage.business("reference", bookingId);
  const right = { said: words, echo: words, args: { booking_id: words() } };
  return {
    name: "reference",
    ask: [],
    within: null,
    answer: (said) => said,
    right,
    wrong: null,
    distinct: false,
    loose: null,
  };
}

function dayArgument(stage: Stage, day: number): string {
  return String(argsOf([dateSlot(stage, day)])["date"]);
}

function timeOf(slot: Slot): number {
  const [hour = 0, minute = 0] = String(slot.right.args["time"])
    .replace(/[^\d:]/g, "")
    .split(":")
    .map(Number);
  return hour * 60 + minute;
}
