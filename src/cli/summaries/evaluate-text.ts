import type { CandidateResult, EvaluationSummary } from "../../domain/evaluation.ts";
import type { Figure, Metric } from "../../domain/metric.ts";
import type { PriceEstimate } from "../../pipeline/evaluate/estimate-price.ts";
import { learningCurveText } from "../../pipeline/report/learning-curve.ts";
import { withoutShares } from "../../pipeline/report/without-shares.ts";
import type { EvaluationFiles } from "../../workspace/evaluations.ts";
import { type Cell, counted, formatNumber, renderTable } from "../table.ts";
import { wrap } from "../wrap.ts";
import { shown } from "./pull-text.ts";
import { textJudgeText } from "./text-judge-text.ts";
import { dollars } from "./tune-plan-text.ts";

type Unit = "share" | "ms" | "dollars";

/** What is shown of an evaluation: metric, figure, unit. The rest is in the summary. */
const headlines: readonly (readonly [metric: string, figure: string, shownAs: string, unit: Unit])[] = [
  ["right_decision", "rate", "right decision", "share"],
  ["exact_call", "rate", "exact call", "share"],
  ["right_arguments", "rate", "right arguments", "share"],
  ["false_call_rate", "rate", "false call", "share"],
  ["missed_call_rate", "rate", "missed call", "share"],
  ["empty_reply_rate", "rate", "empty reply", "share"],
  ["whole_call", "rate", "whole call", "share"],
  ["ttft_ms", "p50", "first token, p50", "ms"],
  ["ttft_ms", "p95", "first token, p95", "ms"],
  ["tool_call_ms", "p50", "tool call, p50", "ms"],
  ["tool_call_ms", "p95", "tool call, p95", "ms"],
  ["cost", "per_call", "a phone call costs", "dollars"],
  ["bfcl_ast", "rate", "BFCL", "share"],
];

/** What an evaluation found (`newest` is what a report without an id is of), in a table that is no wider than a terminal. */
export function evaluationText(
  summary: EvaluationSummary,
  { files, newest }: { readonly files: EvaluationFiles; readonly newest: boolean },
): string {
  const { cases, id } = summary;
  const { candidates } = withoutShares(summary);
  const own = Object.keys(candidates[0]?.metrics ?? {}).filter(
    (name) => !builtInNames.has(name) && !headlines.some(([metric]) => metric === name),
  );
  return [
    `${counted(cases.count, "case")} of ${counted(cases.calls, "call")} (${cases.from}), ${formatNumber(cases.withToolCalls)} expect tool calls`,
    "",
    renderTable(
      ["metric", "candidate", "figure", "95 %", "n"],
      [
        ...headlines.flatMap((headline) => rowsOf(candidates, headline)),
        ...own.flatMap((name) => ownRows(candidates, name)),
      ],
    ),
    "",
    ...curveLines(summary),
    ...summary.candidates.flatMap(troubleOf),
    ...unpriced(candidates),
    ...untimed(candidates),
    ...textJudgeText(summary.textJudge),
    `evaluation ${id}: ${shown(files.folder)}`,
    summary.endedAt === null
      ? `not whole yet; go on with: calltune evaluate --evaluation ${id}`
      : `compare and decide: calltune report${newest ? "" : ` ${id}`}`,
  ].join("\n");
}

/** What a learning curve shows: one line a size, then whether more calls would help. */
function curveLines({ curve }: EvaluationSummary): string[] {
  const rows = curve.flatMap(({ examples, metrics }) => {
    const [exact, decision] = [metrics["exact_call"], metrics["right_decision"]].map(
      (metric) => metric?.figures?.["rate"],
    );
    if (exact === undefined) return [];
    const right = decision === undefined ? "" : figureText(decision, "share");
    return [[examples, figureText(exact, "share"), boundsText(exact, "share"), right]];
  });
  if (rows.length === 0) return [];
  const says = learningCurveText(curve);
  return [
    renderTable(["examples learnt", "exact call", "95 %", "right decision"], rows),
    ...(says === null ? [] : [wrap(says, { width: 80 })]),
    "",
  ];
}

/** Metrics that the table leaves out. */
const builtInNames = new Set(["right_tool", "valid_call", "ungrounded_arguments"]);

/** One row a candidate; none where nobody has the figure, or an empty reply. The metric's name stands once. */
function rowsOf(
  candidates: readonly CandidateResult[],
  [metric, name, shownAs, unit]: (typeof headlines)[number],
): Cell[][] {
  const isNever = candidates.every(({ metrics }) => (metrics[metric]?.figures?.[name]?.value ?? 0) === 0);
  if (metric === "empty_reply_rate" && isNever) return [];
  const rows = candidates.flatMap(({ candidate, metrics }) => {
    const found = metrics[metric];
    const figure = found?.figures?.[name];
    if (found === undefined || figure === undefined) return [];
    const count = isOfCalls(metric, name) ? found.calls : found.cases;
    return [[candidate.name, figureText(figure, unit), boundsText(figure, unit), count]];
  });
  return rows.map((row, index) => [index === 0 ? shownAs : "", ...row]);
}

