import type { Entry } from "../reading/entry.ts";

/**
 * Places of tool calls, in the order they were made, by the caller's words they were made for: behind the last of the
 * caller's goes that says them, but never behind the place of a later tool call. Null where no go does.
 */
export function placesByWords(
  entries: readonly Entry[],
  wordsOfRows: readonly (string | null)[],
): (number | null)[] {
  if (wordsOfRows.every((words) => words === null)) return wordsOfRows.map(() => null);
  const goes = callerGoes(entries);
  let latest = entries.length;
  return wordsOfRows
    .toReversed()
    .map((words) => {
      const place = words === null ? null : placeOf(plain(words), goes, latest);
      latest = place ?? latest;
      return place;
    })
    .reverse();
}

/** What the caller said in one go, which logs often keep in pieces. */
interface CallerGo {
  readonly words: string;
  /** How many entries stand up to its end. */
  readonly end: number;
}

function callerGoes(entries: readonly Entry[]): readonly CallerGo[] {
  const goes: CallerGo[] = [];
  let pieces: string[] = [];
  for (const [index, entry] of entries.entries()) {
    if (entry.kind !== "caller") continue;
    pieces.push(entry.text);
    if (entries[index + 1]?.kind === "caller") continue;
    goes.push({ words: plain(pieces.join(" ")), end: index + 1 });
    pieces = [];
  }
  return goes;
}

function placeOf(words: string, goes: readonly CallerGo[], latest: number): number | null {
  if (words.trim() === "") return null;
  const before = goes.filter(({ end }) => end <= latest);
  const found =
    before.findLast((go) => go.words === words) ?? before.findLast((go) => go.words.includes(words));
  return found?.end ?? null;
}

/** Lower-case words alone, between spaces so that "no" isn't found in "know". */
function plain(text: string): string {
  return ` ${text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim()} `;
}
