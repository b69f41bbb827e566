import type { CandidateReport, Report } from "../../../../domain/report.ts";
import type { Comparison } from "../../../../domain/verdict.ts";
import { linearScale, type Scale } from "../charts/scale.ts";
import { band, upright, whisker } from "../charts/whisker.ts";
import { differenceInUnit, inUnit, plural } from "../figures.ts";
import { foreign, type Html, html, section } from "../html.ts";
import { candidateName, type Look, type Looks, withLooks } from "../looks.ts";
import { type ShownMetric, shownMetric } from "../shown-metrics.ts";
import { bestFirst, outcomeChip } from "./verdict.ts";

/** Each candidate against the baseline, on the cases that both answered; null where nobody is compared. */
export function comparisonSection(report: Report, looks: Looks): Html | null {
  const compared = bestFirst(withLooks(report, looks)).filter(
    ({ candidate }) => candidate.comparisons.length > 0,
  );
  if (compared.length === 0) return null;
  return section(
    {
      id: "comparison",
      title: "Against the baseline",
      about:
        "Differences on the same cases. To the right of the line is better; the shaded margin was set before the cases were seen, and a difference within it would not matter.",
    },
    html`<p class="against">Compared with ${foreign(report.baseline)}</p>
<div data-tabs="Candidate">${compared.map(({ candidate, look }) => panel(candidate, look))}</div>`,
  );
}

function panel({ comparisons, outcome }: CandidateReport, look: Look): Html {
  return html`<div data-panel="${look.name}" class="${look.className}">
<h3>${candidateName(look)} ${outcome === null ? "" : outcomeChip(outcome)}</h3>
<table class="comparison"><thead><tr><th scope="col">Metric</th><th scope="col"><span class="ends"><span>← worse</span><span>better →</span></span></th><th scope="col">Difference</th></tr></thead>
<tbody>${comparisons.map((comparison) => rowOf(comparison))}</tbody></table></div>`;
}

function rowOf(comparison: Comparison): Html {
  const shown = shownMetric(comparison.scorer, comparison.figure);
  const inWords = (value: number) => inUnit(value * shown.times, shown.unit);
  const difference = differenceInUnit(comparison.difference * shown.times, shown.unit);
  return html`<tr><th scope="row"><b>${shown.title}</b><span class="about">${inWords(comparison.baseline)} → ${inWords(comparison.candidate)}${evidence(comparison)}</span></th>
<td class="drawn">${drawn(comparison, shown, difference)}</td>
<td class="difference"><b>${difference}</b>${outcomeChip(comparison.verdict)}</td></tr>`;
}

function evidence({ cases, calls, p, moreCalls }: Comparison): string {
  const chance = p === null ? "" : ` · p ${p < 0.001 ? "< 0.001" : p.toFixed(3)}`;
  const more = moreCalls === null ? "" : ` · about ${plural(moreCalls, "more call")} would tell`;
  return ` · ${plural(cases, "case")}, ${plural(calls, "call")}${chance}${more}`;
}

/** Counted so that right is better, whatever the metric. */
function drawn(comparison: Comparison, shown: ShownMetric, difference: string): Html {
  const { bounds, margin, verdict } = comparison;
  const sign = shown.better === "higher" ? 1 : -1;
  const turned = (bound: number | null) => (bound === null ? null : bound * sign);
  const ends = bounds && { low: turned(bounds.low), high: turned(bounds.high) };
  const rising = ends && sign === -1 ? { low: ends.high, high: ends.low } : ends;
  const figure = { value: comparison.difference * sign, bounds: rising };
  const scale = scaleAround([figure.value, rising?.low ?? 0, rising?.high ?? 0, margin]);
  const ground = html`${band(scale, -margin, margin)}${upright(scale, 0, "zero")}`;
  return whisker(figure, { scale, ground, className: verdict, label: `${shown.title}: ${difference}` });
}

function scaleAround(values: readonly number[]): Scale {
  const most = Math.max(...values.map(Math.abs)) || 1;
  const { at } = linearScale(-most, most);
  return { at, ticks: [] };
}
