import { createHash } from "node:crypto";
import { type FileHandle, open } from "node:fs/promises";
import type { Case } from "../../../domain/case.ts";
import { UsageError } from "../../../lib/errors.ts";
import { lineChunks, linesIn } from "../../../lib/line-chunks.ts";
import { isMissing } from "../../../workspace/files.ts";
import { type CaseReader, createCaseReader } from "./case-line.ts";

/** The cases of an evaluation; only their ids and places are held. */
export interface CaseBook {
  readonly ids: readonly string[];
  /** Place of a case by its id. */
  readonly places: ReadonlyMap<string, number>;
  read(index: number): Promise<Case>;
  /** All of them, in the order of the file. */
  all(): AsyncGenerator<Case>;
  /** The same in portions that are read as they are walked: to wait for each case costs as much as to read it. */
  portions(): AsyncGenerator<Iterable<Case>>;
  close(): Promise<void>;
}

/** @throws UsageError where the file isn't the one that was written */
export async function openCases(file: string, sha256: string): Promise<CaseBook> {
  const { ids, starts } = await readPlaces(file, sha256);
  const handle = await open(file, "r");
  const caseOf = createCaseReader();
  const portions = async function* () {
    for await (const chunk of lineChunks(file)) yield casesIn(chunk, caseOf);
  };
  return {
    ids,
    places: new Map(ids.map((id, index) => [id, index])),
    read: async (index) =>
      caseOf(await bytesBetween(handle, starts[index] ?? 0, (starts[index + 1] ?? 1) - 1)),
    portions,
    async *all() {
      for await (const cases of portions()) yield* cases;
    },
    close: () => handle.close(),
  };
}

function* casesIn(chunk: Buffer, caseOf: CaseReader): Generator<Case> {
  for (const line of linesIn(chunk)) yield caseOf(line);
}

interface CasePlaces {
  readonly ids: readonly string[];
  /** Where each line begins, and where one more would. */
  readonly starts: readonly number[];
}

async function readPlaces(file: string, sha256: string): Promise<CasePlaces> {
  const hash = createHash("sha256");
  const ids: string[] = [];
  const starts = [0];
  let end = 0;
  for await (const chunk of chunksOf(file)) {
    hash.update(chunk);
    for (const line of linesIn(chunk)) {
      ids.push(idOf(line));
      end += line.length + 1;
      starts.push(end);
    }
  }
  if (hash.digest("hex") === sha256) return { ids, starts };
  throw new UsageError(
    "cases.jsonl of the evaluation was changed after it was written; start a new evaluation",
  );
}

async function* chunksOf(file: string): AsyncGenerator<Buffer> {
  try {
    yield* lineChunks(file);
  } catch (error) {
    if (isMissing(error))
      throw new UsageError("cases.jsonl of the evaluation is gone; start a new evaluation", { cause: error });
    throw error;
  }
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
