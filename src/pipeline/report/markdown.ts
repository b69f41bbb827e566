import type { CandidateReport, Report } from "../../domain/report.ts";
import type { Verdict } from "../../domain/verdict.ts";
import { countText } from "./figure-text.ts";
import { type HeadlineCell, headlineRows, outcomeText } from "./headline-rows.ts";
import { markdownCode, markdownTable, markdownText } from "./markdown-text.ts";
import { failureList } from "./reasons.ts";

/** The report for a pull request's comment or a step's summary: verdict, gate, figures, what went wrong. */
export function markdownOf(report: Report): string {
  return [
    `## ${titleOf(report)}`,
    verdictsOf(report),
    warningsOf(report),
    gateOf(report),
    figuresOf(report),
    failuresOf(report),
    wrongToolsOf(report),
    wrongParametersOf(report),
    report.curveSays === null ? "" : `**Learning curve:** ${markdownText(report.curveSays)}.`,
    footOf(report),
  ]
    .filter((part) => part !== "")
    .join("\n\n");
}

function titleOf({ gate }: Report): string {
  if (gate === null) return "calltune report";
  return gate.passed ? "✅ calltune: the gate is passed" : "❌ calltune: the gate is not passed";
}

function verdictsOf({ candidates, baseline }: Report): string {
  return candidates
    .flatMap(({ result, outcome, reasons }) => {
      if (outcome === null) return [];
      const head = `**${markdownText(`${result.candidate.name} ${outcomeText(outcome, baseline)}`)}**`;
      return [[head, "", ...reasons.map((reason) => `- ${markdownText(reason)}`)].join("\n")];
    })
    .join("\n\n");
}

function warningsOf({ warnings }: Report): string {
  return warnings.map((warning) => `> ⚠️ ${markdownText(warning)}`).join("\n>\n");
}

function gateOf({ gate }: Report): string {
  if (gate === null) return "";
  const rows = gate.results.map(({ condition, passed, because, candidate }) => [
    markdownCode(condition),
    markdownCode(candidate),
    passed ? "✅" : "❌",
    markdownText(because),
  ]);
  return markdownTable(["gate", "candidate", "holds", "because"], rows);
}

const verdictWords: Readonly<Record<Verdict, string>> = {
  better: "**better**",
  not_worse: "not worse",
  worse: "**worse**",
  cant_tell_yet: "not told yet",
};

function figuresOf({ candidates, baseline }: Report): string {
  const head = candidates.map(({ result }) => {
    const name = markdownCode(result.candidate.name);
    return result.candidate.name === baseline ? `${name} (baseline)` : name;
  });
  const rows = headlineRows(candidates).map(({ label, cells }) => [label, ...cells.map(cellText)]);
  return markdownTable(["95 % intervals in brackets", ...head], rows);
}

function cellText({ figure, range, verdict }: HeadlineCell): string {
  const parts = [
    markdownText(figure),
    range === "" ? "" : `(${markdownText(range)})`,
    verdict === null ? "" : verdictWords[verdict],
  ];
  return parts.filter((part) => part !== "").join(" ");
}

function failuresOf({ candidates }: Report): string {
  return candidates
    .flatMap(({ result }) => {
      const list = failureList(result);
      return list === "" ? [] : [`- failed requests of ${markdownText(result.candidate.name)}: ${list}`];
    })
    .join("\n");
}

/** More are in the JSON file. */
const mostRows = 10;

interface NamedCount {
  readonly candidate: string;
  readonly cells: readonly string[];
  readonly count: number;
}

function wrongToolsOf({ candidates }: Report): string {
  const rows = candidates.flatMap((candidate) => mistakenTools(candidate));
  return folded("Most frequent wrong decisions", ["candidate", "expected", "used", "times"], rows);
}

function mistakenTools({ result, confusion }: CandidateReport): NamedCount[] {
  return confusion.rows.flatMap((row, expected) =>
    row.flatMap((count, given) => {
      const names = [confusion.tools[expected] ?? "", confusion.tools[given] ?? ""];
      return expected === given || count === 0
        ? []
        : [{ candidate: result.candidate.name, cells: names.map(markdownCode), count }];
    }),
  );
}

function wrongParametersOf({ candidates }: Report): string {
  const rows = candidates.flatMap(({ result, parameters }) =>
    parameters.flatMap(({ tool, parameter, errors }) =>
      Object.entries(errors)
        .filter(([, count]) => count > 0)
        .map(([error, count]) => ({
          candidate: result.candidate.name,
          cells: [markdownCode(`${tool}.${parameter}`), error.replaceAll("_", " ")],
          count,
        })),
    ),
  );
  return folded("Most frequent wrong arguments", ["candidate", "argument", "error", "times"], rows);
}

function folded(title: string, head: readonly string[], rows: readonly NamedCount[]): string {
  if (rows.length === 0) return "";
  const most = [...rows].sort((one, other) => other.count - one.count).slice(0, mostRows);
  const table = markdownTable(
    head,
    most.map(({ candidate, cells, count }) => [markdownCode(candidate), ...cells, String(count)]),
  );
  return `<details><summary>${title}</summary>\n\n${table}\n\n</details>`;
}

function footOf({ id, cases, resultsSha256, createdAt }: Report): string {
  const from = `${countText(cases.count, "case")} of ${countText(cases.calls, "call")} (${markdownText(cases.from)})`;
  return `<sub>Evaluation ${markdownText(id)}: ${from}; results ${resultsSha256.slice(0, 12)}; ${createdAt}. A call counts as one unit; p values are Holm's over all comparisons.</sub>`;
}
