import { type Html, html } from "../html.ts";

/** What the list of cases is narrowed to by a number: fields of the script's `state`. */
export interface Pins {
  readonly candidate: string;
  readonly expected?: string;
  readonly given?: string;
  /** `tool.parameter`, as `parameterKey` writes it: cases where this argument is wrong. */
  readonly parameter?: readonly [tool: string, parameter: string];
}

interface LinkOptions {
  readonly label: string;
  readonly pins: Pins;
  /** Lines shown at hover and focus. */
  readonly tips?: readonly string[];
}

/** A number that leads to the cases behind it. */
export function caseLink({ label, pins, tips = [] }: LinkOptions, content: unknown): Html {
  const tip = tips.length === 0 ? "" : html` data-tip="${JSON.stringify(tips)}"`;
  return html`<a href="#cases" aria-label="${label}" data-pins="${JSON.stringify(pins)}"${tip}>${content}</a>`;
}

/**
 * The class of a shade, from none for 0 to `heat-10` for 1. By the square root, so that the first errors in a hundred
 * can be seen.
 */
export function heat(share: number): string {
  return `heat-${share <= 0 ? 0 : Math.max(1, Math.round(Math.sqrt(share) * 10))}`;
}
