import { foreign, type Html, html } from "../html.ts";
import type { Look } from "../looks.ts";

/** Which line is whose. */
export function legend(looks: readonly Look[]): Html {
  return html`<ul class="legend">${looks.map(
    (look) =>
      html`<li><svg width="28" height="8" aria-hidden="true"><line x1="0" x2="28" y1="4" y2="4" stroke="${look.colour}" stroke-width="2.5" stroke-dasharray="${look.dashes}"/></svg> ${foreign(look.name)}</li>`,
  )}</ul>`;
}
