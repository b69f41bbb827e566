import type { CountryCode } from "libphonenumber-js/min";
import {
  type Leaf,
  leavesOf,
  type SchemaPlace,
  schemaAtRoot,
  schemaOfItems,
  schemaOfProperty,
} from "../../../domain/grounding/leaves.ts";
import type { ArgumentError, ArgumentVerdict } from "../../../domain/judgement.ts";
import { bestAssignment } from "../../../lib/assignment.ts";
import { isJsonObject, type Json, type JsonObject } from "../../../lib/json.ts";
import type { Day } from "../../../lib/spoken/days.ts";
import type { ComparingContext, TextVerdicts } from "../comparators/comparator.ts";
import { comparators } from "../comparators/index.ts";
import { absentOr } from "./absence.ts";
import { type ParameterBook, type ParameterEntry, parameterName } from "./parameter-book.ts";

/** Two tool calls' arguments of the same tool, and all that their comparison needs. */
export interface ArgumentComparison {
  readonly tool: string;
  readonly schema: JsonObject | undefined;
  readonly expected: JsonObject;
  readonly given: JsonObject;
  /** Further right values, by parameter. */
  readonly accepted: ReadonlyMap<string, readonly Json[]>;
  /** Keywords of the schema that the given value breaks, by its place as keys with slashes between them. */
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
  const { expected, given, schema } = comparison;
  return compareObjects(expected, given, { comparison, path: [], place: [], schema: schemaAtRoot(schema) });
}

/** Where in the arguments: `path` leaves out places in lists, `place` is that of the given value. */
interface Spot {
  readonly comparison: ArgumentComparison;
  readonly path: readonly string[];
  readonly place: readonly string[];
  readonly schema: SchemaPlace;
}

function compareObjects(expected: JsonObject, given: JsonObject, spot: Spot): ArgumentVerdict[] {
  const keys = new Set([...Object.keys(expected), ...Object.keys(given)]);
  return [...keys].flatMap((key) => {
    const schema = schemaOfProperty(spot.schema, key);
    const inside: Spot = { ...spot, path: [...spot.path, key], place: [...spot.place, key], schema };
    const absence = () => ({ schemas: schema.schemas, isRequired: isRequired(key, spot.schema) });
    const [one, other] = [ownValue(expected, key), ownValue(given, key)];
    return compareEither(absentOr(one, absence), absentOr(other, absence), inside);
  });
}

function isRequired(key: string, { schemas }: SchemaPlace): boolean {
  return schemas.some(({ required }) => Array.isArray(required) && required.includes(key));
}

/** A model may name an argument `constructor`. */
function ownValue(object: JsonObject, key: string): Json | undefined {
  return Object.hasOwn(object, key) ? object[key] : undefined;
}

/** An accepted value is as right as the expected one; where none fits, the expected one tells what is wrong. */
function compareEither(expected: Json | undefined, given: Json | undefined, spot: Spot): ArgumentVerdict[] {
  const verdicts = compareValues(expected, given, spot);
  const accepted = spot.comparison.accepted.get(parameterName(spot.path)) ?? [];
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
  const entry = entryAt(spot);
  if (entry.comparator === "ignore") return [];
  if (expected === undefined) return given === undefined ? [] : oneSided(given, spot, "extra");
  if (given === undefined) return oneSided(expected, spot, "missing");
  if (Array.isArray(expected) && Array.isArray(given)) return compareLists(expected, given, spot);
  if (isJsonObject(expected) && isJsonObject(given)) return compareObjects(expected, given, spot);
  return [compareScalars(expected, given, { spot, entry })];
}

/** A whole branch that only one side has: each scalar in it. */
function oneSided(value: Json, spot: Spot, error: "missing" | "extra"): ArgumentVerdict[] {
  const leaves = leavesOf(value, spot.schema.schemas[0]);
  if (leaves.length === 0) return [verdict({ spot, entry: entryAt(spot) }, error)];
  return leaves.map((leaf) => {
    const inside = { ...spot, path: [...spot.path, ...leaf.path] };
    const given = error === "extra" ? { ...leaf, path: inside.path } : undefined;
    return verdict({ spot: inside, entry: entryAt(inside) }, error, given);
  });
}

function compareLists(expected: readonly Json[], given: readonly Json[], spot: Spot): ArgumentVerdict[] {
  const inside: Spot = { ...spot, schema: schemaOfItems(spot.schema) };
  const at = (index: number): Spot => ({ ...inside, place: [...spot.place, String(index)] });
  const { unordered } = entryAt(spot).rule;
  const isSet = unordered ?? spot.schema.schemas.some(({ uniqueItems }) => uniqueItems === true);
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

/** A spot and how values are compared there. */
interface RuledSpot {
  readonly spot: Spot;
  readonly entry: ParameterEntry;
}

function compareScalars(expected: Json, given: Json, ruled: RuledSpot): ArgumentVerdict {
  const { comparison, path, place, schema } = ruled.spot;
  const isSame = expected === given || isSameToTool(expected, given, ruled);
  const broken = comparison.broken.size === 0 ? undefined : comparison.broken.get(place.join("/"));
  const error = errorOf({ isSame, broken, sameType: typeOf(expected) === typeOf(given) });
  const isScalar = given === null || typeof given !== "object";
  const leaf =
    isScalar && error === "wrong_value" ? { path, value: given, schemas: schema.schemas } : undefined;
  return verdict(ruled, error, leaf);
}

function isSameToTool(expected: Json, given: Json, { spot: { comparison }, entry }: RuledSpot): boolean {
  const context: ComparingContext = {
    today: comparison.today(),
    country: comparison.country,
    texts: comparison.texts,
    rule: entry.rule,
  };
  return comparators[entry.comparator].same(expected, given, context) || areAliases(expected, given, context);
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

function entryAt({ comparison, path, schema }: Spot): ParameterEntry {
  return comparison.book.entry(comparison.tool, path, schema.schemas);
}

function verdict({ spot, entry }: RuledSpot, error: ArgumentError | null, given?: Leaf): ArgumentVerdict {
  return {
    parameter: parameterName(spot.path),
    error,
    comparator: entry.comparator,
    ungrounded: given !== undefined && spot.comparison.isUngrounded(given),
  };
}
