import type { Figure } from "../../../../domain/metric.ts";
import type { Chart } from "./draw.ts";

/** One metric after learning from so many examples. */
export interface LearntPoint {
  readonly examples: number;
  readonly figure: Figure;
}

/** A rate by the number of examples learnt from, with its intervals. */
export function curveChart(title: string, points: readonly LearntPoint[]): Chart {
  const rows = points.map(({ examples, figure: { value, bounds } }) => ({
    examples,
    value,
    low: bounds?.low ?? value,
    high: bounds?.high ?? value,
  }));
  return {
    label: `${title} by number of examples learnt from`,
    options: (Plot, isNarrow) => ({
      x: { label: "examples", labelOffset: isNarrow ? 36 : 46, ticks: isNarrow ? 4 : 6 },
      y: { label: "%", labelOffset: isNarrow ? 34 : 44, percent: true, grid: true, ticks: 5, nice: true },
      marks: [
        Plot.areaY(rows, { x: "examples", y1: "low", y2: "high", fill: "var(--own-1)", fillOpacity: 0.14 }),
        Plot.ruleX(rows, { x: "examples", y1: "low", y2: "high", stroke: "var(--own-1)", strokeWidth: 1.5 }),
        Plot.line(rows, { x: "examples", y: "value", stroke: "var(--own-1)", strokeWidth: 2.5 }),
        Plot.dot(rows, { x: "examples", y: "value", fill: "var(--own-1)", r: 5 }),
      ],
    }),
  };
}
