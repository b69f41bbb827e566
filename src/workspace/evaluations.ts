import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { isMissing, isThere } from "./files.ts";
import { type Lock, takeLock } from "./lock.ts";

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
  /** The candidates' own prompts, `<sha256>.txt`: what an interrupted evaluation goes on with. */
  readonly prompts: string;
  /** One fact a line of what was ordered of providers' batch APIs, each safe on disk before the next step. */
  readonly batches: string;
  /** Requests on their way to a batch API, `<order>.jsonl`, gone once their batch is made; answers while they are read. */
  readonly batchRequests: string;
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
    prompts: join(folder, "prompts"),
    batches: join(folder, "batches.jsonl"),
    batchRequests: join(folder, "batches"),
  };
}

/** Cases before it is known which evaluation they belong to; a file, so that nobody takes it for an evaluation. */
export function casesDraft(workspaceFolder: string): string {
  return join(workspaceFolder, "evaluations", "cases.new");
}

/** What a language model said of free texts, for all evaluations: nobody pays twice for the same question. */
export function textVerdictsFile(workspaceFolder: string): string {
  return join(workspaceFolder, "text-verdicts.jsonl");
}

/** One evaluation at a time runs in a workspace. @throws UsageError when another command holds it */
export function lockEvaluations(workspaceFolder: string): Promise<Lock> {
  return takeLock(join(workspaceFolder, "evaluations", "lock"), "evaluate");
}

export function reportFiles(workspaceFolder: string, id: string): ReportFiles {
  const at = (ending: string) => join(workspaceFolder, "reports", `${id}.${ending}`);
  return { json: at("json"), html: at("html"), markdown: at("md"), junit: at("xml") };
}

/**
 * Ids of the evaluations there are, oldest first: an id begins with the time it was made, `20261127-181500-…`. One is there
 * once its summary is: a crash before that leaves a folder in which nobody was asked.
 */
export async function evaluationIds(workspaceFolder: string): Promise<string[]> {
  try {
    const entries = await readdir(join(workspaceFolder, "evaluations"), { withFileTypes: true });
    const ids = entries.flatMap((entry) => (entry.isDirectory() ? [entry.name] : [])).sort();
    const begun = await Promise.all(ids.map((id) => isThere(evaluationFiles(workspaceFolder, id).summary)));
    return ids.filter((_, index) => begun[index]);
  } catch (error) {
    if (isMissing(error)) return [];
    throw error;
  }
}
