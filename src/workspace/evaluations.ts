import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { isMissing } from "./files.ts";

/** One evaluation's files, `evaluations/<id>/`. */
export interface EvaluationFiles {
  readonly id: string;
  readonly folder: string;
  /** One `Case` a line; written once, before the first request. */
  readonly cases: string;
  /** One `Generation` a line, appended as they come. */
  readonly generations: string;
  /** One `ScoredCase` a line, candidate by candidate in the order of the cases. */
  readonly results: string;
  readonly summary: string;
}

/** One report's files, `reports/<id>.*`. */
export interface ReportFiles {
  readonly json: string;
  readonly html: string;
  readonly markdown: string;
  readonly junit: string;
}

export function evaluationFiles(workspaceFolder: string, id: string): EvaluationFiles {
  const folder = join(workspaceFolder, "evaluations", id);
  return {
    id,
    folder,
    cases: join(folder, "cases.jsonl"),
    generations: join(folder, "generations.jsonl"),
    results: join(folder, "results.jsonl"),
    summary: join(folder, "summary.json"),
  };
}

export function reportFiles(workspaceFolder: string, id: string): ReportFiles {
  const at = (ending: string) => join(workspaceFolder, "reports", `${id}.${ending}`);
  return { json: at("json"), html: at("html"), markdown: at("md"), junit: at("xml") };
}

/** Ids of the evaluations there are, oldest first: an id begins with the time it was made, `20261127-181500-…`. */
export async function evaluationIds(workspaceFolder: string): Promise<string[]> {
  try {
    const entries = await readdir(join(workspaceFolder, "evaluations"), { withFileTypes: true });
    return entries.flatMap((entry) => (entry.isDirectory() ? [entry.name] : [])).sort();
  } catch (error) {
    if (isMissing(error)) return [];
    throw error;
  }
}
