import type { BfclEntry } from "../../../domain/case.ts";
import { type BfclExpectation, type BfclToolCall, callFault } from "./bfcl-call.ts";
import type { BfclFault } from "./bfcl-values.ts";
import { type PythonObject, type PythonValue, parsePython } from "./python-value.ts";

/** A function call as text, in the order in which a model made them. */
export interface RawToolCall {
  readonly name: string;
  readonly arguments: string;
}

export interface BfclOptions {
  /** Dots in names count as underscores, as they do for providers that allow no dots. */
  readonly dots: "kept" | "underscores";
}

/**
 * What BFCL's published rules (bfcl-eval 2026.3.23, Python categories, function-calling models) say of a reply: null where
 * it passes, else the fault they name. Their quirks are kept, since that is what the mode is for: a call that can't be read
 * passes as an abstention, `parallel` takes the first call that fits, `multiple` looks at the first call alone.
 */
export function bfclFault(
  entry: BfclEntry,
  toolCalls: readonly RawToolCall[],
  options: BfclOptions,
): BfclFault | null {
  const given = toolCalls.map(({ name, arguments: text }) => ({ name, arguments: parsePython(text) }));
  if (entry.category.includes("relevance")) return relevanceFault(entry.category, given);
  if (given.some((made) => made.arguments === undefined)) return "ast_decoder:decoder_failed";
  const decoded = given.flatMap((made) => (isToolCall(made) ? [made] : []));
  if (decoded.length < given.length) return "ast_decoder:decoder_wrong_output_format";
  return answerFault(entry, decoded, options);
}

interface Decoded {
  readonly name: string;
  readonly arguments: PythonValue | undefined;
}

function isToolCall(made: Decoded): made is BfclToolCall {
  return made.arguments instanceof Map;
}

/** Any call that can be read counts, right or wrong. */
function relevanceFault(category: string, given: readonly Decoded[]): BfclFault | null {
  const isCall = given.length > 0 && given.every(isToolCall);
  if (category.includes("irrelevance")) return isCall ? "irrelevance_error:decoder_success" : null;
  return isCall ? null : "relevance_error:decoder_failed";
}

function answerFault(
  entry: BfclEntry,
  given: readonly BfclToolCall[],
  options: BfclOptions,
): BfclFault | null {
  const expected = expectationsOf(entry, options);
  if (entry.category.includes("parallel")) return parallelFault(expected, given);
  const kind = entry.category.includes("multiple") ? "multiple" : "simple";
  const [wanted, made] = [expected[0], given[0]];
  const isCountRight = kind === "simple" ? given.length === 1 : given.length === expected.length;
  if (!isCountRight || wanted === undefined || made === undefined)
    return `${kind}_function_checker:wrong_count`;
  return callFault(wanted, made);
}

/** Each expectation takes the first call left that fits it, and gives none back. */
function parallelFault(
  expected: readonly BfclExpectation[],
  given: readonly BfclToolCall[],
): BfclFault | null {
  if (given.length !== expected.length) return "parallel_function_checker_no_order:wrong_count";
  const left = [...given];
  for (const wanted of expected) {
    const index = left.findIndex((made) => callFault(wanted, made) === null);
    if (index === -1) return "parallel_function_checker_no_order:cannot_find_match";
    left.splice(index, 1);
  }
  return null;
}

/** @throws TypeError where the entry's texts are not what BFCL publishes */
function expectationsOf(
  { category, functions, possibleAnswer }: BfclEntry,
  { dots }: BfclOptions,
): BfclExpectation[] {
  const described = objectsIn(parsePython(functions));
  const answers = objectsIn(parsePython(possibleAnswer ?? "[]"));
  const takesFirst = !category.includes("parallel") && !category.includes("multiple");
  return answers.map((answer) => {
    const [name = "", accepted] = [...answer][0] ?? [];
    const found = takesFirst ? described[0] : described.find((one) => one.get("name") === name);
    const parameters = found?.get("parameters");
    if (found === undefined || !(parameters instanceof Map))
      throw new TypeError(`BFCL describes no function ${name}`);
    const shown = String(found.get("name"));
    const required = parameters.get("required");
    return {
      name: dots === "underscores" ? shown.replaceAll(".", "_") : shown,
      properties: asObject(parameters.get("properties")),
      required: Array.isArray(required) ? required : [],
      accepted: asObject(accepted),
    };
  });
}

function objectsIn(value: PythonValue | undefined): PythonObject[] {
  return Array.isArray(value) ? value.filter((one) => one instanceof Map) : [];
}

function asObject(value: PythonValue | undefined): PythonObject {
  return value instanceof Map ? value : new Map();
}
