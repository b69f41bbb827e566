import type { Given } from "./give.ts";
import { agentSays, callerSays, type Stage } from "./stage.ts";
import type { MadeTool } from "./tools.ts";

/** Where the system prompt wants it, the caller is asked first. False where they don't want it any more. */
export function confirm(stage: Stage, tool: MadeTool, given: Given): boolean {
  const { draw } = stage.scene;
  agentSays(stage, questions, { s: summaryOf(tool, given) });
  if (draw.chance(0.12) && changeOne(stage, tool, given)) return true;
  if (draw.chance(0.07)) {
    callerSays(stage, draw.say(refusals));
    agentSays(stage, ["Okay, I won't.", "Alright, nothing done. Anything else?", "No problem."]);
    return false;
  }
  callerSays(stage, draw.say(agreements));
  return true;
}

const questions = [
  "So {s}. Is that right?",
  "{s}, correct?",
  "Let me confirm: {s}. Okay?",
  "I have {s}. Shall I go ahead?",
];

const changes = [
  "no, the {p} is {v}",
  "almost, make it {v}",
  "no, {v}",
  "wait, {v} please",
  "not quite, the {p} should be {v}",
];

const refusals = ["no, [never mind|forget it]", "no, leave it", "actually no", "hm no, not now"];

const agreements = [
  "yes",
  "yes please",
  "correct",
  "that's right",
  "[yeah|yep|sure]",
  "exactly",
  "go ahead",
  "perfect",
  "[yes|yeah], do it",
];

function summaryOf(tool: MadeTool, given: Given): string {
  const parts = tool.parameters.flatMap((one) => {
    const said = given.get(one);
    return said && one.role !== "items" ? [`${one.words} ${said.words}`] : [];
  });
  return parts.length === 0 ? `your ${tool.thing}` : parts.slice(0, 3).join(", ");
}

/** The caller corrects a detail, which counts as a yes to the rest. */
function changeOne(stage: Stage, tool: MadeTool, given: Given): boolean {
  const changed = tool.parameters.find((one) => given.has(one) && one.role !== "code");
  if (!changed) return false;
  const said = changed.maker.make(stage.scene);
  given.set(changed, said);
  callerSays(stage, stage.scene.draw.say(changes, { v: said.words, p: changed.words }));
  return true;
}
