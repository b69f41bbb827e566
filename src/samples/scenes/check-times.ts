import type { JsonObject } from "../../lib/json.ts";
import { collect, openRequest } from "../collect.ts";
import { perform } from "../perform.ts";
import { asPlanned, type Deed, heardWords, type Plan, planDeed } from "../plan-deed.ts";
import { argsOf, type Slot } from "../slot.ts";
import { dateSlot, drawDay, drawTime, type Hours, timeSlot, timeWords } from "../slots-of-time.ts";
import { isoDate, weekdayOf } from "../speech/dates.ts";
import { vary } from "../speech/vary.ts";
import type { Stage } from "../stage.ts";

/** What differs between a table, an appointment and a visit. */
export interface Bookable {
  /** "I'd like to book a table"; a slot may follow. */
  readonly requests: readonly string[];
  /** Known before a date is: the party, the treatment, the trade. */
  readonly wanted: readonly Slot[];
  /** Needed for the booking alone: name, phone, address. */
  readonly details: readonly Slot[];
  readonly hours: Hours;
  /** "table", "appointment", "visit". */
  readonly noun: string;
}

export interface Agreed {
  readonly date: Slot;
  readonly time: Slot;
}

/** What was looked up, and what else was offered where it is taken. */
export interface Looked extends Agreed {
  readonly minutes: number;
  readonly free: boolean;
  readonly others: readonly number[];
}

/** The caller asks for a day and a time, and hears whether that is free. Ends behind the agent. */
export function askForTime(stage: Stage, bookable: Bookable, mishapShare: number): Looked | "over" {
  const { hours } = bookable;
  const date = dateSlot(stage, drawDay(stage));
  const minutes = drawTime(stage, hours.from, hours.to);
  const time = timeSlot(stage, minutes, hours);
  const first = drawTime(stage, hours.from, hours.to, [minutes]);
  const others = [first, drawTime(stage, hours.from, hours.to, [minutes, first])];
  // Where the time is taken, "no, tomorrow" would be a new wish and not an objection.
  const objection = stage.mishap === "wrong_value" || stage.mishap === "recogniser_slip";
  const looked = { date, time, minutes, free: objection || !stage.happens("nothing_free"), others };
  const deed = checkDeed(stage, bookable, looked);
  const plan = stage.random.chance(mishapShare) ? planDeed(stage, deed) : asPlanned(deed);
  const missing = openRequest(stage, bookable.requests, plan);
  collect(stage, sundayFirst(stage, missing, plan), plan);
  return perform(stage, plan) === "over" ? "over" : looked;
}

/** The caller takes the time, or another where it is taken. */
export function agreeOn(
  stage: Stage,
  bookable: Bookable,
  { date, time, minutes, free, others }: Looked,
): Agreed {
  if (!free) return takeAnother(stage, bookable, { date, others, taken: minutes });
  agree(stage);
  return { date, time };
}

/** The caller asks for a day on which the business is closed, and hears so. */
function sundayFirst(stage: Stage, missing: readonly Slot[], plan: Plan): Slot[] {
  const date = missing.find((slot) => slot.name === "date");
  if (date === undefined || !stage.happens("agent_corrects_caller")) return [...missing];
  const sunday = stage.today + 7 - weekdayOf(stage.today);
  stage.agentSays("[What|Which] day [works for you|would you like]?");
  stage.callerSays(
    `[This|On|How about] ${stage.business("date", isoDate(sunday), "Sunday")}[?|.|, if you can.]`,
  );
  stage.agentSays([
    "[I'm sorry, we're|Sorry, we are] closed on Sundays. [Would another day work|Which other day would suit you]?",
    "[Actually, Sunday is|Sunday is] our day off. [Any other day|Could it be another day]?",
  ]);
  const words = heardWords(plan, date) ?? date.right;
  stage.callerSays(vary(stage.random, `[Oh, right. |Oh okay, |I see, then ]${date.answer(words.said())}.`));
  return missing.filter((slot) => slot !== date);
}

type Check = Pick<Looked, "date" | "time" | "free" | "others">;

