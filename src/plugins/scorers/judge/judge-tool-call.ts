import type { CountryCode } from "libphonenumber-js/min";
import type { ExpectedToolCall } from "../../../domain/case.ts";
import type { ArgumentVerdict, JudgedToolCall, ToolCallFault } from "../../../domain/judgement.ts";
import type { SchemaFault, ToolSchemas } from "../../../domain/tool-schemas.ts";
import { isSameJson, type Json, type JsonObject } from "../../../lib/json.ts";
import { parseKeptJsonObject } from "../../../lib/kept-json.ts";
import type { Day } from "../../../lib/spoken/days.ts";
import type { TextVerdicts } from "../comparators/comparator.ts";
import type { GroundingCheck } from "./case-grounding.ts";
import { compareArguments } from "./compare-arguments.ts";
import type { ParameterBook } from "./parameter-book.ts";
import type { ParameterTrees } from "./parameter-tree.ts";
import { type GivenToolCall, isOffered } from "./read-tool-calls.ts";

/** What is the same for all tool calls of a reply. */
export interface ReplyContext {
  readonly schemas: ToolSchemas;
  readonly book: ParameterBook;
  readonly parametersOf: ParameterTrees;
  readonly today: () => Day | null;
  readonly country: CountryCode;
  readonly texts: TextVerdicts | undefined;
  readonly isUngrounded: GroundingCheck;
}

/** An expected tool call beside the given one of the same tool, or beside another. */
export function judgePair(
  expected: ExpectedToolCall,
  given: GivenToolCall,
  context: ReplyContext,
): JudgedToolCall {
  if (expected.name !== given.name)
    return {
      ...judgeExtra(given, context),
      expected: expected.name,
      expectedArguments: countOf(expected, context),
    };
  const wanted = parseKeptJsonObject(expected.arguments) ?? {};
  const faults = faultsBeyond(wanted, given, context);
  const verdicts = verdictsOn({ ...expected, wanted }, given, { faults, context });
  const fault = faultOf(given, faults, context);
  return {
    expected: expected.name,
    given: given.name,
    fault,
    arguments: verdicts,
    expectedArguments: given.arguments === null ? countOf(expected, context) : countExpected(verdicts),
    exact: fault === null && verdicts.every(({ error }) => error === null),
  };
}

/** An expected tool call that nothing answers. */
export function judgeMissing(expected: ExpectedToolCall, context: ReplyContext): JudgedToolCall {
  const expectedArguments = countOf(expected, context);
  return {
    expected: expected.name,
    given: null,
    fault: null,
    arguments: [],
    expectedArguments,
    exact: false,
  };
}

/** A tool call that nobody expected: all that it says is extra. */
export function judgeExtra(given: GivenToolCall, context: ReplyContext): JudgedToolCall {
  const nothing = { wanted: {} };
  const faults = given.arguments === null ? [] : context.schemas.faultsOf(given.name, given.arguments);
  return {
    expected: null,
    given: given.name,
    fault: faultOf(given, faults, context),
    arguments: verdictsOn(nothing, given, { faults: [], context }).filter(({ error }) => error !== "missing"),
    expectedArguments: 0,
    exact: false,
  };
}

const noneAccepted: ReadonlyMap<string, readonly Json[]> = new Map();

function verdictsOn(
  { wanted, accepted }: Pick<ExpectedToolCall, "accepted"> & { readonly wanted: JsonObject },
  { name, arguments: given }: GivenToolCall,
  { faults, context }: { faults: readonly SchemaFault[]; context: ReplyContext },
): ArgumentVerdict[] {
  if (given === null) return [];
  const { schemas, book, parametersOf, today, country, texts, isUngrounded } = context;
  // Field by field: a spread of so many costs more than the comparison of a usual argument.
  return compareArguments({
    book,
    today,
    country,
    texts,
    isUngrounded,
    tool: name,
    parameters: parametersOf(name, schemas.tool(name)?.function.parameters),
    expected: wanted,
    given,
    accepted: accepted === undefined ? noneAccepted : new Map(Object.entries(accepted)),
    broken: keywordsByPlace(faults),
  });
}

/** How many arguments a tool call has; an empty list or object counts one. */
function countOf({ name, arguments: text }: ExpectedToolCall, context: ReplyContext): number {
  const wanted = parseKeptJsonObject(text) ?? {};
  return countExpected(verdictsOn({ wanted }, { name, arguments: {} }, { faults: [], context }));
}

function countExpected(verdicts: readonly ArgumentVerdict[]): number {
  return verdicts.filter(({ error }) => error !== "extra").length;
}

/** What the given arguments break of the schema and the expected ones don't: logs hold tool calls that break their own. */
function faultsBeyond(
  wanted: JsonObject,
  { name, arguments: given }: GivenToolCall,
  { schemas }: ReplyContext,
): SchemaFault[] {
  if (given === null || isSameJson(wanted, given) || schemas.allows(name, given)) return [];
  const pardoned = new Set(schemas.faultsOf(name, wanted).map(sortOf));
  return schemas.faultsOf(name, given).filter((fault) => !pardoned.has(sortOf(fault)));
}

/** The same for every place in a list. */
function sortOf({ path, keyword }: SchemaFault): string {
  return [...path.filter((key) => !/^\d+$/.test(key)), keyword].join("/");
}

const noneBroken: ReadonlyMap<string, ReadonlySet<string>> = new Map();

function keywordsByPlace(faults: readonly SchemaFault[]): ReadonlyMap<string, ReadonlySet<string>> {
  if (faults.length === 0) return noneBroken;
  const byPlace = new Map<string, Set<string>>();
  for (const { path, keyword } of faults) {
    const place = path.map((key) => `/${key}`).join("");
    byPlace.set(place, (byPlace.get(place) ?? new Set()).add(keyword));
  }
  return byPlace;
}

function faultOf(
  { name, arguments: given }: GivenToolCall,
  faults: readonly SchemaFault[],
  { schemas }: ReplyContext,
): ToolCallFault | null {
  if (!isOffered(name, schemas)) return "unknown_tool";
  if (given === null) return "arguments_not_json";
  return faults.length > 0 ? "schema_invalid" : null;
}
