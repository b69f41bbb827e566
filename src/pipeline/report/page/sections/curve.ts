import type { Report } from "../../../../domain/report.ts";
import { curveChart, type LearntPoint } from "../charts/curve-chart.ts";
import type { Pen } from "../charts/draw.ts";
import { foreign, type Html, html, section } from "../html.ts";
import { metricOf } from "../shown-metrics.ts";

const drawn = [
  { scorer: "exact_call", title: "Exact call" },
  { scorer: "right_decision", title: "Right decision" },
];

/** What more examples bring; null where no curve was made. */
export function curveSection({ curve, curveSays }: Report, pen: Pen): Html | null {
  const charts = drawn.flatMap(({ scorer, title }) => {
    const points = curve.flatMap(({ examples, metrics }): LearntPoint[] => {
      const figure = metricOf(metrics, scorer)?.figures?.["rate"];
      return figure === undefined ? [] : [{ examples, figure }];
    });
    return points.length < 2
      ? []
      : [html`<figure><figcaption>${title}</figcaption>${pen.draw(curveChart(title, points))}</figure>`];
  });
  if (charts.length === 0) return null;
  return section(
    {
      id: "curve",
      title: "Would more calls help?",
      about: "What was learnt from growing shares of the training calls, on the same cases.",
    },
    html`${curveSays === null ? "" : html`<p class="says">${foreign(curveSays)}</p>`}<div class="pair">${charts}</div>`,
  );
}
