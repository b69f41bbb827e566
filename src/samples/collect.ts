import { firstName } from "./personal-words.ts";
import { heardWords, type Plan } from "./plan-deed.ts";
import type { Slot, Words } from "./slot.ts";
import { shuffled, vary } from "./speech/vary.ts";
import type { Stage } from "./stage.ts";

/**
 * The caller says what they want, with some of the slots in the same breath. Returns the slots that are still to be
 * asked for. `requests` are templates that end where a slot may follow.
 */
export function openRequest(stage: Stage, requests: readonly string[], plan: Plan): Slot[] {
  const { random } = stage;
  const missing: Slot[] = [];
  const parts: string[] = [];
  for (const slot of shuffled(random, plan.deed.slots)) {
    const words = heardWords(plan, slot);
    if (words === null) continue;
    if (slot.within === null || !random.chance(0.65)) {
      missing.push(slot);
      continue;
    }
    const part = vary(random, slot.within(sayOnce(stage, slot, words)));
    if (whatIsWanted.includes(slot.name)) parts.unshift(part);
    else parts.push(part);
  }
  const request = vary(random, random.pick(requests));
  stage.callerSays(`${[request, ...parts].join(" ")}[.||, please.| if that's possible.]`);
  return plan.deed.slots.filter((slot) => missing.includes(slot));
}

/** Said right behind the verb. */
const whatIsWanted: readonly Slot["name"][] = ["items", "service"];

/** Asks for the slots, up to three at a time; begins and ends behind a turn of the caller. */
export function collect(stage: Stage, slots: readonly Slot[], plan: Plan): void {
  const left = slots.filter((slot) => heardWords(plan, slot) !== null);
  let named = false;
  while (left.length > 0) {
    const asked = left.splice(0, 1 + stage.random.below(Math.min(3, left.length)));
    const thanks =
      named && stage.random.chance(0.5) ? `[Thanks|Thank you|Great], ${firstName(stage)}. ` : usualThanks;
    ask(stage, asked, thanks);
    named = asked.some((slot) => slot.name === "name");
    const answers = asked.map((slot) => {
      const words = heardWords(plan, slot) ?? slot.right;
      return vary(stage.random, slot.answer(sayOnce(stage, slot, words)));
    });
    stage.callerSays(`${answers.join(stage.random.pick([", and ", ", ", ". "]))}.`);
    for (const slot of asked) mishear(stage, slot, plan);
  }
}

const usualThanks = "[|Sure. |Okay. |Great. |Thanks. |Alright. |Of course. |Perfect. ]";

function ask(stage: Stage, asked: readonly Slot[], thanks: string): void {
  const { random } = stage;
  if (stage.happens("empty_reply")) {
    stage.agentSays("", "empty_reply");
    stage.callerSays("[hello?|are you there?|hello? can you hear me?]");
  }
  const questions = asked.map((slot) => vary(random, random.pick(slot.ask)));
  const question = questions.join(" ");
  if (stage.happens("interruption")) {
    stage.agentSays(`${random.pick(preambles)}—`, "interrupted");
    stage.callerSays("[yeah yeah, that's fine|okay, sorry, go on|sorry, what do you need?|right, got it]");
  }
  stage.agentSays(`${thanks}${question}`);
}

const preambles = [
  "Before we go on, I just want to let you know that all our calls are ",
  "Just so you know, we ask everybody to ",
  "Our cancellation policy says that up to twenty four hours before you can ",
  "While I have you on the line, we also have a special this month for ",
];

/** The value, now and then after a slip of the caller's own tongue. */
function sayOnce(stage: Stage, slot: Slot, words: Words): string {
  if (slot.wrong === null || words !== slot.right || !["date", "time", "party"].includes(slot.name))
    return words.said();
  if (!stage.happens("self_correction")) return words.said();
  const repair = stage.random.pick([
    ", no, make that ",
    ", no wait, ",
    ", sorry, I mean ",
    ", actually no, ",
  ]);
  return `${slot.wrong.said()}${repair}${words.said()}`;
}

/** The agent reads back another value than it was told, and is put right at once. */
function mishear(stage: Stage, slot: Slot, plan: Plan): void {
  if (slot.wrong === null || plan.astray?.slot === slot || slot.name === "phone") return;
  if (!stage.happens("misheard_reply")) return;
  stage.agentSays(`[So that's |So |You said |Just to check, ]${slot.wrong.echo()}?`, "contradicted");
  stage.callerSays(`No, ${stage.random.pick(["", "I said ", "it's "])}${slot.right.said()}.`);
}
