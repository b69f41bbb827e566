import type { Report } from "../../../domain/report.ts";
import { type Assets, readAssets } from "./assets.ts";
import { type CaseCounts, createCaseShelf, type ShelvedCases } from "./cases/case-shelf.ts";
import type { PageCase } from "./cases/page-case.ts";
import { type Pen, takePen } from "./charts/draw.ts";
import { type Html, html, raw } from "./html.ts";
import { type Looks, looksOf } from "./looks.ts";
import { casesSection } from "./sections/cases.ts";
import { comparisonSection } from "./sections/comparison.ts";
import { confusionSection } from "./sections/confusion.ts";
import { costSection, type ServingPrice } from "./sections/cost.ts";
import { curveSection } from "./sections/curve.ts";
import { gateSection } from "./sections/gate.ts";
import { headlineSection } from "./sections/headline.ts";
import { latencySection } from "./sections/latency.ts";
import { methodSection } from "./sections/method.ts";
import { parameterSection } from "./sections/parameters.ts";
import { verdictSection } from "./sections/verdict.ts";
import { visible } from "./visible.ts";

export interface PageOptions {
  /** What serving a candidate on a machine of its own costs, where it is known: then break-even is shown. */
  readonly serving?: readonly ServingPrice[];
  /** Of the cases' JSON; 8 MB unless told. What doesn't fit is left out, and the page says so. */
  readonly mostBytes?: number;
}

/** With the rest of the page below 10 MB, which mail servers let through. */
const defaultMostBytes = 8_000_000;

/** The whole page as text: the same for the same report and cases. */
export async function renderPage(
  report: Report,
  cases: AsyncIterable<PageCase>,
  options: PageOptions = {},
): Promise<string> {
  const looks = looksOf(report);
  const shelved = await shelve(cases, { report, looks, options });
  const [assets, pen] = [await readAssets(), await takePen()];
  const sections = await Promise.all(
    sectionsOf(report, { looks, pen, serving: options.serving ?? [], counts: shelved.counts }),
  );
  return String(await whole({ report, looks, assets, sections, shelved }));
}

interface ShelveParts {
  readonly report: Report;
  readonly looks: Looks;
  readonly options: PageOptions;
}

async function shelve(
  cases: AsyncIterable<PageCase>,
  { report, looks, options: { mostBytes = defaultMostBytes } }: ShelveParts,
): Promise<ShelvedCases> {
  const shelf = createCaseShelf({
    candidates: looks.map(({ name }) => name),
    looks: looks.map(({ className }) => className),
    baseline: looks.findIndex(({ isBaseline }) => isBaseline),
    mostBytes,
    seed: report.id,
  });
  for await (const pageCase of cases) shelf.add(pageCase);
  return shelf.close();
}

interface SectionParts {
  readonly looks: Looks;
  readonly pen: Pen;
  readonly serving: readonly ServingPrice[];
  readonly counts: CaseCounts;
}

function sectionsOf(report: Report, { looks, pen, serving, counts }: SectionParts): (Html | null)[] {
  return [
    headlineSection(report, looks),
    gateSection(report, looks),
    comparisonSection(report, looks),
    confusionSection(report, looks),
    parameterSection(report, looks),
    latencySection(report, looks, pen),
    costSection(report, { looks, pen, serving }),
    curveSection(report, pen),
    casesSection(report, counts),
    methodSection(report, looks),
  ];
}

interface PageParts {
  readonly report: Report;
  readonly looks: Looks;
  readonly assets: Assets;
  readonly sections: readonly unknown[];
  readonly shelved: ShelvedCases;
}

function whole({ report, looks, assets, sections, shelved }: PageParts): Html {
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${assets.policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>calltune report ${visible(report.id)}</title>
<link rel="icon" href="data:,">
<style>${raw(assets.style)}</style>
</head>
<body>
<a class="skip" href="#cases">Skip to the cases</a>
${verdictSection(report, looks)}
${navigation(sections)}
<main>
${sections}
</main>
<footer>Made by calltune. This file asks nobody for anything; it holds words of callers, so mail it with care.</footer>
<div id="tip" role="tooltip" hidden></div>
<script type="application/json" id="evaluation">${raw(escapedForScript(shelved.json))}</script>
<script type="module">${raw(assets.script)}</script>
</body>
</html>
`;
}

const sectionNames: Readonly<Record<string, string>> = {
  metrics: "Figures",
  gate: "Gate",
  comparison: "Baseline",
  confusion: "Tools",
  parameters: "Arguments",
  latency: "Waiting",
  cost: "Cost",
  curve: "Learning",
  cases: "Cases",
  method: "Method",
};

/** Links to the sections that are there. */
function navigation(sections: readonly unknown[]): Html {
  const ids = sections.flatMap((text) => /^<section id="([a-z]+)"/.exec(String(text ?? ""))?.[1] ?? []);
  return html`<nav aria-label="Sections"><ul>${ids.map((id) => html`<li><a href="#${id}">${sectionNames[id]}</a></li>`)}</ul></nav>`;
}

/** JSON that can't end its script, nor begin a comment in it. */
function escapedForScript(json: string): string {
  return json.replace(
    /[<\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}
