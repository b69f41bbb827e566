import type { CheckReport, PlacedFault, TokenSummary } from "../../pipeline/check/report.ts";
import { counted, formatNumber, renderTable } from "../table.ts";

/** What a check found, for a person: every fault with its place, then the counts, then the tokens. */
export function checkText(
  report: CheckReport,
  { provider, tokenizer }: { provider: string; tokenizer: string },
): string {
  return [
    report.faults.map((fault) => faultLine(report.file, fault)).join("\n"),
    unlistedText(report),
    checkVerdict(report, provider),
    report.tokens === null ? "" : tokensText(report.tokens, tokenizer),
    report.guess === null ? "" : `the rows look like dialect ${report.guess}: try --provider ${report.guess}`,
  ]
    .filter((part) => part !== "")
    .join("\n\n");
}

/** `file:line: sentence`, as editors and CI logs link it. */
function faultLine(file: string, { line, severity, sentence, rule }: PlacedFault): string {
  const place = line === null ? file : `${file}:${line}`;
  return `${place}: ${severity === "warning" ? "warning: " : ""}${sentence} [${rule}]`;
}

function unlistedText({ counts }: CheckReport): string {
  const cut = counts.filter(({ count, listed }) => listed < count);
  if (cut.length === 0) return "";
  const rows = cut.map(({ rule, severity, count, listed }) => [rule, severity, count, listed] as const);
  return `not all are listed:\n${renderTable(["rule", "severity", "found", "listed"], rows)}`;
}

/** Whether the provider would take the file, in one line. */
export function checkVerdict(
  { passed, rows, bytes, badLines, counts }: CheckReport,
  provider: string,
): string {
  const warnings = counts
    .filter(({ severity }) => severity === "warning")
    .reduce((sum, { count }) => sum + count, 0);
  const size = `${counted(rows, "row")}, ${counted(bytes, "byte")}`;
  const warned = warnings === 0 ? "" : `, ${counted(warnings, "warning")}`;
  if (passed) return `${provider} would take this file: ${size}${warned}`;
  const bad = badLines === 0 ? "rules of the whole file are broken" : `${formatNumber(badLines)} bad rows`;
  return `${provider} would refuse this file: ${bad} (${size}${warned})`;
}

function tokensText(tokens: TokenSummary, tokenizer: string): string {
  const { rows, total, percentiles, longest, histogram, exact } = tokens;
  if (percentiles === null) return "";
  const how = exact ? `${tokenizer}, exact, chat template and tools included` : "an estimate";
  const first = `${counted(total, "token")} in ${counted(rows, "row")} (${how})`;
  const spread = `a row has ${formatNumber(percentiles.p50)} in the middle, ${formatNumber(percentiles.p95)} at the 95th percentile, ${formatNumber(percentiles.max)} at most`;
  return [
    first,
    spread,
    "",
    renderTable(
      ["tokens up to", "rows"],
      histogram.map(({ upTo, rows: count }) => [upTo, count]),
    ),
    "",
    renderTable(
      ["longest rows: line", "tokens"],
      longest.map(({ line, tokens: count }) => [line, count]),
    ),
  ].join("\n");
}
