import { askForMissing, interrupt } from "./ask.ts";
import { confirm } from "./confirm.ts";
import { fieldsOf, type Given, give } from "./give.ts";
import { resultOf } from "./results.ts";
import { agentSays, agentUses, callerSays, type MadeUse, type Stage } from "./stage.ts";
import type { MadeTool } from "./tools.ts";
import { use } from "./use.ts";
import { requestWords } from "./wish-words.ts";

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
    const details = tool.parameters.filter((one) => one.required).map((one) => give(stage, one, given));
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
  const details = order.map((one) => give(stage, one, given));
  const between = stage.scene.voice.lowerCase ? " " : draw.pick([" ", ", ", " "]);
  const wish = requestWords(stage, tool);
  if (draw.chance(0.08) && details.length > 0) return [...details, wish].join(", ");
  return (
    [wish, ...details].join(between) +
    (draw.chance(0.1) ? draw.pick([" please", ", please", " thanks", "?"]) : "")
  );
}
