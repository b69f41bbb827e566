import type { CountryCode } from "libphonenumber-js/min";
import { type Leaf, leavesOf } from "../../../domain/grounding/leaves.ts";
import type { ArgumentError, ArgumentVerdict } from "../../../domain/judgement.ts";
import { bestAssignment } from "../../../lib/assignment.ts";
import { isJsonObject, type Json, type JsonObject } from "../../../lib/json.ts";
import type { Day } from "../../../lib/spoken/days.ts";
import type { ComparingContext, TextVerdicts } from "../comparators/comparator.ts";
import { comparators } from "../comparators/index.ts";
import { absentOr } from "./absence.ts";
import { type ParameterBook, parameterName } from "./parameter-book.ts";
import type { Parameter } from "./parameter-tree.ts";

/** Two tool calls' arguments of the same tool, and all that their comparison needs. */
export interface ArgumentComparison {
  readonly tool: string;
  /** All of the tool's parameters. */
  readonly parameters: Parameter;
  readonly expected: JsonObject;
  readonly given: JsonObject;
  /** Further right values, by parameter. */
  readonly accepted: ReadonlyMap<string, readonly Json[]>;
  /** Keywords of the schema that the given value breaks, by its place as keys with a slash before each. */
  readonly broken: ReadonlyMap<string, ReadonlySet<string>>;
  readonly book: ParameterBook;
  /** The day the call began on; null where unknown. */
  readonly today: () => Day | null;
  readonly country: CountryCode;
  readonly texts: TextVerdicts | undefined;
  /** Whether nobody in the call had said the value. */
  readonly isUngrounded: (leaf: Leaf) => boolean;
}

/** One verdict for each scalar that is expected, given or both. */
export function compareArguments(comparison: ArgumentComparison): ArgumentVerdict[] {
  const { expected, given, parameters } = comparison;
  return compareObjects(expected, given, { comparison, parameter: parameters, place: "" });
}

/** Where in the arguments; `place` is that of the given value, with places in lists. */
interface Spot {
  readonly comparison: ArgumentComparison;
  readonly parameter: Parameter;
  readonly place: string;
}

function compareObjects(expected: JsonObject, given: JsonObject, spot: Spot): ArgumentVerdict[] {
  const { comparison, parameter, place } = spot;
  return keysOfEither(expected, given).flatMap((key) => {
    const inside = { comparison, parameter: parameter.property(key), place: `${place}/${key}` };
    const [one, other] = [ownValue(expected, key), ownValue(given, key)];
    return compareEither(absentOr(one, inside.parameter), absentOr(other, inside.parameter), inside);
  });
}

function keysOfEither(one: JsonObject, other: JsonObject): string[] {
  const keys = Object.keys(one);
  for (const key of Object.keys(other)) if (!Object.hasOwn(one, key)) keys.push(key);
  return keys;
}

/** A model may name an argument `constructor`. */
function ownValue(object: JsonObject, key: string): Json | undefined {
  return Object.hasOwn(object, key) ? object[key] : undefined;
}

/** An accepted value is as right as the expected one; where none fits, the expected one tells what is wrong. */
function compareEither(expected: Json | undefined, given: Json | undefined, spot: Spot): ArgumentVerdict[] {
  const verdicts = compareValues(expected, given, spot);
  const accepted = spot.comparison.accepted.get(spot.parameter.name) ?? [];
  if (given === undefined || accepted.length === 0 || verdicts.every(isRight)) return verdicts;
  return (
    accepted.map((choice) => compareValues(choice, given, spot)).find((other) => other.every(isRight)) ??
    verdicts
  );
}

function isRight({ error }: ArgumentVerdict): boolean {
  return error === null;
}

function compareValues(expected: Json | undefined, given: Json | undefined, spot: Spot): ArgumentVerdict[] {
  if (expected === undefined && given === undefined) return [];
  if (spot.parameter.entry().comparator === "ignore") return [];
  if (expected === undefined) return given === undefined ? [] : oneSided(given, spot, "extra");
  if (given === undefined) return oneSided(expected, spot, "missing");
  if (Array.isArray(expected) && Array.isArray(given)) return compareLists(expected, given, spot);
  if (isJsonObject(expected) && isJsonObject(given)) return compareObjects(expected, given, spot);
  return [compareScalars(expected, given, spot)];
}

