import type { CandidateResult } from "../../../domain/evaluation.ts";
import type { Figure } from "../../../domain/metric.ts";
import type { GateOn, GateResult, Outcome } from "../../../domain/report.ts";
import type { Comparison } from "../../../domain/verdict.ts";
import { failedCount, failedShare, mostFailed } from "../failed-share.ts";
import { countText, differenceRangeText, differenceText, figureText, marginText } from "../figure-text.ts";
import { gainOf } from "../gains.ts";
import { type HeadlineName, headlineOf } from "../headlines.ts";
import type { Condition, FigurePlace, Sign } from "./condition.ts";

/** What is known of the candidate that wants to pass. */
export interface GateFacts {
  readonly result: CandidateResult;
  /** Share of requests that failed, with its interval. */
  readonly failedRate: Figure;
  readonly comparisons: readonly Comparison[];
  /** Null where it is the baseline itself. */
  readonly outcome: Outcome | null;
  readonly on: GateOn;
}

type Answer = Pick<GateResult, "passed" | "because">;

/** Whether a condition holds. What can't be computed doesn't. */
export function checkCondition(condition: Condition, facts: GateFacts): GateResult {
  return {
    condition: condition.text,
    candidate: facts.result.candidate.name,
    ...answerTo(condition, facts),
  };
}

function answerTo(condition: Condition, facts: GateFacts): Answer {
  if (condition.kind === "figure") return figureAnswer(condition, facts);
  if (facts.outcome === null) return no("it is the baseline itself, so there is nothing to compare it with");
  if (facts.outcome === "no_verdict")
    return no("there is no verdict: too many requests failed, or no case was answered by both");
  if (condition.kind === "better") return betterAnswer(condition.metric, facts);
  const answers = condition.metrics.map((metric) => notWorseAnswer(metric, condition.margin, facts));
  return {
    passed: answers.every(({ passed }) => passed),
    because: answers.map(({ because }) => because).join("; "),
  };
}

function figureAnswer(condition: Condition & { kind: "figure" }, facts: GateFacts): Answer {
  const { place, sign, limit } = condition;
  const figure = figureAt(place, facts);
  if (figure === null) return no(whyNone(place, facts));
  const said = `it is ${amountText(place, figure.value)}${boundsText(place, figure)}${extentText(place, facts)}`;
  if (facts.on === "figure" || isUsual(condition) || place.kind === "missing_cases")
    return { passed: signs[sign](figure.value, limit), because: said };
  const bound = (sign.startsWith(">") ? figure.bounds?.low : figure.bounds?.high) ?? null;
  if (bound === null) return no(`${said}, and too few cases bound it on that side`);
  return { passed: signs[sign](bound, limit), because: `${said}; the bound counts` };
}

function whyNone(place: FigurePlace, { result }: GateFacts): string {
  const isTime = place.kind === "metric" && place.unit === "ms";
  return isTime && result.candidate.batch === true
    ? untimed
    : "there is no such figure: it applies to no case that was answered";
}

const untimed =
  "it can't be answered: the candidate was asked in a batch, which tells no latency; evaluate it without --batch too";

function whyUncompared(metric: HeadlineName, { result }: GateFacts): string {
  return headlineOf(metric).unit === "ms" && result.candidate.batch === true
    ? untimed
    : `${metric} can't be compared: no case has it on both sides`;
}

const signs: Readonly<Record<Sign, (value: number, limit: number) => boolean>> = {
  ">=": (value, limit) => value >= limit,
  "<=": (value, limit) => value <= limit,
  ">": (value, limit) => value > limit,
  "<": (value, limit) => value < limit,
};

function figureAt(place: FigurePlace, { result, failedRate }: GateFacts): Figure | null {
  if (place.kind === "failed_rate") return Number.isNaN(failedRate.value) ? null : failedRate;
  if (place.kind === "missing_cases") return { value: result.missing, bounds: null };
  const metric = Object.hasOwn(result.metrics, place.scorer) ? result.metrics[place.scorer] : undefined;
  return metric?.figures?.[place.figure] ?? null;
}

function amountText(place: FigurePlace, value: number): string {
  if (place.kind === "failed_rate") return figureText("share", value);
  if (place.kind === "missing_cases" || place.unit === "number") return String(Number(value.toPrecision(6)));
  return place.unit === "dollars" ? `$${Number(value.toPrecision(3))}` : figureText(place.unit, value);
}

function boundsText(place: FigurePlace, { bounds }: Figure): string {
  if (bounds === null) return "";
  const text = (bound: number | null, none: string) => (bound === null ? none : amountText(place, bound));
  return ` (95 %: ${text(bounds.low, "not bounded below")} to ${text(bounds.high, "not bounded above")})`;
}

function extentText(place: FigurePlace, { result }: GateFacts): string {
  const asked = result.answered + failedCount(result);
  if (place.kind !== "metric") return ` of ${countText(asked + result.missing, "case")}`;
  const metric = result.metrics[place.scorer];
  return metric === undefined
    ? ""
    : ` on ${countText(metric.cases, "case")} of ${countText(metric.calls, "call")}`;
}

function betterAnswer(metric: HeadlineName | null, facts: GateFacts): Answer {
  if (metric === null) {
    const words: Readonly<Record<Outcome, string>> = {
      better: "the verdict is better",
      not_worse: "the verdict is not worse, which isn't better",
      worse: "the verdict is worse",
      cant_tell_yet: "it can't be told yet",
      no_verdict: "there is no verdict",
    };
    return { passed: facts.outcome === "better", because: words[facts.outcome ?? "no_verdict"] };
  }
  const comparison = comparisonOf(metric, facts);
  if (comparison === undefined) return no(whyUncompared(metric, facts));
  return { passed: comparison.verdict === "better", because: changeText(comparison) };
}

function notWorseAnswer(metric: HeadlineName, wished: number | null, facts: GateFacts): Answer {
  const comparison = comparisonOf(metric, facts);
  if (comparison === undefined) return no(whyUncompared(metric, facts));
  const margin = wished ?? comparison.margin;
  const { low } = gainOf(comparison);
  const allowed = `less than ${marginText(headlineOf(metric).unit, margin)} worse is allowed`;
  return { passed: low !== null && low > -margin, because: `${changeText(comparison)}, ${allowed}` };
}

function comparisonOf(metric: HeadlineName, { comparisons }: GateFacts): Comparison | undefined {
  return comparisons.find(({ scorer }) => scorer === metric);
}

/** `exact_call +12.2 points (95 %: +8.0 to +16.4) on 512 cases` */
function changeText({ scorer, difference, bounds, cases }: Comparison): string {
  const { unit, of } = headlineOf(scorer);
  return `${scorer} ${differenceText(unit, difference)} (${differenceRangeText(unit, bounds)}) on ${countText(cases, of)}`;
}

function no(because: string): Answer {
  return { passed: false, because };
}

/** Conditions of every gate, on the figure itself, unless it says something else of the same figure. */
export const usualConditions: readonly string[] = [`failed_rate <= ${mostFailed}`, "missing_cases <= 0"];

function isUsual({ text }: Condition): boolean {
  return usualConditions.includes(text);
}

export function failedFigure(result: CandidateResult, bounds: Figure["bounds"]): Figure {
  return { value: result.answered + failedCount(result) === 0 ? Number.NaN : failedShare(result), bounds };
}
