import type { Candidate, CandidateResult } from "../../../../domain/evaluation.ts";
import type { Report } from "../../../../domain/report.ts";
import { dollars, plural, whole } from "../figures.ts";
import { code, foreign, type Html, html, section } from "../html.ts";
import { candidateName, type Looks, withLooks } from "../looks.ts";

/** Where every number comes from: candidates, comparators, and the hashes that it can be followed back by. */
export function methodSection(report: Report, looks: Looks): Html {
  return section(
    {
      id: "method",
      title: "How it was measured",
      about: "Every number can be followed back to the calls it was made from.",
    },
    html`<div class="scroll" role="region" aria-label="Candidates" tabindex="0"><table class="plain candidates"><thead><tr><th scope="col">Candidate</th><th scope="col">Model</th><th scope="col">Asked with</th><th scope="col">Price of a million tokens</th><th scope="col" class="number">Answered</th><th scope="col">Failed</th></tr></thead>
<tbody>${withLooks(report, looks).map(({ candidate: { result }, look }) => html`<tr><th scope="row">${candidateName(look)}</th>${candidateCells(result)}</tr>`)}</tbody></table></div>
${comparatorTable(report)}
<dl class="hashes">
<div><dt>Report and evaluation</dt><dd>${code(report.id)}</dd></div>
<div><dt>Made</dt><dd>${report.createdAt}</dd></div>
<div><dt>SHA-256 of results.jsonl</dt><dd>${code(report.resultsSha256)}</dd></div>
<div><dt>Dataset</dt><dd>${report.manifestHash === null ? "none: the cases come of a file" : code(report.manifestHash)}</dd></div>
</dl>`,
  );
}

function candidateCells({ candidate, answered, failed, missing }: CandidateResult): Html {
  const failures = Object.entries(failed).flatMap(([reason, count]) =>
    count ? [`${whole(count)} ${reason.replaceAll("_", " ")}`] : [],
  );
  const unasked = missing > 0 ? [`${whole(missing)} not asked yet`] : [];
  return html`<td>${modelOf(candidate)}</td><td>${askedWith(candidate)}</td><td>${priceOf(candidate)}</td><td class="number">${whole(answered)}</td><td>${[...failures, ...unasked].join(", ") || "none"}</td>`;
}

function modelOf({ kind, provider, model }: Candidate): Html {
  if (kind === "log") return html`what the agent really did`;
  return code([provider, model].filter((part) => part !== null).join(":"));
}

function askedWith({ kind, prompt, fewShot, temperature, maxTokens, batch }: Candidate): Html {
  if (kind === "log") return html`–`;
  const parts = [
    prompt === null ? "the call’s own prompt" : html`prompt ${foreign(prompt.name)}`,
    ...(fewShot === null ? [] : [plural(fewShot.examples, "example")]),
    temperature === null ? "usual temperature" : `temperature ${temperature}`,
    `at most ${plural(maxTokens, "token")}`,
    ...(batch === true ? ["in a batch: no latency"] : []),
  ];
  return html`${parts.map((part, index) => html`${index === 0 ? "" : ", "}${part}`)}`;
}

function priceOf({ price }: Candidate): string {
  if (price === null) return "unknown";
  return `${dollars(price.input)} in, ${dollars(price.output)} out (read ${price.readOn})`;
}

function comparatorTable({ comparators }: Report): Html | string {
  if (comparators.length === 0) return "";
  return html`<details id="comparators"><summary>How each argument was compared (${comparators.length})</summary><div class="scroll" role="region" aria-label="Comparators" tabindex="0"><table class="plain"><thead><tr><th scope="col">Argument</th><th scope="col">Compared as</th><th scope="col">Because</th></tr></thead>
<tbody>${comparators.map(({ tool, parameter, comparator, because }) => html`<tr><th scope="row">${code(`${tool}.${parameter}`)}</th><td>${comparator}</td><td>${foreign(because)}</td></tr>`)}</tbody></table></div></details>`;
}
