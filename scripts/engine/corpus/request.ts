import { askForMissing } from "./ask.ts";
import { confirm } from "./confirm.ts";
import { wander } from "./detours.ts";
import { fieldsOf, type Given, giveAll } from "./give.ts";
import { open, openInstead } from "./openings.ts";
import type { MadeParameter } from "./parameters.ts";
import { resultOf } from "./results.ts";
import { agentSays, agentUses, callerSays, type MadeUse, type Stage } from "./stage.ts";
import type { MadeTool } from "./tools.ts";
import { use } from "./use.ts";
import { requestWords } from "./wish-words.ts";
import { lines } from "./words/list.ts";

/** The caller wants something a tool does: the words for it, the details, the use and what comes of it. */
export function request(stage: Stage, tool: MadeTool, others: readonly MadeTool[] = []): void {
  const given: Given = new Map();
  takeKnown(stage, tool, given);
  open(stage, tool, given);
  const turnout = stage.eager ? "goes on" : wander(stage, tool, given);
  if (turnout === "dropped") return;
  if (turnout === "something else") requestInstead(stage, others.find((one) => one !== tool) ?? tool);
  else fulfil(stage, tool, given);
}

/** The agent has just asked for a detail of another wish. */
function requestInstead(stage: Stage, tool: MadeTool): void {
  const given: Given = new Map();
  takeKnown(stage, tool, given);
  openInstead(stage, tool, given);
  fulfil(stage, tool, given);
}

function fulfil(stage: Stage, tool: MadeTool, given: Given): void {
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
  callerSays(stage, parts.map((part) => part.words).join(draw.pick(joints)));
  const uses = parts.map(({ tool, given }): MadeUse => ({ tool, fields: fieldsOf(tool, given) }));
  const results = uses.map((one) => resultOf(stage, one));
  agentUses(
    stage,
    uses,
    results.map((result) => result.value),
    null,
  );
  agentSays(stage, bothDone);
}

const joints = [
  ", and ",
  " and also ",
  ", then ",
  " and ",
  ". also ",
  ", and then ",
  " plus ",
  ". and secondly ",
  ", and while we're at it ",
  ". oh and ",
  ", besides ",
  ". another thing, ",
  " and after that ",
];

const bothDone = lines(`Both are done.
[Done|Okay], that's both.
I've done both for you.
That's both taken care of.
All right, both are settled.
Two things done.
Both went through.
I took care of the two of them.
Okay, that's one and that's the other.
Both done. Anything else?
There you go, both are in.`);

/** What the caller said of themselves before needn't be said again, nor ids that a tool returned. */
function takeKnown(stage: Stage, tool: MadeTool, given: Given): void {
  const id = stage.ids.get(tool.thing);
  for (const parameter of tool.parameters) {
    const said = stage.known.get(parameter.role);
    if (!isPlainText(parameter)) continue;
    if (parameter.role === "code" && id !== undefined) given.set(parameter, { value: id, words: id });
    else if (typeof said?.value === "string" && parameter.required && parameter.role === "self")
      given.set(parameter, said);
  }
}

function isPlainText({ maker: { schema } }: MadeParameter): boolean {
  return schema["type"] === "string" && schema["pattern"] === undefined && schema["format"] === undefined;
}
