import type { Case } from "../../../domain/case.ts";
import { leavesOf } from "../../../domain/grounding/leaves.ts";
import { parseJson } from "../../../lib/json.ts";
import { groundingCheck } from "./case-grounding.ts";

/** An expected value that the model has no way to know. */
export interface UnreachableArgument {
  readonly tool: string;
  readonly parameter: string;
}

/**
 * Expected arguments that neither the caller, a tool, the prompt nor the schema gives: what a recogniser misheard, what
 * the agent looked up elsewhere. No model reaches them, so they are the ceiling of right arguments.
 */
export function unreachableArguments(question: Case): UnreachableArgument[] {
  const { expected, tools } = question;
  if (expected.kind === "reply") return [];
  const isUngrounded = groundingCheck(question);
  return expected.toolCalls.flatMap(({ name, arguments: text }) => {
    const tool = tools.find((one) => one.function.name === name);
    const leaves = leavesOf(parseJson(text) ?? {}, tool?.function.parameters);
    return leaves.filter(isUngrounded).map(({ path }) => ({ tool: name, parameter: path.join(".") }));
  });
}
