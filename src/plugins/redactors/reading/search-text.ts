import type { SearchedText } from "../redactor.ts";
import { type NameCue, nameCues } from "./name-cues.ts";
import { type NumberRun, numberRuns } from "./number-runs.ts";
import { letters, scan } from "./scan.ts";
import { type Spelling, spellings } from "./spelling.ts";
import { askedFor, type Topic, topicsOf } from "./topics.ts";

/** Scans a text once for all redactors. */
export function searchText(
  text: string,
  speaker: SearchedText["speaker"],
  asked: Topic | null = null,
): SearchedText {
  const scanned = scan(text);
  const runs = numberRuns(scanned);
  let cues: readonly NameCue[] | null = null;
  let spelled: readonly Spelling[] | null = null;
  const searched: SearchedText = {
    text,
    words: scanned.words,
    starts: scanned.starts,
    ends: scanned.ends,
    kinds: scanned.kinds,
    any: scanned.any,
    runs,
    longestRun: longest(runs),
    topics: topicsOf(scanned),
    speaker,
    asked,
    cues: () => {
      cues ??= nameCues(searched);
      return cues;
    },
    spellings: () => {
      spelled ??= (scanned.any & letters) === 0 ? [] : spellings(scanned);
      return spelled;
    },
  };
  return searched;
}

/** What a speaker's text asks the other for. */
export function questionIn(text: SearchedText): Topic | null {
  return askedFor(text.topics, text.words);
}

function longest(runs: readonly NumberRun[]): number {
  let digits = 0;
  for (const run of runs) if (run.digits.length > digits) digits = run.digits.length;
  return digits;
}
