import type { CandidateReport, Outcome, Report } from "../../../../domain/report.ts";
import { day, plural, whole } from "../figures.ts";
import { code, foreign, type Html, html } from "../html.ts";
import { candidateName, type Look, type Looks, withLooks } from "../looks.ts";

interface OutcomeWords {
  readonly title: string;
  /** A shape, for those who don't see colours. */
  readonly sign: string;
}

export const outcomeWords: Record<Outcome, OutcomeWords> = {
  better: { title: "Better", sign: "▲" },
  not_worse: { title: "Not worse", sign: "≈" },
  worse: { title: "Worse", sign: "▼" },
  cant_tell_yet: { title: "Can’t tell yet", sign: "?" },
  no_verdict: { title: "No verdict", sign: "!" },
};

export function outcomeChip(outcome: Outcome): Html {
  const { title, sign } = outcomeWords[outcome];
  return html`<span class="chip ${outcome}"><i aria-hidden="true">${sign}</i> ${title}</span>`;
}

const bestToWorst = ["better", "not_worse", "cant_tell_yet", "worse", "no_verdict"] as const;

/** In the order in which they deserve a look; the baseline comes last. */
export function bestFirst<One extends { candidate: CandidateReport }>(all: readonly One[]): One[] {
  const placeOf = ({ candidate: { outcome } }: One) =>
    outcome === null ? bestToWorst.length : bestToWorst.indexOf(outcome);
  return [...all].sort((one, other) => placeOf(one) - placeOf(other));
}

/** What a founder reads, and nothing else if there is no time: the outcome of each candidate, and why. */
export function verdictSection(report: Report, looks: Looks): Html {
  const judged = bestFirst(withLooks(report, looks)).filter(({ candidate }) => candidate.outcome !== null);
  return html`<header class="verdict">
<p class="eyebrow">calltune report · ${day(report.createdAt)}</p>
<h1${isLong(report) ? html` class="long"` : ""}>${headlineOf(report)}</h1>
<p class="facts">${facts(report)}</p>
${warnings(report)}
<div class="cards">${judged.map(({ candidate, look }) => card(candidate, look))}</div>
</header>`;
}

/** Names that would fill the screen in the size of a headline. */
function isLong({ candidates }: Report): boolean {
  return candidates.reduce((sum, { result }) => sum + result.candidate.name.length, 0) > longNames;
}

const longNames = 90;

/** The best outcome that a candidate has, of whom it holds. */
function headlineOf(report: Report): Html {
  const { candidates, baseline } = report;
  const judged = candidates.filter(({ outcome }) => outcome !== null);
  if (judged.length === 0) return html`${foreign(baseline)} alone: there is nothing to compare it with.`;
  const best = bestToWorst.find((outcome) => judged.some((candidate) => candidate.outcome === outcome));
  const names = judged.filter(({ outcome }) => outcome === best).map(({ result }) => result.candidate.name);
  return sentenceOf(best ?? "no_verdict", names, baseline);
}

function sentenceOf(outcome: Outcome, names: readonly string[], baseline: string): Html {
  const [who, base] = [listed(names), foreign(baseline)];
  const are = names.length === 1 ? "is" : "are";
  const sentences: Record<Outcome, () => Html> = {
    better: () => html`${who} ${are} better than ${base}.`,
    not_worse: () => html`${who} ${are} not worse than ${base}, and not proved better.`,
    cant_tell_yet: () => html`Nobody can tell yet whether ${who} ${are} better than ${base}.`,
    worse: () => html`${who} ${are} worse than ${base}.`,
    no_verdict: () => html`No verdict on ${who}.`,
  };
  return sentences[outcome]();
}

function listed(names: readonly string[]): Html[] {
  const betweenLast = (index: number) => (index === names.length - 2 ? " and " : ", ");
  return names.map(
    (name, index) => html`${foreign(name)}${index < names.length - 1 ? betweenLast(index) : ""}`,
  );
}

function facts({ cases, gate, baseline, candidates }: Report): Html {
  const failures = candidates
    .flatMap(({ result }) => Object.values(result.failed))
    .reduce((sum, count) => sum + (count ?? 0), 0);
  const failed = failures === 0 ? "" : html` <span>${plural(failures, "request")} failed</span>`;
  const says =
    gate === null
      ? ""
      : html` <a class="chip ${gate.passed ? "better" : "worse"}" href="#gate"><i aria-hidden="true">${gate.passed ? "✓" : "✕"}</i> Gate ${gate.passed ? "passed" : "not passed"}</a>`;
  return html`<span>${plural(cases.count, "case")} from ${plural(cases.calls, "call")}</span> <span>${whole(cases.withToolCalls)} expect tool calls</span> <span>from ${foreign(cases.from)}</span> <span>baseline: ${foreign(baseline)}</span>${failed}${says}`;
}

/** Before the figures: what they must be read with. */
function warnings({ warnings: all }: Report): Html | string {
  if (all.length === 0) return "";
  return html`<ul class="warnings" aria-label="Warnings">${all.map((warning) => html`<li><i aria-hidden="true">!</i> <span>${foreign(warning)}</span></li>`)}</ul>`;
}

function card({ result, outcome, reasons }: CandidateReport, look: Look): Html {
  const { candidate } = result;
  const model = candidate.model === null ? "what the agent really did" : code(candidate.model);
  return html`<article class="card ${look.className} ${outcome}">
<h2>${candidateName(look)}</h2>
<p class="model">${model}</p>
<p class="outcome">${outcome === null ? "" : outcomeChip(outcome)}</p>
${reasons.length === 0 ? "" : html`<ul>${reasons.map((reason) => html`<li>${foreign(reason)}</li>`)}</ul>`}
</article>`;
}
