import type { Look } from "../looks.ts";
import type { Chart } from "./draw.ts";

/** A candidate's times: quantiles, rising, the first being the least and the last the most. */
export interface Times {
  readonly look: Look;
  readonly quantiles: readonly number[];
}

interface Point {
  readonly ms: number;
  readonly share: number;
}

/** From how many times the least the most is drawn on a scale of powers. */
const wideSpread = 20;

/** The share of replies that had come by each moment. */
export function latencyChart(title: string, all: readonly Times[]): Chart {
  const most = Math.max(...all.map(({ quantiles }) => quantiles.at(-1) ?? 0));
  const least = Math.max(1, Math.min(...all.map(({ quantiles }) => quantiles[0] ?? 1)));
  const isWide = most / least > wideSpread;
  return {
    label: `${title}: share of replies that had come by each moment, ${all.map(({ look }) => look.name).join(", ")}`,
    options: (Plot, isNarrow) => ({
      x: {
        type: isWide ? "log" : "linear",
        label: "milliseconds",
        labelOffset: isNarrow ? 36 : 46,
        ticks: isNarrow ? 4 : 6,
        tickFormat: "~s",
        domain: [isWide ? least : 0, most],
      },
      y: {
        label: "% of replies",
        labelOffset: isNarrow ? 34 : 44,
        percent: true,
        domain: [0, 100],
        grid: true,
        ticks: 5,
      },
      marks: [
        Plot.ruleY([0.5, 0.95], { stroke: "var(--line-strong)", strokeDasharray: "2 3" }),
        ...all.map(({ look, quantiles }) =>
          Plot.line(pointsOf(quantiles, least), {
            x: "ms",
            y: "share",
            stroke: look.colour,
            strokeWidth: look.isBaseline ? 2 : 2.5,
            strokeDasharray: look.dashes,
          }),
        ),
      ],
    }),
  };
}

function pointsOf(quantiles: readonly number[], least: number): Point[] {
  const last = Math.max(1, quantiles.length - 1);
  return quantiles.map((ms, index) => ({
    ms: Math.max(ms, least),
    share: quantiles.length === 1 ? 1 : index / last,
  }));
}