/** Whose cases are phone calls. */
function isOfCalls(metric: string, figure: string): boolean {
  return metric === "whole_call" || figure === "per_call";
}

/** A scorer of the user's own: its first figure. */
function ownRows(candidates: readonly CandidateResult[], metric: string): Cell[][] {
  const name = firstFigure(candidates.map(({ metrics }) => metrics[metric]));
  const isShare = name === "rate";
  return name === null ? [] : rowsOf(candidates, [metric, name, metric, isShare ? "share" : "ms"]);
}

function firstFigure(metrics: readonly (Metric | undefined)[]): string | null {
  return metrics.flatMap((metric) => Object.keys(metric?.figures ?? {}))[0] ?? null;
}

function figureText({ value }: Figure, unit: Unit): string {
  return `${numberText(value, unit)}${suffix[unit]}`;
}

const suffix: Readonly<Record<Unit, string>> = { share: " %", ms: " ms", dollars: "" };

function boundsText({ bounds }: Figure, unit: Unit): string {
  if (bounds === null) return "";
  const [low, high] = [bounds.low, bounds.high].map((bound) =>
    bound === null ? "?" : numberText(bound, unit),
  );
  return `${low} – ${high}`;
}

function numberText(value: number, unit: Unit): string {
  if (unit === "share") return (100 * value).toFixed(1);
  return unit === "ms" ? formatNumber(Math.round(value)) : dollars(value);
}

const reasons: Readonly<Record<string, string>> = {
  timeout: "timed out",
  rate_limited: "hit the rate limit",
  connection: "lost the connection",
  server_error: "met a server's error",
  refused: "were refused",
  not_a_reply: "got no reply that can be read",
};

function troubleOf({ candidate, failed, answered, missing }: CandidateResult): string[] {
  const failures = Object.entries(failed).map(([reason, count]) => `${count} ${reasons[reason] ?? reason}`);
  const sum = Object.values(failed).reduce((total, count) => total + (count ?? 0), 0);
  const lines: string[] = [];
  if (sum > 0) {
    const share = ((100 * sum) / (sum + answered)).toFixed(1);
    const verdict = sum > 0.02 * (sum + answered) ? "; above 2 % there is no verdict (--retry-failed)" : "";
    lines.push(
      `${candidate.name}: ${counted(sum, "request")} failed (${share} %): ${failures.join(", ")}${verdict}`,
    );
  }
  if (missing > 0) lines.push(`${candidate.name}: ${counted(missing, "case")} not asked yet`);
  return lines;
}

function unpriced(candidates: readonly CandidateResult[]): string[] {
  const names = candidates
    .filter(({ candidate }) => candidate.kind === "model" && candidate.price === null)
    .map(({ candidate }) => candidate.name);
  return names.length === 0
    ? []
    : [`no price is known for ${names.join(", ")}: give price-in and price-out, and --rescore reckons it`];
}

function untimed(candidates: readonly CandidateResult[]): string[] {
  const names = candidates.filter(({ candidate }) => candidate.batch).map(({ candidate }) => candidate.name);
  return names.length === 0
    ? []
    : [`${names.join(", ")}: asked in a batch, so no latency is known; costs are those of live requests`];
}

/** What asking is going to cost, before the yes. */
export function estimateText(estimates: readonly PriceEstimate[]): string {
  const table = renderTable(
    ["candidate", "requests", "tokens in", "tokens out", "about", "at most", "price of"],
    estimates.map((estimate) => [
      estimate.candidate,
      estimate.requests,
      estimate.promptTokens,
      estimate.completionTokens,
      estimate.dollars === null ? "unknown" : dollars(estimate.dollars),
      mostText(estimate),
      estimate.readOn ?? "",
    ]),
  );
  return `${table}\n${wrap(thinkingText(estimates), { width: 80 })}`;
}

function mostText({ dollars: about, mostDollars }: PriceEstimate): string {
  if (about === null) return "unknown";
  return mostDollars === null ? "no bound" : dollars(mostDollars);
}

/** Thoughts are paid for as output, and nobody knows beforehand how many there are. */
function thinkingText(estimates: readonly PriceEstimate[]): string {
  const known = estimates.filter(({ thinks }) => thinks).map(({ candidate }) => candidate);
  const whose =
    known.length === 0
      ? "A model that thinks first is paid for its thoughts too, and may cost that"
      : `Models that think first are paid for their thoughts too, and may cost that: ${known.join(", ")}`;
  const warmUps = estimates.some((estimate) => estimate.warmUps > 0) ? " Warm-ups are counted in." : "";
  return `"about" takes replies as long as the expected ones, "at most" all as long as max-tokens lets them be. ${whose}.${warmUps}`;
}
