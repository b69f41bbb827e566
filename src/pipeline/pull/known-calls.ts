import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";
import { hash53 } from "../../lib/hash.ts";
import { parseJsonObject } from "../../lib/json.ts";
import { createNumberSet, type NumberSet } from "../../lib/number-set.ts";

/** Ids of calls and places of problems, held as 53-bit hashes: two different ones meet once in 10^15. */
export interface KnownKeys {
  readonly size: number;
  has(key: string): boolean;
  /** False when it was known already. */
  add(key: string): boolean;
}

/** The ids of the calls in a stretch of `calls.jsonl`; a call's line begins with its id. */
export function readCallIds(file: string, from: number, to: number): Promise<KnownKeys> {
  return readKeys(file, from, to, (line) => /^\{"id":("(?:[^"\\]|\\.)*")/.exec(line)?.[1]);
}

/** The places of the problems in a stretch of `problems.jsonl`. */
export function readProblemPlaces(file: string, from: number, to: number): Promise<KnownKeys> {
  return readKeys(file, from, to, (line) => JSON.stringify(parseJsonObject(line)?.["place"] ?? ""));
}

async function readKeys(
  file: string,
  from: number,
  to: number,
  keyOf: (line: string) => string | undefined,
): Promise<KnownKeys> {
  const known = createNumberSet();
  if (to > from) {
    const lines = createInterface({
      input: createReadStream(file, { start: from, end: to - 1 }),
      crlfDelay: Number.POSITIVE_INFINITY,
    });
    for await (const line of lines) {
      const key = keyOf(line);
      if (key !== undefined) known.add(memberFor(JSON.parse(key)));
    }
  }
  return knownKeys(known);
}

function knownKeys(known: NumberSet): KnownKeys {
  return {
    get size() {
      return known.size;
    },
    has: (key) => known.has(memberFor(key)),
    add: (key) => known.add(memberFor(key)),
  };
}

function memberFor(key: string): number {
  return hash53(key) + 1;
}
