import type { SearchedText } from "../redactor.ts";
import { numberRuns } from "./number-runs.ts";
import { scan } from "./scan.ts";
import { askedFor, type Topic, topicsOf } from "./topics.ts";

const noBusiness = () => "";

/** Scans a text once for all redactors. */
export function searchText(
  text: string,
  speaker: SearchedText["speaker"],
  asked: Topic | null = null,
  business: () => string = noBusiness,
): SearchedText {
  const scanned = scan(text);
  return {
    ...scanned,
    runs: numberRuns(scanned),
    topics: topicsOf(scanned),
    speaker,
    asked,
    business,
  };
}

/** What a speaker's text asks the other for. */
export function questionIn(text: SearchedText): Topic | null {
  return askedFor(text.topics);
}
