import type { Figure } from "../../../../domain/metric.ts";
import type { Report } from "../../../../domain/report.ts";
import { linearScale, type Scale } from "../charts/scale.ts";
import { axis, whisker } from "../charts/whisker.ts";
import { boundsInUnit, inUnit, plural, unknown, whole } from "../figures.ts";
import { type Html, html, section } from "../html.ts";
import { candidateName, type Look, type Looks, withLooks } from "../looks.ts";
import { figureOf, headlineMetrics, metricOf, otherMetrics, type ShownMetric } from "../shown-metrics.ts";

/** A candidate's figure in a row; null where its cases gave none. */
interface Row {
  readonly look: Look;
  readonly figure: Figure | null;
  readonly cases: number;
  readonly calls: number;
}

export function headlineSection(report: Report, looks: Looks): Html {
  const others = otherMetrics(report.candidates);
  const fold = html`<details><summary>All other figures (${others.length})</summary>${table(report, looks, others)}</details>`;
  return section(
    {
      id: "metrics",
      title: "The figures",
      about:
        "The dot is what was measured, the line where the true value lies with 95 % confidence. Intervals count calls, since the turns of one call share their luck.",
    },
    html`${table(report, looks, headlineMetrics(report.candidates))}${others.length === 0 ? "" : fold}`,
  );
}

/** A body of rows for each metric; `cost` uses it too. */
export function table(report: Report, looks: Looks, metrics: readonly ShownMetric[]): Html {
  if (metrics.length === 0) return html`<p class="empty">Nothing was measured: no request was answered.</p>`;
  return html`<table class="figures"><colgroup><col class="who"><col class="value"><col class="interval"><col class="drawn"><col class="of"></colgroup><thead class="visually-hidden"><tr><th scope="col">Candidate</th><th scope="col">Value</th><th scope="col">Interval</th><th scope="col">Drawn</th><th scope="col">Of</th></tr></thead>
${metrics.map((metric) => body(metric, rowsOf(report, looks, metric)))}</table>`;
}

function rowsOf(report: Report, looks: Looks, shown: ShownMetric): Row[] {
  return withLooks(report, looks).map(({ candidate, look }) => {
    const metric = metricOf(candidate.result.metrics, shown.scorer);
    return { look, figure: figureOf(candidate, shown), cases: metric?.cases ?? 0, calls: metric?.calls ?? 0 };
  });
}

function body(metric: ShownMetric, rows: readonly Row[]): Html {
  const scale = scaleOf(metric, rows);
  const direction = metric.better === "higher" ? "higher is better" : "lower is better";
  const shown = (value: number) => inUnit(value, metric.unit).replace(".0 %", " %").replace(" ms", "");
  return html`<tbody>
<tr class="metric"><th scope="rowgroup" colspan="3"><b>${metric.title}</b> <span class="about">${metric.about}</span></th><td class="drawn">${axis(scale, shown)}</td><td class="direction">${direction}</td></tr>
${rows.map((row) => rowOf(metric, row, scale))}
</tbody>`;
}

function rowOf({ unit, title }: ShownMetric, { look, figure, cases, calls }: Row, scale: Scale): Html {
  const name = html`<th scope="row">${candidateName(look)}</th>`;
  if (figure === null)
    return html`<tr class="${look.className}">${name}<td class="value">${unknown}</td><td class="interval">not measured</td><td class="drawn"></td><td class="of"></td></tr>`;
  const [value, bounds] = [inUnit(figure.value, unit), boundsInUnit(figure, unit)];
  const label = `${look.name}, ${title}: ${value}, ${bounds}`;
  return html`<tr class="${look.className}">${name}<td class="value">${value}</td><td class="interval">${bounds}</td><td class="drawn">${whisker(figure, { scale, label })}</td><td class="of" title="${plural(cases, "case")}, ${plural(calls, "call")}">n ${whole(cases)} · ${plural(calls, "call")}</td></tr>`;
}

/** Shares never leave 0…1; nothing measured is below 0. */
function scaleOf({ unit }: ShownMetric, rows: readonly Row[]): Scale {
  const values = rows.flatMap(({ figure }) =>
    figure === null
      ? []
      : [figure.value, figure.bounds?.low ?? figure.value, figure.bounds?.high ?? figure.value],
  );
  const [low, high] = [Math.max(0, Math.min(...values)), Math.max(...values)];
  return linearScale(low, unit === "share" ? Math.min(1, high) : high);
}
