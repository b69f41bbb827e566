import { basename } from "node:path";
import { isScoredCase } from "../../../../domain/is-scored-case.ts";
import type { ScoredCase } from "../../../../domain/scored-case.ts";
import type { FilePlace } from "../../../../lib/errors.ts";
import { parseKnownResult } from "./parse-known-result.ts";
import {
  type JsonLine,
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
    async next(caseId) {
      const found = cursors.map((cursor) => cursor.take(caseId));
      // One wait for many cases, not one for each candidate's result.
      for (const cursor of cursors) if (cursor.isUsedUp()) await cursor.fill();
      return found;
    },
    firstLeft: () => cursors.map((cursor) => cursor.place()).find((place) => place !== null) ?? null,
    async close() {
      for (const cursor of cursors) await cursor.close();
    },
  };
}

async function findStarts(path: string): Promise<ResultStarts> {
  const starts = new Map<string, LineStart>();
  for await (const lines of readOwnLines(path))
    for (const line of lines) {
      const candidate = textField(path, line, "candidate");
      if (!starts.has(candidate)) starts.set(candidate, { number: line.number, offset: line.offset });
    }
  return starts;
}

interface Cursor {
  /** The result that is next, where it is of this case. */
  take(caseId: string): ScoredCase | null;
  /** Whether what was read of the file is used up. */
  isUsedUp(): boolean;
  /** Reads on. */
  fill(): Promise<void>;
  /** Where the next result stands; null behind the last. */
  place(): FilePlace | null;
  close(): Promise<void>;
}

/** Of a candidate without results. */
const emptyCursor: Cursor = {
  take: () => null,
  isUsedUp: () => false,
  fill: async () => {},
  place: () => null,
  close: async () => {},
};

interface CursorOrder {
  readonly candidate: string;
  /** Undefined where the candidate has no result. */
  readonly start: LineStart | undefined;
  readonly parse: ParseLine<ScoredCase>;
}

async function openCursor(path: string, { candidate, start, parse }: CursorOrder): Promise<Cursor> {
  if (start === undefined) return emptyCursor;
  const portions = readJsonLines(path, parse, start);
  let lines: Iterator<JsonLine<ScoredCase>> = [].values();
  let ahead: JsonLine<ScoredCase> | null = null;
  let isAtEnd = false;
  const advance = () => {
    const { value, done } = lines.next();
    ahead = done ? null : value;
    if (ahead === null || ahead.value.candidate === candidate) return;
    ahead = null;
    isAtEnd = true;
  };
  const isUsedUp = () => ahead === null && !isAtEnd;
  const fill = async () => {
    while (isUsedUp()) {
      const { value, done } = await portions.next();
      if (done) isAtEnd = true;
      else lines = value[Symbol.iterator]();
      advance();
    }
  };
  await fill();
  return {
    take(caseId) {
      if (ahead?.value.caseId !== caseId) return null;
      const { value } = ahead;
      advance();
      return value;
    },
    isUsedUp,
    fill,
    place: () => ahead && { file: basename(path), line: ahead.number },
    async close() {
      await portions.return(undefined);
    },
  };
}
