import { askForMissing, interrupt } from "./ask.ts";
import { confirm } from "./confirm.ts";
import { fieldsOf, type Given, giveAll } from "./give.ts";
import { resultOf } from "./results.ts";
import { agentSays, agentUses, callerSays, type MadeUse, type Stage } from "./stage.ts";
import { type MadeTool, withArticle } from "./tools.ts";
import { use } from "./use.ts";

/** The caller wants something a tool does: the words for it, the details, the use and what comes of it. */
export function request(stage: Stage, tool: MadeTool): void {
  const { draw } = stage.scene;
  const given: Given = new Map();
  takeKnown(stage, tool, given);
  const opening = openRequest(stage, tool, given);
  if (draw.chance(0.08)) {
    interrupt(stage, opening);
  } else callerSays(stage, opening);
  askForMissing(stage, tool, given);
  if (stage.confirms && !confirm(stage, tool, given)) return;
  use(stage, tool, given);
}

/** Two wishes in one breath, both complete: two calls in one reply. */
export function requestTwo(stage: Stage, first: MadeTool, second: MadeTool): void {
  const { draw } = stage.scene;
  const parts = [first, second].map((tool) => {
    const given: Given = new Map();
    const required = tool.parameters.filter((one) => one.required);
    const details = giveAll(stage, required, given);
    return { tool, given, words: [requestWords(stage, tool), ...details].join(" ") };
  });
  callerSays(
    stage,
    parts.map((part) => part.words).join(draw.pick([", and ", " and also ", ", then ", " and ", ". also "])),
  );
  const uses = parts.map(({ tool, given }): MadeUse => ({ tool, fields: fieldsOf(tool, given) }));
  const results = uses.map((one) => resultOf(stage, one));
  agentUses(
    stage,
    uses,
    results.map((result) => result.value),
    null,
  );
  agentSays(stage, ["Both are done.", "[Done|Okay], that's both.", "I've done both for you."]);
}

/** What the caller said of themselves before needn't be said again, nor ids that a tool returned. */
function takeKnown(stage: Stage, tool: MadeTool, given: Given): void {
  const id = stage.ids.get(tool.thing);
  for (const parameter of tool.parameters) {
    const said = stage.known.get(parameter.role);
    const fits =
      parameter.maker.schema["pattern"] === undefined && parameter.maker.schema["format"] === undefined;
    if (parameter.role === "code" && id !== undefined && fits) given.set(parameter, { value: id, words: id });
    else if (said && fits && parameter.required && parameter.role === "self") given.set(parameter, said);
  }
}

function openRequest(stage: Stage, tool: MadeTool, given: Given): string {
  const { draw } = stage.scene;
  const eagerness = stage.eager ? 1 : draw.random.pick([0, 0.2, 0.5, 0.8, 1]);
  const chosen = tool.parameters.filter(
    (one) =>
      !given.has(one) && one.gives.length > 0 && draw.chance(one.required ? eagerness : eagerness * 0.5),
  );
  const order = draw.chance(0.5) ? chosen : [...chosen].sort(() => draw.random.next() - 0.5);
  const details = giveAll(stage, order, given);
  const wish = requestWords(stage, tool);
  const at = draw.chance(0.16) ? draw.between(1, details.length) : 0;
  const words = joined(stage, [...details.slice(0, at), wish, ...details.slice(at)]);
  return words + (draw.chance(0.1) ? draw.pick([" please", ", please", " thanks", "?"]) : "");
}

/** In one breath or in several sentences. */
function joined({ scene: { draw, voice } }: Stage, parts: readonly string[]): string {
  const joints = voice.lowerCase ? breathless : draw.random.pick(writtenJoints);
  return parts.reduce((words, part) => {
    const joint = /^(?:and|oh|also|so|well|because|since|but)\b/.test(part) ? " " : draw.random.pick(joints);
    return words + joint + part;
  });
}

const breathless = [" ", " ", " ", " ", " and "];
const writtenJoints = [[" "], [", "], [". "], [" ", ", "], [", ", ". ", ", and "], [", ", ", ", " and "]];

export function requestWords(stage: Stage, tool: MadeTool): string {
  const { draw } = stage.scene;
  const my =
    stage.ids.has(tool.thing) && draw.chance(0.6)
      ? draw.pick(["it", "that"])
      : `${draw.pick(["my", "my", "the", "that"])} ${tool.thing}`;
  const words = { a: withArticle(tool.thing), my, n: tool.thing, ns: `${tool.thing}s` };
  const wish = tool.oddVerb
    ? draw.say(
        ["[I want|I'd like|I need] to {v} {my}", "[can|could] you {v} {a}", "please {v} {my}", "{v} {a}"],
        { ...words, v: tool.oddVerb },
      )
    : draw.say(tool.action.requests, words);
  return draw.chance(0.25)
    ? `${draw.say(["hi", "hello", "hey", "yes", "okay", "also", "good morning", "now"])}, ${wish}`
    : wish;
}
