import type { Json, JsonObject } from "../../../src/lib/json.ts";
import type { MadeParameter } from "./parameters.ts";
import type { Stage } from "./stage.ts";
import type { MadeTool } from "./tools.ts";
import type { Said } from "./values/value.ts";

/** What the caller has said for one use of a tool. */
export type Given = Map<MadeParameter, Said>;

/** The caller gives a value along with something else. */
export function give(stage: Stage, parameter: MadeParameter, given: Given): string {
  const { draw } = stage.scene;
  const said = parameter.maker.make(stage.scene);
  if (draw.chance(0.05)) {
    const meant = parameter.maker.make(stage.scene);
    keep(stage, parameter, meant, given);
    const wrong = draw.say(parameter.gives, { v: said.words, p: parameter.words });
    return `${wrong}${draw.pick([", no, ", ", sorry, ", ", I mean ", " no wait ", " uh make that ", ", or rather "])}${meant.words}`;
  }
  keep(stage, parameter, said, given);
  return draw.say(parameter.gives, { v: said.words, p: parameter.words });
}

function keep(stage: Stage, parameter: MadeParameter, said: Said, given: Given): void {
  given.set(parameter, said);
  if (parameter.role === "self") stage.known.set("self", said);
}

/** The caller answers a question. */
export function tell(stage: Stage, parameter: MadeParameter, given: Given): string {
  const said = parameter.maker.make(stage.scene);
  keep(stage, parameter, said, given);
  return stage.scene.draw.say(parameter.tells, { v: said.words, p: parameter.words });
}

/** The arguments, in the order of the parameters. */
export function fieldsOf(tool: MadeTool, given: Given): JsonObject {
  const fields: Record<string, Json> = {};
  for (const parameter of tool.parameters) {
    const said = given.get(parameter);
    if (said) fields[parameter.key] = said.value;
  }
  return fields;
}
