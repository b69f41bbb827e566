import type { CountryCode } from "libphonenumber-js/min";
import type { ParameterRule } from "../../../domain/scoring-options.ts";
import { canonicalJson, type Json } from "../../../lib/json.ts";
import type { Day } from "../../../lib/spoken/days.ts";

/** What values are read against. */
export interface ComparingContext {
  /** The day the call began on, as its clock showed it; null where unknown: relative dates then are mere words. */
  readonly today: Day | null;
  readonly country: CountryCode;
  readonly rule: ParameterRule;
  /** What a language model said of pairs of free texts before; absent where none was asked. */
  readonly texts?: TextVerdicts | undefined;
}

/** Verdicts on free texts that are there already: comparing asks nobody. */
export interface TextVerdicts {
  /** Null where there is no verdict. */
  same(expected: string, given: string): boolean | null;
}

/** Decides whether two values of one parameter are the same to the tool. Symmetric, and true of a value and itself. */
export interface Comparator {
  readonly about: string;
  same(expected: Json, given: Json, context: ComparingContext): boolean;
}

/**
 * A comparator that writes each value's meaning as one text, so that sameness is transitive and models can't be ranked by
 * near misses. Null stands for "can't be read as such": the plain text then counts. Only strings are read.
 */
export function byMeaning(
  about: string,
  meaningOf: (text: string, context: ComparingContext) => string | null,
): Comparator {
  const keyOf = (value: Json, context: ComparingContext) => {
    if (typeof value !== "string") return canonicalJson(value);
    const meaning = meaningOf(value, context);
    // The marks in front keep what was read apart from what was not.
    return meaning === null ? `=${plainText(value)}` : `~${meaning}`;
  };
  return {
    about,
    same: (expected, given, context) =>
      typeof expected === typeof given && keyOf(expected, context) === keyOf(given, context),
  };
}

const outerMarks = /^[\s"'.,;:!?]+|[\s"'.,;:!?]+$/g;

/** Upper and lower case, kinds and numbers of spaces, curly quotes and marks around it don't count. */
export function plainText(text: string): string {
  const even = text
    .normalize("NFKC")
    .replace(/[\u2018\u2019\u02bc\u2032]/g, "'")
    .replace(/[\u201c\u201d]/g, '"');
  const shown = even
    .replace(/[\u2010-\u2015\u2212]/g, "-")
    .replace(/\s+/g, " ")
    .toLowerCase();
  const inner = shown.replace(outerMarks, "");
  return inner === "" ? shown.trim() : inner;
}
