import type { CandidateReport, Report } from "../../../domain/report.ts";
import { foreign, type Html, html } from "./html.ts";

/** How a candidate looks in all tables and charts of the page. */
export interface Look {
  readonly name: string;
  /** Sets `--own` to the candidate's colour. */
  readonly className: string;
  /** As a colour of SVG. */
  readonly colour: string;
  /** Tells lines apart without colours. */
  readonly dashes: string;
  readonly isBaseline: boolean;
}

/** Grey is the baseline's; the others are told apart by the colour-blind too (Okabe and Ito's, softened). */
const colours = 6;
const dashes = ["none", "8 3", "12 3 2 3", "5 3", "12 4", "2 3"];

export type Looks = readonly Look[];

export function looksOf({ candidates, baseline }: Report): Looks {
  let next = 0;
  return candidates.map(({ result: { candidate } }) => {
    const isBaseline = candidate.name === baseline;
    const number = isBaseline ? 0 : 1 + (next++ % colours);
    return {
      name: candidate.name,
      className: `own-${number}`,
      colour: `var(--own-${number})`,
      dashes: isBaseline ? "4 3" : (dashes[(number - 1) % dashes.length] ?? "none"),
      isBaseline,
    };
  });
}

/** The candidate's name with its mark. */
export function candidateName(look: Look | undefined): Html {
  if (look === undefined) return html``;
  const role = look.isBaseline ? html` <small>baseline</small>` : "";
  return html`<span class="candidate ${look.className}"><i aria-hidden="true"></i><span>${foreign(look.name)}${role}</span></span>`;
}

/** Each candidate with its look. */
export function withLooks(report: Report, looks: Looks): { candidate: CandidateReport; look: Look }[] {
  return report.candidates.flatMap((candidate, index) => {
    const look = looks[index];
    return look === undefined ? [] : [{ candidate, look }];
  });
}
