import type { Report } from "../../../../domain/report.ts";
import { breakEvenChart, type DailyCost } from "../charts/break-even-chart.ts";
import type { Pen } from "../charts/draw.ts";
import { dollars, unknown, whole } from "../figures.ts";
import { foreign, type Html, html, section } from "../html.ts";
import { candidateName, type Looks, withLooks } from "../looks.ts";
import { figureOf, shownMetric } from "../shown-metrics.ts";
import { table } from "./headline.ts";
import { legend } from "./legend.ts";

/** What serving a candidate costs a day, however many calls there are. */
export interface ServingPrice {
  readonly candidate: string;
  readonly dollarsPerDay: number;
  /** The hardware, and the day on which its price was read. */
  readonly because: string;
}

const volumes = [100, 1000, 10_000];

/** Costs by turn, by call and by day; null where no price is known. */
export function costSection(
  report: Report,
  { looks, pen, serving }: { looks: Looks; pen: Pen; serving: readonly ServingPrice[] },
): Html | null {
  const costs = dailyCosts(report, looks, serving);
  if (costs.length === 0) return null;
  const metrics = ["per_turn", "per_call"].map((figure) => shownMetric("cost", figure));
  return section(
    {
      id: "cost",
      title: "What it costs",
      about:
        "Tokens at the prices of the day noted under “How it was measured”. A figure stays unknown where a price is.",
    },
    html`${table(report, looks, metrics)}
<div class="pair by-day"><div><h3>Dollars a day</h3>${volumeTable(costs)}</div>${breakEven(costs, { pen, serving })}</div>`,
  );
}

/** Of candidates whose cost is known: a machine of its own costs by the day, tokens by the call. */
function dailyCosts(report: Report, looks: Looks, serving: readonly ServingPrice[]): DailyCost[] {
  return withLooks(report, looks).flatMap(({ candidate, look }) => {
    const rent = serving.find((price) => price.candidate === look.name);
    if (rent !== undefined) return [{ look, perDay: rent.dollarsPerDay, perCall: 0 }];
    const perCall = figureOf(candidate, shownMetric("cost", "per_call"))?.value;
    return perCall === undefined ? [] : [{ look, perDay: 0, perCall }];
  });
}

function volumeTable(costs: readonly DailyCost[]): Html {
  return html`<table class="plain volumes"><thead><tr><th scope="col">Calls a day</th>${volumes.map((calls) => html`<th scope="col" class="number">${whole(calls)}</th>`)}</tr></thead>
<tbody>${costs.map(
    ({ look, perDay, perCall }) =>
      html`<tr><th scope="row">${candidateName(look)}</th>${volumes.map((calls) => html`<td class="number">${dollars(perDay + perCall * calls)}</td>`)}</tr>`,
  )}</tbody></table>`;
}

interface BreakEvenOptions {
  readonly pen: Pen;
  readonly serving: readonly ServingPrice[];
}

/** Nothing where no candidate is served by the day, since prices by the token never meet but at zero. */
function breakEven(costs: readonly DailyCost[], { pen, serving }: BreakEvenOptions): Html | string {
  const meetings = costs.flatMap((rented) =>
    rented.perDay === 0
      ? []
      : costs.flatMap((paid) =>
          paid.perCall === 0 ? [] : [{ rented, paid, calls: rented.perDay / paid.perCall }],
        ),
  );
  if (meetings.length === 0) return "";
  const most = Math.max(...meetings.map(({ calls }) => calls)) * 1.5;
  return html`<figure><figcaption>Break-even</figcaption>${legend(costs.map(({ look }) => look))}${pen.draw(breakEvenChart(costs, most))}<ul class="notes">${meetings.map(({ rented, paid, calls }) => html`<li>${foreign(rented.look.name)} on a machine of its own costs less than ${foreign(paid.look.name)} from about ${whole(calls)} calls a day.</li>`)}
${serving.map(({ candidate, dollarsPerDay, because }) => html`<li>${foreign(candidate)}: ${Number.isFinite(dollarsPerDay) ? dollars(dollarsPerDay) : unknown} a day, ${foreign(because)}.</li>`)}</ul></figure>`;
}
