import type { SearchedText } from "../redactor.ts";
import { nameCues } from "./name-cues.ts";
import { type NumberRun, numberRuns } from "./number-runs.ts";
import { scan } from "./scan.ts";
import { spellings } from "./spelling.ts";
import type { Topic } from "./topic-words.ts";
import { askedFor, topicsOf } from "./topics.ts";

/** Scans a text once for all redactors. */
export function searchText(
  text: string,
  speaker: SearchedText["speaker"],
  asked: Topic | null = null,
): SearchedText {
  const scanned = scan(text);
  const { words, starts, ends, kinds, any, sign } = scanned;
  const runs = numberRuns(scanned);
  const longestRun = longest(runs);
  const topics = topicsOf(scanned);
  const cues = nameCues(scanned, speaker, asked);
  const spelled = spellings(scanned);
  return {
    text,
    words,
    starts,
    ends,
    kinds,
    any,
    sign,
    runs,
    speaker,
    asked,
    topics,
    longestRun,
    cues,
    spellings: spelled,
  };
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
