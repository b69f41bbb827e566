import { basename } from "node:path";
import { isScoredCase } from "../../../../domain/is-scored-case.ts";
import type { ScoredCase } from "../../../../domain/scored-case.ts";
import type { FilePlace } from "../../../../lib/errors.ts";
import { parseKnownResult } from "./parse-known-result.ts";
import {
  type LineStart,
  type ParseLine,
  parseAs,
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
 * Who has read the whole file before knows where they start.
 */
export async function openResults(
  path: string,
  candidates: readonly string[],
  knownStarts: ResultStarts | undefined,
): Promise<Results> {
  const starts = knownStarts ?? (await findStarts(path));
  const parse = knownStarts === undefined ? parseAs(isScoredCase) : parseKnownResult;
  const cursors = await Promise.all(
    candidates.map((candidate) => openCursor(path, { candidate, start: starts.get(candidate), parse })),
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

interface Cursor {
  take(caseId: string): Promise<ScoredCase | null>;
  place(): FilePlace | null;
  close(): Promise<void>;
}

interface CursorOrder {
  readonly candidate: string;
  /** Undefined where the candidate has no result. */
  readonly start: LineStart | undefined;
  readonly parse: ParseLine<ScoredCase>;
}

async function openCursor(path: string, { candidate, start, parse }: CursorOrder): Promise<Cursor> {
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
