import { basename } from "node:path";
import { z } from "zod";
import { ScoredCase } from "../../../../domain/scored-case.ts";
import type { FilePlace } from "../../../../lib/errors.ts";
import { type JsonLine, readJsonLines } from "./read-json-lines.ts";

/** The results of all candidates, side by side. */
export interface Results {
  /** Each candidate's result of the case; null where it has none. Cases are asked for in their order. */
  next(caseId: string): Promise<(ScoredCase | null)[]>;
  /** Where a result stands that no case has asked for. */
  firstLeft(): FilePlace | null;
  close(): Promise<void>;
}

/** Where a candidate's results begin. */
interface Start {
  readonly offset: number;
  readonly line: number;
}

/** Results stand candidate by candidate in the order of the cases: each candidate's are read by a cursor of their own. */
export async function openResults(path: string, candidates: readonly string[]): Promise<Results> {
  const starts = await findStarts(path);
  const cursors = await Promise.all(
    candidates.map((candidate) => openCursor(path, candidate, starts.get(candidate))),
  );
  return {
    next: (caseId) => Promise.all(cursors.map((cursor) => cursor.take(caseId))),
    firstLeft: () => cursors.map((cursor) => cursor.place()).find((place) => place !== null) ?? null,
    async close() {
      for (const cursor of cursors) await cursor.close();
    },
  };
}

async function findStarts(path: string): Promise<Map<string, Start>> {
  const starts = new Map<string, Start>();
  for await (const { value, offset, number } of readJsonLines(path, z.object({ candidate: z.string() })))
    if (!starts.has(value.candidate)) starts.set(value.candidate, { offset, line: number });
  return starts;
}

interface Cursor {
  take(caseId: string): Promise<ScoredCase | null>;
  place(): FilePlace | null;
  close(): Promise<void>;
}

async function openCursor(path: string, candidate: string, start: Start | undefined): Promise<Cursor> {
  if (start === undefined) return { take: async () => null, place: () => null, close: async () => {} };
  const lines = readJsonLines(path, ScoredCase, start.offset);
  let ahead: JsonLine<ScoredCase> | null = null;
  const advance = async () => {
    const { value, done } = await lines.next();
    ahead = done || value.value.candidate !== candidate ? null : value;
  };
  await advance();
  return {
    async take(caseId) {
      if (ahead?.value.caseId !== caseId) return null;
      const { value } = ahead;
      await advance();
      return value;
    },
    place: () => ahead && { file: basename(path), line: start.line + ahead.number - 1 },
    async close() {
      await lines.return(undefined);
    },
  };
}
