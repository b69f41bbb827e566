import { dirname, join } from "node:path";
import type { Report } from "../../domain/report.ts";
import type { ReportOptions } from "../../domain/report-options.ts";
import { reportFiles } from "../../workspace/evaluations.ts";
import { makeFolder, writeWhole } from "../../workspace/files.ts";
import { takeLock } from "../../workspace/lock.ts";
import type { Workspace } from "../../workspace/workspace.ts";
import { buildReport } from "./build-report.ts";
import { junitOf } from "./junit.ts";
import { markdownOf } from "./markdown.ts";
import type { PageCase } from "./page/cases/page-case.ts";
import { readPageCases } from "./page/cases/read-page-cases.ts";
import { writePage } from "./page/write-page.ts";
import { planReport } from "./plan-report.ts";
import { readResults } from "./read-results.ts";
import { type ReadEvaluation, readSummary } from "./read-summary.ts";
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
  return { report: built, files: await writeReport(built, { files, summary }, order.workspace.folder) };
}

/** A lock of its own: a report may be made while another evaluation runs, but not two at once. */
async function writeReport(
  built: Report,
  evaluation: ReadEvaluation,
  workspaceFolder: string,
): Promise<readonly string[]> {
  const files = reportFiles(workspaceFolder, built.id);
  const folder = dirname(files.json);
  await makeFolder(folder);
  const lock = await takeLock(join(folder, "lock"), "report");
  try {
    await writeWhole(files.markdown, `${markdownOf(built)}\n`);
    await writeWhole(files.junit, junitOf(built));
    await writePage(files.html, built, { cases: casesOf(evaluation) });
    // Last: who finds it (`switch` asks it for the gate) finds the others too.
    await writeWhole(files.json, `${JSON.stringify(built, null, 2)}\n`);
    return [files.html, files.markdown, files.junit, files.json];
  } finally {
    await lock.release();
  }
}

/** The page shows the cases behind the numbers, candidate by candidate. */
function casesOf({ files, summary }: ReadEvaluation): AsyncIterable<PageCase> {
  return readPageCases(
    files,
    summary.candidates.map(({ candidate }) => candidate.name),
  );
}
