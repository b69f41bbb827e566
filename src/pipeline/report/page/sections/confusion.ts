import type { CandidateReport, Report } from "../../../../domain/report.ts";
import { percent, unknown, whole } from "../figures.ts";
import { code, type Html, html, section } from "../html.ts";
import { candidateName, type Look, type Looks, withLooks } from "../looks.ts";
import { caseLink, heat } from "./case-link.ts";
import { bestFirst } from "./verdict.ts";

/** Which tool was expected and which was used, candidate by candidate. */
export function confusionSection(report: Report, looks: Looks): Html | null {
  const shown = bestFirst(withLooks(report, looks)).filter(
    ({ candidate }) => candidate.confusion.tools.length > 0,
  );
  if (shown.length === 0) return null;
  return section(
    {
      id: "confusion",
      title: "Which tool for which",
      about:
        "Rows are what was expected, columns what was used. On the diagonal (framed) it was right; elsewhere the stronger the colour, the larger the share of its row. Choose a number to see its cases.",
    },
    html`<div data-tabs="Candidate">${shown.map(({ candidate, look }) => panel(candidate, look))}</div>`,
  );
}

function panel(candidate: CandidateReport, look: Look): Html {
  return html`<div data-panel="${look.name}" class="${look.className}"><h3>${candidateName(look)}</h3>
<div class="scroll" role="region" aria-label="Confusion of tools" tabindex="0">${matrix(candidate, look)}</div>
${candidate.tools.length === 0 ? "" : html`<details><summary>Precision and recall by tool</summary>${toolTable(candidate)}</details>`}</div>`;
}

function matrix({ confusion: { tools, rows } }: CandidateReport, look: Look): Html {
  return html`<table class="matrix"><thead><tr><td class="corner">expected ↓ used →</td>${tools.map((tool) => html`<th scope="col"><span>${code(tool)}</span></th>`)}</tr></thead>
<tbody>${tools.map((tool, row) => matrixRow(tool, row, rows[row] ?? [], { tools, look }))}</tbody></table>`;
}

interface MatrixContext {
  readonly tools: readonly string[];
  readonly look: Look;
}

function matrixRow(
  tool: string,
  row: number,
  counts: readonly number[],
  { tools, look }: MatrixContext,
): Html {
  const all = counts.reduce((sum, count) => sum + count, 0);
  const cells = tools.map((used, column) => {
    const count = counts[column] ?? 0;
    const kind = column === row ? "right" : "wrong";
    if (count === 0) return html`<td class="cell ${kind} none"><span aria-label="0">·</span></td>`;
    const label = `expected ${tool}, used ${used}: ${whole(count)} of ${whole(all)} (${percent(count / all)})`;
    const pins = { candidate: look.name, expected: tool, given: used };
    return html`<td class="cell ${kind} ${heat(count / all)}">${caseLink({ label, pins }, whole(count))}</td>`;
  });
  return html`<tr><th scope="row">${code(tool)}</th>${cells}</tr>`;
}

function toolTable({ tools }: CandidateReport): Html {
  const ratio = (value: number | null) =>
    html`<td class="number">${value === null ? unknown : percent(value)}</td>`;
  return html`<div class="scroll" role="region" aria-label="By tool" tabindex="0"><table class="plain"><thead><tr><th scope="col">Tool</th><th scope="col" class="number">Expected</th><th scope="col" class="number">Precision</th><th scope="col" class="number">Recall</th><th scope="col" class="number">F1</th></tr></thead>
<tbody>${tools.map(({ tool, support, precision, recall, f1 }) => html`<tr><th scope="row">${code(tool)}</th><td class="number">${whole(support)}</td>${ratio(precision)}${ratio(recall)}${ratio(f1)}</tr>`)}</tbody></table></div>`;
}
