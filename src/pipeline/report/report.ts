import { dirname, join } from "node:path";
import type { Report } from "../../domain/report.ts";
import type { ReportOptions } from "../../domain/report-options.ts";
import { UsageError } from "../../lib/errors.ts";
import { reportFiles } from "../../workspace/evaluations.ts";
import { makeFolder, writeWhole } from "../../workspace/files.ts";
import { readJobs } from "../../workspace/job-ledger.ts";
import { takeLock } from "../../workspace/lock.ts";
import type { Workspace } from "../../workspace/workspace.ts";
import { buildReport } from "./build-report.ts";
import { junitOf } from "./junit.ts";
import { markdownOf } from "./markdown.ts";
import type { PageCase } from "./page/cases/page-case.ts";
import { readPageCases } from "./page/cases/read-page-cases.ts";
import type { PageOptions } from "./page/render-page.ts";
import type { ServingPrice } from "./page/sections/cost.ts";
import { writePage } from "./page/write-page.ts";
import { planReport } from "./plan-report.ts";
import { type GatheredResults, readResults } from "./read-results.ts";
import { type ReadEvaluation, readSummary } from "./read-summary.ts";
import { servingPrices } from "./serving-prices.ts";
import { withoutShares } from "./without-shares.ts";

export interface ReportOrder {
  readonly workspace: Pick<Workspace, "folder">;
  /** An evaluation's id; the newest where absent. */
  readonly evaluation?: string | undefined;
  readonly options: ReportOptions;
  readonly now: () => Date;
}

/** A report and the files that were written. */
export interface WrittenReport {
  readonly report: Report;
  readonly files: readonly string[];
}

/**
 * Compares an evaluation's candidates, decides, and writes `reports/<id>.*`. Reads only; the evaluation stays as it is.
 * @throws UsageError for a wrong id, name or condition; DataError where the evaluation's files are broken
 */
export async function report(order: ReportOrder): Promise<WrittenReport> {
  const { files, summary: whole } = await readSummary(order.workspace.folder, order.evaluation);
  const results = await readResults({ files, summary: whole });
  const summary = withoutShares(whole, order.options);
  const plan = planReport(summary, order.options);
  const createdAt = order.now().toISOString();
  const built = buildReport({ summary, results, plan, createdAt });
  const evaluation = { files, summary };
  const page = { cases: casesOf(evaluation, results), serving: await servingOf(evaluation, order.workspace) };
  return { report: built, files: await writeReport(built, page, order.workspace.folder) };
}

type PageParts = PageOptions & { readonly cases: AsyncIterable<PageCase> };

/** A lock of its own: a report may be made while another evaluation runs, but not two at once. */
async function writeReport(
  built: Report,
  page: PageParts,
  workspaceFolder: string,
): Promise<readonly string[]> {
  const files = reportFiles(workspaceFolder, built.id);
  const folder = dirname(files.json);
  await makeFolder(folder);
  const lock = await takeLock(join(folder, "lock"), "report");
  try {
    await writeWhole(files.markdown, `${markdownOf(built)}\n`);
    await writeWhole(files.junit, junitOf(built));
    await writePage(files.html, built, page);
    // Last: who finds it (`switch` asks it for the gate) finds the others too.
    await writeWhole(files.json, `${JSON.stringify(built, null, 2)}\n`);
    return [files.html, files.markdown, files.junit, files.json];
  } finally {
    await lock.release();
  }
}

/** The page shows the cases behind the numbers, candidate by candidate. */
function casesOf({ files, summary }: ReadEvaluation, { starts }: GatheredResults): AsyncIterable<PageCase> {
  const names = summary.candidates.map(({ candidate }) => candidate.name);
  return readPageCases(files, names, { knownStarts: starts });
}

/** A ledger that can't be read is `tune`'s to tell of; the report does without break-even. */
async function servingOf(
  { summary }: ReadEvaluation,
  workspace: ReportOrder["workspace"],
): Promise<ServingPrice[]> {
  const jobs = await readJobs(workspace).catch((error: unknown) => {
    if (error instanceof UsageError) return [];
    throw error;
  });
  return servingPrices(summary, jobs);
}
