import { readFile } from "node:fs/promises";
import { isMissing } from "./files.ts";

/** A file that grows line by line, as far as its lines came whole: a crash may have left half of one. */
export interface WholeLines {
  /** Without their ends. */
  readonly lines: readonly string[];
  /** Where the next line begins. */
  readonly bytes: number;
}

/** Null where there is no file. */
export async function readWholeLines(path: string): Promise<WholeLines | null> {
  const content = await readFile(path).catch((error: unknown) => {
    if (isMissing(error)) return null;
    throw error;
  });
  if (content === null) return null;
  const bytes = content.lastIndexOf("\n") + 1;
  return { lines: content.toString("utf8", 0, bytes).split("\n").slice(0, -1), bytes };
}
