import type { CandidateResult } from "../../domain/evaluation.ts";
import { figureText, rangeText } from "../../pipeline/report/figure-text.ts";
import { scorers } from "../../plugins/scorers/index.ts";
import { renderTable } from "../table.ts";
import { dollars } from "./tune-plan-text.ts";

interface Measure {
  readonly name: string;
  readonly metric: keyof typeof scorers;
  readonly figure: string;
}

/** What the guide compares, and which of our figures says it. */
const measures: readonly Measure[] = [
  { name: "tool-selection accuracy", metric: "right_decision", figure: "rate" },
  { name: "parameter-extraction accuracy", metric: "right_arguments", figure: "rate" },
  { name: "response latency: first token, p50", metric: "ttft_ms", figure: "p50" },
  { name: "response latency: first token, p95", metric: "ttft_ms", figure: "p95" },
  { name: "response latency: tool call, p50", metric: "tool_call_ms", figure: "p50" },
  { name: "response latency: tool call, p95", metric: "tool_call_ms", figure: "p95" },
  { name: "cost per call", metric: "cost", figure: "per_call" },
];

/** The guide's four measures, a candidate in each column, with 95 % intervals. */
export function fourMeasuresText(candidates: readonly CandidateResult[]): string {
  const names = candidates.map(({ candidate }) => candidate.name);
  return renderTable(
    ["", ...names],
    measures.map((measure) => [measure.name, ...candidates.map((result) => cellText(measure, result))]),
  );
}

function cellText({ metric, figure: name }: Measure, { metrics }: CandidateResult): string {
  const figure = metrics[metric]?.figures?.[name];
  if (figure === undefined) return "unknown";
  const { unit } = scorers[metric];
  if (unit === "dollars") return dollars(figure.value);
  const range = rangeText(unit, figure.bounds);
  return `${figureText(unit, figure.value)}${range === "" ? "" : ` (${range})`}`;
}
