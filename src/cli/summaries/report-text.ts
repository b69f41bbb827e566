import type { CandidateReport, Report } from "../../domain/report.ts";
import type { Verdict } from "../../domain/verdict.ts";
import { printable } from "../../lib/printable.ts";
import { type HeadlineCell, headlineRows, outcomeText } from "../../pipeline/report/headline-rows.ts";
import { failureList } from "../../pipeline/report/reasons.ts";
import { counted, renderTable } from "../table.ts";
import { wrap } from "../wrap.ts";

const width = 80;
/** The rest is in the files. */
const mostReasons = 3;

/** A report for a person: verdict first, then the figures, what failed, the gate, and where the files are. */
export function reportText(report: Report, files: readonly string[]): string {
  return [
    verdictsText(report),
    report.warnings.map((warning) => bullet(warning, "! ")).join("\n"),
    tablesText(report),
    failuresText(report),
    report.curveSays === null ? "" : wrap(report.curveSays, { width }),
    gateText(report),
    [`evaluation ${report.id}: ${extentText(report)}`, ...files.map((file) => `  ${file}`)].join("\n"),
  ]
    .filter((part) => part !== "")
    .join("\n\n");
}

function extentText({ cases }: Report): string {
  return `${counted(cases.count, "case")} of ${counted(cases.calls, "call")} (${printable(cases.from)})`;
}

function verdictsText(report: Report): string {
  return report.candidates.flatMap((candidate) => verdictText(candidate, report.baseline)).join("\n\n");
}

function verdictText({ result, outcome, reasons }: CandidateReport, baseline: string): string[] {
  if (outcome === null) return [];
  const head = printable(`${result.candidate.name} ${outcomeText(outcome, baseline)}`);
  const shown = reasons.slice(0, mostReasons).map((reason) => bullet(reason, "- "));
  const left = reasons.length - shown.length;
  return [[head, ...shown, ...(left > 0 ? [`    … ${left} more in the files`] : [])].join("\n")];
}

function bullet(sentence: string, mark: string): string {
  return wrap(printable(sentence, Number.POSITIVE_INFINITY), { width, first: `  ${mark}`, rest: "    " });
}

const marks: Readonly<Record<Verdict, string>> = {
  better: " ▲",
  not_worse: " =",
  worse: " ▼",
  cant_tell_yet: " ?",
};

/** As many candidates beside each other as the width holds. */
function tablesText({ candidates, baseline }: Report): string {
  const tables = chunksThatFit(candidates).map((chunk) => tableOf(chunk));
  const legend = `▲ better than ${printable(baseline)}, = not worse, ▼ worse, ? not told yet; 95 % intervals in brackets`;
  const isCompared = candidates.some(({ comparisons }) => comparisons.length > 0);
  return [...tables, isCompared ? wrap(legend, { width }) : ""].filter((part) => part !== "").join("\n\n");
}

function chunksThatFit(candidates: readonly CandidateReport[]): (readonly CandidateReport[])[] {
  const chunks: CandidateReport[][] = [];
  for (const candidate of candidates) {
    const last = chunks.at(-1);
    if (last === undefined || widthOf(tableOf([...last, candidate])) > width) chunks.push([candidate]);
    else last.push(candidate);
  }
  return chunks;
}

function tableOf(candidates: readonly CandidateReport[]): string {
  const names = candidates.map(({ result }) => printable(result.candidate.name, 40));
  const rows = headlineRows(candidates).map(({ label, cells }) => [label, ...cells.map(cellText)]);
  return renderTable(["", ...names], rows);
}

function cellText({ figure, range, verdict }: HeadlineCell): string {
  return `${figure}${range === "" ? "" : ` (${range})`}${verdict === null ? "" : marks[verdict]}`;
}

function widthOf(table: string): number {
  return Math.max(...table.split("\n").map((line) => [...line].length));
}

function failuresText({ candidates }: Report): string {
  return candidates
    .flatMap(({ result }) => {
      const list = failureList(result);
      return list === ""
        ? []
        : [wrap(`failed requests of ${printable(result.candidate.name)}: ${list}`, { width })];
    })
    .join("\n");
}

function gateText({ gate }: Report): string {
  if (gate === null) return "";
  const [first] = gate.results;
  const head = `the gate for ${printable(first?.candidate ?? "")}: ${gate.passed ? "passed" : "NOT PASSED"}`;
  const lines = gate.results.map(({ condition, passed, because }) =>
    bullet(`${condition}: ${because}`, passed ? "yes  " : "NO   "),
  );
  return [head, ...lines].join("\n");
}
