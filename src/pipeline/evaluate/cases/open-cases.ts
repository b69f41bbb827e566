import { createHash } from "node:crypto";
import { type FileHandle, open } from "node:fs/promises";
import type { Case } from "../../../domain/case.ts";
import { UsageError } from "../../../lib/errors.ts";
import { readFileLines } from "../../../lib/read-lines.ts";
import { createCaseReader } from "./case-line.ts";

/** The cases of an evaluation; only their ids and places are held. */
export interface CaseBook {
  readonly ids: readonly string[];
  /** Place of a case by its id. */
  readonly places: ReadonlyMap<string, number>;
  read(index: number): Promise<Case>;
  /** All of them, in the order of the file. */
  all(): AsyncGenerator<Case>;
  close(): Promise<void>;
}

/** @throws UsageError where the file isn't the one that was written */
export async function openCases(file: string, sha256: string): Promise<CaseBook> {
  const hash = createHash("sha256");
  const ids: string[] = [];
  const starts: number[] = [0];
  for await (const bytes of linesOf(file)) {
    hash.update(bytes).update("\n");
    ids.push(idOf(bytes));
    starts.push((starts.at(-1) ?? 0) + bytes.length + 1);
  }
  if (hash.digest("hex") !== sha256)
    throw new UsageError(
      "cases.jsonl of the evaluation was changed after it was written; start a new evaluation",
    );
  const handle = await open(file, "r");
  const caseOf = createCaseReader();
  return {
    ids,
    places: new Map(ids.map((id, index) => [id, index])),
    async read(index) {
      const start = starts[index] ?? 0;
      return caseOf(await bytesBetween(handle, start, (starts[index + 1] ?? 1) - 1));
    },
    async *all() {
      for await (const bytes of linesOf(file)) yield caseOf(bytes);
    },
    close: () => handle.close(),
  };
}

async function* linesOf(file: string): AsyncGenerator<Buffer> {
  for await (const lines of readFileLines(file, { name: "cases.jsonl" }))
    for (const { bytes } of lines) if (bytes !== null) yield bytes;
}

async function bytesBetween(handle: FileHandle, from: number, to: number): Promise<Buffer> {
  const bytes = Buffer.allocUnsafe(to - from);
  await handle.read(bytes, 0, bytes.length, from);
  return bytes;
}

/** Lines begin with the id. */
function idOf(line: Buffer): string {
  const start = /^\{"id":("(?:[^"\\]|\\.)*")/.exec(line.toString("utf8", 0, 1000));
  const { id } = start?.[1] === undefined ? JSON.parse(line.toString("utf8")) : { id: JSON.parse(start[1]) };
  return String(id);
}
