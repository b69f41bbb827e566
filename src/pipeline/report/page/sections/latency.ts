import type { CandidateReport, Report } from "../../../../domain/report.ts";
import type { Pen } from "../charts/draw.ts";
import { latencyChart } from "../charts/latency-chart.ts";
import { type Html, html, section } from "../html.ts";
import { type Looks, withLooks } from "../looks.ts";
import { legend } from "./legend.ts";

const kinds = [
  { key: "ttftMs", title: "To the first token of spoken replies" },
  { key: "toolCallMs", title: "Until the tool calls are complete" },
] as const;

/** How long callers wait; null where nothing was timed. */
export function latencySection(report: Report, looks: Looks, pen: Pen): Html | null {
  const charts = kinds.flatMap(({ key, title }) => {
    const times = timesOf(report, looks, key);
    return times.length === 0 ? [] : [figure(title, times, pen)];
  });
  if (charts.length === 0) return null;
  return section(
    {
      id: "latency",
      title: "How long callers wait",
      about:
        "The share of replies that had come by each moment: the further left and the steeper, the better. Dotted lines mark half and 95 % of the replies.",
    },
    html`<div class="pair">${charts}</div>`,
  );
}

function timesOf(report: Report, looks: Looks, key: keyof CandidateReport["latencies"]) {
  return withLooks(report, looks).flatMap(({ candidate, look }) => {
    const quantiles = candidate.latencies[key];
    return quantiles.length === 0 ? [] : [{ look, quantiles }];
  });
}

function figure(title: string, times: ReturnType<typeof timesOf>, pen: Pen): Html {
  return html`<figure><figcaption>${title}</figcaption>${legend(times.map(({ look }) => look))}${pen.draw(latencyChart(title, times))}</figure>`;
}
