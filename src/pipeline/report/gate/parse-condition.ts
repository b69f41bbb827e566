import { nearestNames } from "../../../lib/closest.ts";
import { UsageError } from "../../../lib/errors.ts";
import { printable } from "../../../lib/printable.ts";
import { type HeadlineName, headlineNames, headlineOf, isHeadline } from "../headlines.ts";
import { type Condition, type FigurePlace, type Sign, signs } from "./condition.ts";

/** What a condition may name. */
export interface GateWords {
  readonly figures: ReadonlyMap<string, FigurePlace>;
  /** The candidate that others are compared with; `baseline` means it too. */
  readonly baseline: string;
}

const number = /^\$?(\d+(?:\.\d+)?|\.\d+)\s*(%|pts?|points?|ms|s)?$/;
const figureForm = /^([^\s<>=]+)\s*(>=|<=|>|<)\s*(.+)$/;
const relationForm = /^(?:(\S+)\s+)?(not_worse_than|better_than)\s+(.+?)(?:\s+by\s+(.+))?$/;

/** What "not worse" is about where no metric is named: together they hold every way to be wrong. */
const usualMetrics: readonly HeadlineName[] = ["right_decision", "exact_call"];

/**
 * `exact_call >= 0.9`, `ttft_p95_ms <= 500`, `not_worse_than baseline by 1pt`, `cost better_than baseline`.
 * @throws UsageError that says what can't be read, with the names that may be meant
 */
export function parseCondition(written: string, words: GateWords): Condition {
  const text = printable(written).trim();
  const relation = relationForm.exec(text);
  if (relation !== null) return parseRelation(text, relation, words);
  const figure = figureForm.exec(text);
  if (figure !== null) return parseFigure(text, figure, words);
  throw new UsageError(
    `the gate's condition "${text}" can't be read; write it like "exact_call >= 0.9", "ttft_p95_ms <= 500", "not_worse_than baseline by 1pt" or "better_than baseline"`,
  );
}

function parseFigure(
  text: string,
  [, name = "", sign = "", amount = ""]: RegExpExecArray,
  words: GateWords,
): Condition {
  const place = words.figures.get(name);
  if (place === undefined) throw unknownName(text, name, [...words.figures.keys()]);
  const limit = amountIn(unitOf(place), amount);
  if (limit === null) throw unreadable(text, amount, unitOf(place));
  return { kind: "figure", text, place, sign: signNamed(sign), limit };
}

function signNamed(written: string): Sign {
  const sign = signs.find((known) => known === written);
  if (sign === undefined) throw new Error("a sign was matched that isn't known");
  return sign;
}

function parseRelation(text: string, match: RegExpExecArray, words: GateWords): Condition {
  const [, name, relation, other = "", by] = match;
  if (other !== "baseline" && other !== words.baseline)
    throw new UsageError(
      `the gate's condition "${text}" compares with "${other}", but this report compares with the baseline ${words.baseline}; write "baseline", or choose another with --baseline ${other}`,
    );
  const metric = name === undefined ? null : metricNamed(text, name);
  if (relation === "not_worse_than") return notWorse(text, metric, by);
  if (by === undefined) return { kind: "better", text, metric };
  throw new UsageError(
    `the gate's condition "${text}": better_than takes no "by"; any shown difference counts`,
  );
}

function notWorse(text: string, metric: HeadlineName | null, by: string | undefined): Condition {
  const metrics = metric === null ? usualMetrics : [metric];
  const { unit } = headlineOf(metrics[0] ?? "");
  const margin = by === undefined ? null : amountIn(unit, by);
  if (by !== undefined && margin === null) throw unreadable(text, by, unit);
  return { kind: "not_worse", text, metrics, margin };
}

/** `ttft_p95_ms` means what is compared of `ttft_ms`. */
function metricNamed(text: string, name: string): HeadlineName {
  const meant = name.replace(/_p95_ms$/, "_ms").replace(/^cost_per_turn_dollars$/, "cost");
  if (isHeadline(meant)) return meant;
  throw unknownName(text, name, headlineNames);
}

type AmountUnit = "share" | "ms" | "dollars" | "number";

function unitOf(place: FigurePlace): AmountUnit {
  if (place.kind === "metric") return place.unit;
  return place.kind === "failed_rate" ? "share" : "number";
}

/** What one of a suffix is in the metric's unit; null where the suffix doesn't fit. */
const suffixes: Readonly<Record<AmountUnit, Readonly<Record<string, number>>>> = {
  share: { "": 1, "%": 0.01, pt: 0.01, pts: 0.01, point: 0.01, points: 0.01 },
  ms: { "": 1, ms: 1, s: 1000 },
  dollars: { "": 1 },
  number: { "": 1 },
};

function amountIn(unit: AmountUnit, written: string): number | null {
  const match = number.exec(written.trim());
  const [, digits = "", suffix = ""] = match ?? [];
  const factor = suffixes[unit][suffix];
  const isDollars = written.trim().startsWith("$");
  if (match === null || factor === undefined || (isDollars && unit !== "dollars")) return null;
  const amount = Number((Number(digits) * factor).toPrecision(12));
  // "exact_call >= 90" would never pass, and "by 1" would always.
  return unit === "share" && amount > 1 ? null : amount;
}

const amountHints: Readonly<Record<AmountUnit, string>> = {
  share: "a share like 0.9, 90% or 1pt",
  ms: "milliseconds like 500 or 500ms",
  dollars: "dollars like 0.002",
  number: "a number",
};

function unreadable(text: string, amount: string, unit: AmountUnit): UsageError {
  return new UsageError(`the gate's condition "${text}" needs ${amountHints[unit]}, not "${amount.trim()}"`);
}

function unknownName(text: string, name: string, names: readonly string[]): UsageError {
  const near = nearestNames(name, names);
  return new UsageError(
    `the gate's condition "${text}": there is no figure ${name} to name there; ${near.length > 0 ? `did you mean ${near.join(" or ")}?` : `there are ${names.join(", ")}`}`,
  );
}
