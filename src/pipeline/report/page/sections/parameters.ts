import type { ArgumentError } from "../../../../domain/judgement.ts";
import type { CandidateReport, Report } from "../../../../domain/report.ts";
import { percent, plural, unknown, whole, wholePercent } from "../figures.ts";
import { code, type Html, html, section } from "../html.ts";
import { candidateName, type Look, type Looks, withLooks } from "../looks.ts";
import { visible } from "../visible.ts";
import { caseLink, heat } from "./case-link.ts";

export const errorWords: Record<ArgumentError, string> = {
  missing: "missing",
  extra: "not asked for",
  wrong_value: "wrong value",
  wrong_type: "wrong type",
  wrong_format: "wrong format",
  not_in_enum: "not in the list",
};

type ParameterFigures = CandidateReport["parameters"][number];

interface Column {
  readonly look: Look;
  readonly byParameter: ReadonlyMap<string, ParameterFigures>;
}

/** How often each argument was right, by tool and parameter, candidates side by side. */
export function parameterSection(report: Report, looks: Looks): Html | null {
  const tools = toolsOf(report);
  if (tools.size === 0) return null;
  const columns = withLooks(report, looks).map(({ candidate, look }) => ({
    look,
    byParameter: new Map(candidate.parameters.map((figures) => [keyOf(figures), figures])),
  }));
  return section(
    {
      id: "parameters",
      title: "Which argument goes wrong",
      about:
        "The share of expected arguments that were right, in tool calls that were made; the stronger the colour, the more were wrong. Point at a cell, or move to it by keyboard, for the kinds of error; choose it to see the cases.",
    },
    html`<div class="scroll" role="region" aria-label="Arguments" tabindex="0"><table class="parameters"><thead><tr><th scope="col">Parameter</th>${columns.map(({ look }) => html`<th scope="col">${candidateName(look)}</th>`)}</tr></thead>
${[...tools].map(([tool, parameters]) => body(tool, parameters, columns))}</table></div>${worst(columns)}`,
  );
}

/** Parameters of all candidates, by tool. */
function toolsOf({ candidates }: Report): Map<string, Map<string, string>> {
  const tools = new Map<string, Map<string, string>>();
  for (const { parameters } of candidates)
    for (const { tool, parameter, comparator } of parameters) {
      const ofTool = tools.get(tool) ?? new Map<string, string>();
      tools.set(tool, ofTool.set(parameter, comparator));
    }
  return tools;
}

function body(tool: string, parameters: ReadonlyMap<string, string>, columns: readonly Column[]): Html {
  return html`<tbody><tr class="tool"><th scope="rowgroup" colspan="${columns.length + 1}">${code(tool)}</th></tr>
${[...parameters].map(
  ([parameter, comparator]) =>
    html`<tr><th scope="row">${code(parameter)} <small>${comparator}</small></th>${columns.map((column) => cell(column, [tool, parameter]))}</tr>`,
)}</tbody>`;
}

function cell({ look, byParameter }: Column, [tool, parameter]: readonly [string, string]): Html {
  const figures = byParameter.get(keyOf({ tool, parameter }));
  if (figures === undefined)
    return html`<td class="cell none"><span aria-label="never expected or given">${unknown}</span></td>`;
  const tips = tipsOf(look, figures);
  const { expected, right, errors } = figures;
  const pins = { candidate: look.name, parameter: [tool, parameter] as const };
  const link = (content: Html) => caseLink({ label: tips.join("; "), pins, tips }, content);
  if (expected === 0)
    return html`<td class="cell none">${link(html`<small>${whole(errors.extra)} extra</small>`)}</td>`;
  return html`<td class="cell wrong ${heat(1 - right / expected)}">${link(html`${wholePercent(right / expected)}<small>${whole(expected)}</small>`)}</td>`;
}

function tipsOf(
  look: Look,
  { tool, parameter, expected, right, errors, ungrounded, f1 }: ParameterFigures,
): string[] {
  const kinds = errorKinds(errors).map(([error, count]) => `${whole(count)} ${errorWords[error]}`);
  return [
    visible(`${look.name}: ${tool}.${parameter}`),
    `${whole(right)} of ${whole(expected)} right${f1 === null ? "" : `, F1 ${percent(f1)}`}`,
    ...kinds,
    ...(ungrounded > 0 ? [`${whole(ungrounded)} made up: nobody had said it`] : []),
  ];
}

function errorKinds(errors: ParameterFigures["errors"]): [ArgumentError, number][] {
  const order = Object.keys(errorWords) as ArgumentError[];
  return order.flatMap((error): [ArgumentError, number][] => {
    const count = errors[error] ?? 0;
    return count > 0 ? [[error, count]] : [];
  });
}

const shownErrors = 4;

/** What goes wrong most often, in words: for paper, and for those who don't point. */
function worst(columns: readonly Column[]): Html {
  return html`<h3>What goes wrong most often</h3><div class="worst">${columns.map(
    (column) => html`<div><h4>${candidateName(column.look)}</h4>${worstOf(column)}</div>`,
  )}</div>`;
}

function worstOf({ byParameter }: Column): Html {
  const all = [...byParameter.values()]
    .flatMap((figures) => errorKinds(figures.errors).map(([error, count]) => ({ figures, error, count })))
    .sort((one, other) => other.count - one.count)
    .slice(0, shownErrors);
  if (all.length === 0) return html`<p class="empty">No argument was wrong.</p>`;
  return html`<ul>${all.map(
    ({ figures: { tool, parameter }, error, count }) =>
      html`<li>${code(`${tool}.${parameter}`)} <span class="about">${errorWords[error]}, ${plural(count, "time")}</span></li>`,
  )}</ul>`;
}

function keyOf({ tool, parameter }: Pick<ParameterFigures, "tool" | "parameter">): string {
  return JSON.stringify([tool, parameter]);
}
