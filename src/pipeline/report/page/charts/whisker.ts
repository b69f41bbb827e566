import type { Figure } from "../../../../domain/metric.ts";
import { type Html, html } from "../html.ts";
import type { Scale } from "./scale.ts";

interface WhiskerOptions {
  readonly scale: Scale;
  /** What a screen reader says. */
  readonly label: string;
  readonly className?: string;
  /** Marked behind it: 0 and the margin of a comparison. */
  readonly ground?: Html;
}

const middle = 12;

/** A dot for the value and a line for its interval; the line fades out where nothing bounds it. */
export function whisker(
  { value, bounds }: Figure,
  { scale, label, className = "", ground }: WhiskerOptions,
): Html {
  const [from, to] = [bounds?.low ?? null, bounds?.high ?? null];
  return html`<svg class="whisker ${className}" role="img" aria-label="${label}">${gridLines(scale)}${ground}${
    bounds === null ? "" : wholeLine(scale, from, to)
  }<circle cx="${percentOf(scale, value)}" cy="${middle}" r="5"/></svg>`;
}

/** The scale's numbers, above a column of whiskers. */
export function axis(scale: Scale, shown: (value: number) => string): Html {
  return html`<svg class="axis" aria-hidden="true">${scale.ticks.map(
    (tick) => html`<text x="${percentOf(scale, tick)}" y="11" text-anchor="middle">${shown(tick)}</text>`,
  )}</svg>`;
}

/** Upright line at a number. */
export function upright(scale: Scale, value: number, className: string): Html {
  const at = percentOf(scale, value);
  return html`<line class="${className}" x1="${at}" x2="${at}" y1="0" y2="24"/>`;
}

export function band(scale: Scale, from: number, to: number): Html {
  const width = scale.at(to) - scale.at(from);
  return html`<rect class="margin" x="${percentOf(scale, from)}" width="${width.toFixed(2)}%" y="0" height="24"/>`;
}

function gridLines(scale: Scale): Html[] {
  return scale.ticks.map((tick) => upright(scale, tick, "grid"));
}

function wholeLine(scale: Scale, low: number | null, high: number | null): Html {
  const [x1, x2] = [
    low === null ? "0%" : percentOf(scale, low),
    high === null ? "100%" : percentOf(scale, high),
  ];
  const open = low === null || high === null ? " open" : "";
  const caps = [low, high].map((bound) => (bound === null ? "" : cap(percentOf(scale, bound))));
  return html`<line class="range${open}" x1="${x1}" x2="${x2}" y1="${middle}" y2="${middle}"/>${caps}`;
}

function cap(x: string): Html {
  return html`<line class="range" x1="${x}" x2="${x}" y1="${middle - 4}" y2="${middle + 4}"/>`;
}

function percentOf(scale: Scale, value: number): string {
  return `${scale.at(value).toFixed(2)}%`;
}
