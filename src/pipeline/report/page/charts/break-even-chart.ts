import type { Look } from "../looks.ts";
import type { Chart } from "./draw.ts";

/** What a candidate costs a day, by phone calls: so much whatever happens, and so much a call. */
export interface DailyCost {
  readonly look: Look;
  readonly perDay: number;
  readonly perCall: number;
}

/** Dollars a day by phone calls a day, up to so many. */
export function breakEvenChart(costs: readonly DailyCost[], mostCalls: number): Chart {
  return {
    label: `dollars a day by phone calls a day: ${costs.map(({ look }) => look.name).join(", ")}`,
    options: (Plot, isNarrow) => ({
      x: {
        label: "phone calls a day",
        labelOffset: isNarrow ? 36 : 46,
        ticks: isNarrow ? 4 : 6,
        tickFormat: "~s",
        domain: [0, mostCalls],
      },
      y: { label: "dollars a day", labelOffset: isNarrow ? 34 : 44, grid: true, ticks: 5, tickFormat: "~s" },
      marks: costs.map(({ look, perDay, perCall }) =>
        Plot.line(
          [0, mostCalls].map((calls) => ({ calls, dollars: perDay + perCall * calls })),
          { x: "calls", y: "dollars", stroke: look.colour, strokeWidth: 2.5, strokeDasharray: look.dashes },
        ),
      ),
    }),
  };
}