function checkDeed(stage: Stage, { wanted, noun }: Bookable, { date, time, free, others }: Check): Deed {
  const slots = [...wanted, date, time];
  const times = others.map((minutes) => timeWords(stage, minutes));
  const offers = times.map((words) => words.echo()).join(" or ");
  return {
    tool: "check_availability",
    slots,
    lead: checking,
    result: (args) =>
      free
        ? { available: true, date: args["date"] ?? null, time: args["time"] ?? null }
        : { available: false, alternatives: times.map((words) => words.args["time"] ?? null) },
    done: (echo) =>
      free
        ? [
            `[Good news, |]${echo("time")} on ${echo("date")} is [free|available|open]. [Shall I book it|Would you like it|Should I put you down for that]?`,
            `[Yes, |][there's|I have] one ${noun} [left |]at ${echo("time")} on ${echo("date")}. [Do you want me to book it|Shall I take it]?`,
          ]
        : [
            `[I'm sorry, |Unfortunately ]${echo("time")} on ${echo("date")} is [taken|fully booked|gone]. I [have|could do] ${offers}.`,
            `[Hm, |]${echo("date")} at ${echo("time")} is not available. [How about|I could offer|What about] ${offers}?`,
          ],
  };
}

const checking = [
  "[Let me check|One moment|Let me have a look|I'll look that up][| for you].",
  "[Sure|Okay], [let me see what we have|checking that now].",
];

function agree(stage: Stage): void {
  stage.callerSays([
    "[Yes|Yeah|Yep|Sure], [please|go ahead|that works|book it|let's do that].",
    "[Perfect|Great|Sounds good], [I'll take it|please book it|yes].",
  ]);
}

interface Taken {
  readonly date: Slot;
  readonly others: readonly number[];
  readonly taken: number;
}

/** One of the times offered, or a new wish that is looked up again; neither makes the first check wrong. */
function takeAnother(stage: Stage, bookable: Bookable, { date, others, taken }: Taken): Agreed {
  if (stage.random.chance(0.6)) {
    const time = timeSlot(stage, stage.random.pick(others), bookable.hours);
    stage.callerSays(`[Okay, |Alright, |Then |]${time.right.said()}[ then| is fine| works|, please].`);
    return { date, time };
  }
  const wished = drawTime(stage, bookable.hours.from, bookable.hours.to, [taken, ...others]);
  const time = timeSlot(stage, wished, bookable.hours);
  stage.callerSays([
    `[Hmm, |]what about ${time.right.said()} then?`,
    `[And|Hm, and] ${time.right.said()}?`,
    `Do you have anything at ${time.right.said()}?`,
  ]);
  perform(stage, asPlanned(checkDeed(stage, bookable, { date, time, free: true, others: [] })));
  agree(stage);
  return { date, time };
}

/** Two days are looked up side by side; now and then one of the two fails and is looked up again. */
export function checkTwoDays(stage: Stage, bookable: Bookable): Agreed {
  const { hours } = bookable;
  const time = timeSlot(stage, drawTime(stage, hours.from, hours.to), hours);
  const earlier = drawDay(stage);
  const dates = [dateSlot(stage, earlier), dateSlot(stage, drawDay(stage, [earlier]))] as const;
  const deed = checkDeed(stage, bookable, { date: dates[0], time, free: true, others: [] });
  const plan = asPlanned({ ...deed, slots: deed.slots.filter((slot) => slot !== dates[0]) });
  collect(stage, openRequest(stage, bookable.requests, plan), plan);
  stage.agentSays("[And which|Which|And what] day[| would you like| suits you]?");
  stage.callerSays(
    `[Either |Maybe |]${dates.map((date) => date.right.said()).join(" or ")}[, whichever you have|, both work|].`,
  );
  const uses = dates.map((date) => {
    const args: JsonObject = argsOf([...bookable.wanted, date, time]);
    return {
      name: "check_availability",
      args,
      result: { available: true, date: args["date"] ?? null },
      succeeded: true,
    };
  });
  if (stage.happens("one_of_two_fails")) {
    const [first, second] = uses;
    const failed = uses.map((use) =>
      use === second ? { ...use, result: { success: false, error: "calendar timeout" } } : use,
    );
    stage.agentUses(failed, { correctedBy: uses }, checking);
    stage.agentUses(
      uses.filter((use) => use !== first),
      "good",
      ["", "[One of them didn't load|Sorry], let me look again."],
    );
  } else {
    stage.agentUses(uses, "good", checking);
  }
  stage.agentSays(
    `[Both|Both days] are [free|open] at ${time.right.echo()}. [Which one would you like|Which do you prefer]?`,
  );
  const date = stage.random.pick(dates);
  stage.callerSays([`${date.right.said()}[, please| then| is better].`, `Let's take ${date.right.said()}.`]);
  return { date, time };
}
