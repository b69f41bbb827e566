import type { GateOn, Report } from "../../../../domain/report.ts";
import { code, foreign, type Html, html, section } from "../html.ts";
import { candidateName, type Looks } from "../looks.ts";

const onWords: Record<GateOn, string> = {
  figure: "What must hold is the figure itself.",
  bound: "What must hold is the figure and, of its interval, the bound on the worse side.",
};

export function gateSection({ gate }: Report, looks: Looks): Html | null {
  if (gate === null) return null;
  return section(
    {
      id: "gate",
      title: gate.passed ? "The gate is passed" : "The gate is not passed",
      about: `The conditions that were set, each with the number that decided. ${onWords[gate.on]}`,
    },
    html`<ul class="gate">${gate.results.map(
      ({ condition, candidate, passed, because }) =>
        html`<li class="${passed ? "better" : "worse"}"><i aria-hidden="true">${passed ? "✓" : "✕"}</i><div><p>${code(condition)} ${candidateName(looks.find(({ name }) => name === candidate))} <b class="word">${passed ? "passed" : "not passed"}</b></p><p class="about">${foreign(because)}</p></div></li>`,
    )}</ul>`,
  );
}
