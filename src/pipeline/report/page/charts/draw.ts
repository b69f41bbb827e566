import type { PlotOptions } from "@observablehq/plot";
import { type Html, html, raw } from "../html.ts";

/** Draws a chart as SVG text, twice: for a page, and for a phone, where its text would be too small otherwise. */
export interface Pen {
  draw(chart: Chart): Html;
}

export interface Chart {
  /** What a screen reader says instead. */
  readonly label: string;
  /** Plot's options for a width. */
  options(Plot: PlotLibrary, isNarrow: boolean): PlotOptions;
}

export type PlotLibrary = typeof import("@observablehq/plot");

const widths = { wide: 720, narrow: 340 } as const;

/** Loads the library of charts, which takes a fifth of a second, when a page is made and not before. */
export async function takePen(): Promise<Pen> {
  // linkedom in one file is there in a fifth of the time that its many take.
  const [Plot, { parseHTML }] = await Promise.all([import("@observablehq/plot"), import("linkedom/worker")]);
  const { document } = parseHTML("<html></html>");
  const drawOne = ({ options }: Chart, size: keyof typeof widths) => {
    const isNarrow = size === "narrow";
    const width = widths[size];
    const chart = {
      width,
      height: isNarrow ? 250 : 420,
      marginTop: isNarrow ? 30 : 38,
      marginLeft: isNarrow ? 40 : 52,
      marginBottom: isNarrow ? 42 : 54,
      ...options(Plot, isNarrow),
    };
    const svg = Plot.plot({ ...chart, document, className: "plot" });
    // Its own style sheet is forbidden by the page's policy; page.css says the same.
    svg.querySelector("style")?.remove();
    return raw(svg.outerHTML);
  };
  return {
    draw: (chart) =>
      html`<div class="chart" role="img" aria-label="${chart.label}"><div class="wide" aria-hidden="true">${drawOne(chart, "wide")}</div><div class="narrow" aria-hidden="true">${drawOne(chart, "narrow")}</div></div>`,
  };
}
