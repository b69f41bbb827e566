import { basename } from "node:path";
import { ScoredCase } from "../../../../domain/scored-case.ts";
import type { FilePlace } from "../../../../lib/errors.ts";
import { isJsonObject } from "../../../../lib/json.ts";
import {
  type LineStart,
  type ParseLine,
  parseBy,
  parseKnown,
  readJsonLines,
  readOwnLines,
  textField,
} from "./read-json-lines.ts";

/** The results of all candidates, side by side. */
export interface Results {
  /** Each candidate's result of the case; null where it has none. Cases are asked for in their order. */
  next(caseId: string): Promise<(ScoredCase | null)[]>;
  /** Where a result stands that no case has asked for. */
  firstLeft(): FilePlace | null;
  close(): Promise<void>;
}

/** Where each candidate's results begin. */
export type ResultStarts = ReadonlyMap<string, LineStart>;

/**
 * Results stand candidate by candidate in the order of the cases: each candidate's are read by a cursor of their own.
 * Who gives the starts has read the whole file before, and checked it.
 */
export async function openResults(
  path: string,
  candidates: readonly string[],
  known: ResultStarts | null,
): Promise<Results> {
  const starts = known ?? (await findStarts(path));
  const parse = known === null ? parseBy(ScoredCase) : parseKnown(looksScored);
  const cursors = await Promise.all(
    candidates.map((candidate) => openCursor({ path, parse, candidate }, starts.get(candidate))),
  );
  return {
    next: (caseId) => Promise.all(cursors.map((cursor) => cursor.take(caseId))),
    firstLeft: () => cursors.map((cursor) => cursor.place()).find((place) => place !== null) ?? null,
    async close() {
      for (const cursor of cursors) await cursor.close();
    },
  };
}

async function findStarts(path: string): Promise<ResultStarts> {
  const starts = new Map<string, LineStart>();
  for await (const line of readOwnLines(path)) {
    const candidate = textField(path, line, "candidate");
    if (!starts.has(candidate)) starts.set(candidate, { number: line.number, offset: line.offset });
  }
  return starts;
}

function looksScored(value: unknown): value is ScoredCase {
  return isJsonObject(value) && "outcome" in value;
}

interface CursorOrder {
  readonly path: string;
  readonly parse: ParseLine<ScoredCase>;
  readonly candidate: string;
}

interface Cursor {
  take(caseId: string): Promise<ScoredCase | null>;
  place(): FilePlace | null;
  close(): Promise<void>;
}

async function openCursor(
  { path, parse, candidate }: CursorOrder,
  start: LineStart | undefined,
): Promise<Cursor> {
  if (start === undefined) return { take: async () => null, place: () => null, close: async () => {} };
  const lines = readJsonLines(path, parse, start);
  let ahead: { readonly value: ScoredCase; readonly number: number } | null = null;
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
    place: () => ahead && { file: basename(path), line: ahead.number },
    async close() {
      await lines.return(undefined);
    },
  };
}