/** A whole branch that only one side has: each scalar in it, an empty one for itself. */
function oneSided(
  value: Json,
  { comparison, parameter }: Spot,
  error: "missing" | "extra",
): ArgumentVerdict[] {
  const { schemas } = parameter.schema;
  const leaves = leavesOf(value, schemas[0]);
  if (leaves.length === 0) return [verdict(parameter, error)];
  return leaves.map((leaf) => {
    const path = [...parameter.path, ...leaf.path];
    const { comparator } = comparison.book.entry(comparison.tool, path, schemas);
    const ungrounded = error === "extra" && comparison.isUngrounded({ ...leaf, path });
    return { parameter: parameterName(path), error, comparator, ungrounded };
  });
}

function compareLists(expected: readonly Json[], given: readonly Json[], spot: Spot): ArgumentVerdict[] {
  const { comparison, parameter, place } = spot;
  const inside: Spot = { comparison, parameter: parameter.items(), place };
  const at = (index: number): Spot => ({ ...inside, place: `${place}/${index}` });
  const { unordered } = parameter.entry().rule;
  const isSet = unordered ?? parameter.schema.schemas.some(({ uniqueItems }) => uniqueItems === true);
  const partners = isSet
    ? matchUp(expected, given, at)
    : expected.map((_, index) => (index < given.length ? index : null));
  const taken = new Set(partners);
  const pairs = expected.flatMap((value, index) => {
    const partner = partners[index] ?? null;
    return partner === null
      ? oneSided(value, inside, "missing")
      : compareValues(value, given[partner], at(partner));
  });
  const extra = given.flatMap((value, index) =>
    taken.has(index) ? [] : oneSided(value, at(index), "extra"),
  );
  return [...pairs, ...extra];
}

/** For each expected element the given one that fits it best; an element answers for one only, so two lattes are two. */
function matchUp(
  expected: readonly Json[],
  given: readonly Json[],
  at: (index: number) => Spot,
): (number | null)[] {
  // Who said the values decides nothing here, and costs most.
  const quick = (spot: Spot): Spot => ({
    ...spot,
    comparison: { ...spot.comparison, isUngrounded: () => false },
  });
  return bestAssignment(
    expected.map((value) =>
      given.map((other, index) => {
        const verdicts = compareValues(value, other, quick(at(index)));
        return verdicts.filter(isRight).length / Math.max(1, verdicts.length);
      }),
    ),
  );
}

function compareScalars(expected: Json, given: Json, spot: Spot): ArgumentVerdict {
  const { comparison, parameter, place } = spot;
  const isSame = expected === given || isSameToTool(expected, given, spot);
  const broken = comparison.broken.size === 0 ? undefined : comparison.broken.get(place);
  const error = errorOf({ isSame, broken, sameType: typeOf(expected) === typeOf(given) });
  const isScalar = given === null || typeof given !== "object";
  if (!isScalar || error !== "wrong_value") return verdict(parameter, error);
  const leaf = { path: parameter.path, value: given, schemas: parameter.schema.schemas };
  return { ...verdict(parameter, error), ungrounded: comparison.isUngrounded(leaf) };
}

function isSameToTool(expected: Json, given: Json, { comparison, parameter }: Spot): boolean {
  const { comparator, rule } = parameter.entry();
  const context: ComparingContext = {
    today: comparison.today(),
    country: comparison.country,
    texts: comparison.texts,
    rule,
  };
  return comparators[comparator].same(expected, given, context) || areAliases(expected, given, context);
}

interface Findings {
  readonly isSame: boolean;
  readonly sameType: boolean;
  readonly broken: ReadonlySet<string> | undefined;
}

function errorOf({ isSame, sameType, broken }: Findings): ArgumentError | null {
  if (broken?.has("type")) return "wrong_type";
  if (broken?.has("enum") || broken?.has("const")) return "not_in_enum";
  if (isSame) return broken === undefined ? null : "wrong_format";
  return sameType ? "wrong_value" : "wrong_type";
}

/** Two of a rule's words for the same thing. */
function areAliases(one: Json, other: Json, context: ComparingContext): boolean {
  const { aliases = [] } = context.rule;
  const isIn = (group: readonly string[], value: Json) =>
    group.some((alias) => comparators.plain.same(alias, value, context));
  return aliases.some((group) => isIn(group, one) && isIn(group, other));
}

function typeOf(value: Json): string {
  if (value === null) return "null";
  return Array.isArray(value) ? "list" : typeof value;
}

/** On a value that needs no witness. */
function verdict({ name, entry }: Parameter, error: ArgumentError | null): ArgumentVerdict {
  return { parameter: name, error, comparator: entry().comparator, ungrounded: false };
}
