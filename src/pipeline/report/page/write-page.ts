import type { Report } from "../../../domain/report.ts";
import { writeWhole } from "../../../workspace/files.ts";
import type { PageCase } from "./cases/page-case.ts";
import { type PageOptions, renderPage } from "./render-page.ts";

/** Writes a report as one HTML file that asks nobody for anything: to be looked at, printed and mailed. */
export async function writePage(
  file: string,
  report: Report,
  { cases, ...options }: PageOptions & { readonly cases: AsyncIterable<PageCase> },
): Promise<void> {
  await writeWhole(file, await renderPage(report, cases, options));
}
