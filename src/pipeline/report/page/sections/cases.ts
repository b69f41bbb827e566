import { Decision } from "../../../../domain/judgement.ts";
import type { Report } from "../../../../domain/report.ts";
import type { CaseCounts } from "../cases/case-shelf.ts";
import { plural, whole } from "../figures.ts";
import { type Html, html, section } from "../html.ts";
import { visible } from "../visible.ts";
import { bestFirst } from "./verdict.ts";

export const decisionWords: Record<Decision, string> = {
  reply: "replied, as it should",
  empty: "said nothing",
  right_tool: "right tool",
  wrong_tool: "wrong tool",
  missed_call: "missed call",
  extra_call: "extra call",
  wrong_order: "wrong order",
  false_call: "false call",
};

/** The list's frame; `assets/script/` fills it. */
export function casesSection(report: Report, counts: CaseCounts): Html {
  return section(
    {
      id: "cases",
      title: "The cases behind the numbers",
      about:
        "Changes against the baseline first. Open one to see the call so far, and what each candidate made of it.",
    },
    html`${leftOut(counts)}
<form class="filters" id="filters" role="search" aria-label="Filter cases">
${select("candidate", "Candidate", candidateChoices(report))}
${select("show", "Show", [
  ["", "all cases"],
  ["regression", "only regressions"],
  ["win", "only wins"],
  ["wrong", "only wrong"],
  ["failed", "only failed"],
])}
${select("decision", "Decision", [["", "any decision"], ...Decision.options.map((decision) => [decision, decisionWords[decision]] as const)])}
${select("tool", "Tool", [["", "any tool"]])}
<label class="search"><span>Search</span><input type="search" name="text" placeholder="words, values, case id" autocomplete="off" spellcheck="false"></label>
<button type="reset">Reset</button>
</form>
<p id="pin" class="pin" hidden></p>
<p id="count" class="count" role="status" aria-live="polite"></p>
<noscript><p class="empty">The list of cases needs scripts, which are switched off here.</p></noscript>
<ol id="list" class="list"></ol>
<button type="button" id="more" class="more" hidden>Show more</button>`,
  );
}

/** Laws: nothing is left out silently. */
function leftOut({ changed, wrong, right }: CaseCounts): Html | string {
  const groups = [
    { words: "that changed against the baseline", counts: changed },
    { words: "that somebody got wrong", counts: wrong },
    { words: "that all got right", counts: right },
  ].filter(({ counts: { all, kept } }) => kept < all);
  if (groups.length === 0) return "";
  return html`<p class="left-out"><b>Not all cases are on this page,</b> so that it stays small enough to mail. Left out, by a seeded draw: ${groups.map(({ words, counts: { all, kept } }, index) => html`${index === 0 ? "" : "; "}${whole(all - kept)} of the ${plural(all, "case")} ${words}`)}. Every figure above counts all of them; the evaluation’s folder holds them.</p>`;
}

/** By place in the report, since names may hold what a form would change. */
function candidateChoices(report: Report): (readonly [string, string])[] {
  const places = report.candidates.map((candidate, place) => ({ candidate, place }));
  return bestFirst(places).map(({ candidate: { result }, place }) => {
    const { name } = result.candidate;
    return [String(place), visible(name) + (name === report.baseline ? " (baseline)" : "")] as const;
  });
}

function select(name: string, label: string, choices: readonly (readonly [string, string])[]): Html {
  return html`<label><span>${label}</span><select name="${name}">${choices.map(([value, words]) => html`<option value="${value}">${words}</option>`)}</select></label>`;
}
