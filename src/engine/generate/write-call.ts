import { identifierWords } from "../text/split-words.ts";
import { encodeText } from "../text/values.ts";
import { type Desk, mark, type PlannedTool } from "./desk.ts";
import type { Field } from "./orders.ts";
import { literalPlace } from "./place.ts";
import { writeFields } from "./write-fields.ts";
import { writeText } from "./write-text.ts";
import { writeValue } from "./write-value.ts";

export interface CallOrder {
  /** Tools to choose from. */
  readonly tools: readonly PlannedTool[];
  /** The marks that can stand behind the call; one of them is decided in the end, and not written. */
  readonly terminators: readonly number[];
  /** Told which tool was chosen, and when its arguments would be valid if they ended here. */
  readonly choose: (tool: PlannedTool) => void;
  readonly settle: (fields: readonly Field[]) => void;
}

/** Writes `<call> tag name { <argument> … }*` and answers the arguments; null where none are valid. */
export async function writeCall(desk: Desk, order: CallOrder): Promise<string | null> {
  desk.pen.write(mark(desk, "<call>"));
  const tool = await writeName(desk, order);
  if (tool === null) return null;
  order.choose(tool);
  const { planner, parameters } = tool;
  const plan = planner([parameters]);
  const fields = {
    planner,
    shapes: plan.objects,
    terminators: order.terminators,
    depth: 0,
    accepts: plan.accepts,
    settle: order.settle,
  };
  return writeFields(desk, fields, writeValue);
}

/** Of tools with the same words the first is meant. */
async function writeName(desk: Desk, { tools, terminators }: CallOrder): Promise<PlannedTool | null> {
  const start = literalPlace(
    tools.map((tool) => ({
      tokens: [tool.tag, ...encodeText(desk.vocabulary.tokenizer, identifierWords(tool.name))],
      meaning: tool,
    })),
  );
  const followers = [mark(desk, "<argument>"), ...terminators];
  return start && writeText(desk, { start, followers, accepts: () => true });
}
