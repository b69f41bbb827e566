import type { Finding, KnownValue, SearchedText } from "../redactor.ts";
import { findingOf, windows } from "./digits.ts";
import { type Topic, topicAt } from "./topics.ts";

/**
 * Parts of a known number that are said alone, after "ending in" or when it is dictated in pieces. A part is a whole
 * run of three digits or more in a text that is about such numbers; its surrogate is the same part of the surrogate.
 */
export function findParts(
  text: SearchedText,
  known: KnownValue,
  topics: ReadonlySet<Topic>,
): readonly Finding[] {
  const found: Finding[] = [];
  if (text.longestRun < 3) return found;
  for (const run of text.runs) {
    const { digits } = run;
    if (digits.length < 3 || digits.length >= known.value.length || run.glued) continue;
    const at = known.value.endsWith(digits)
      ? known.value.length - digits.length
      : known.value.indexOf(digits);
    if (at < 0 || !isAbout(text, run.first, run.last, topics, digits.length)) continue;
    for (const window of windows(run, digits.length, digits.length)) {
      const part = findingOf(text, window, { ...known, score: 0.9 });
      if (part !== null)
        found.push({ ...part, write: (surrogate) => part.write(surrogate.slice(at, at + digits.length)) });
    }
  }
  return found;
}

function isAbout(
  text: SearchedText,
  first: number,
  last: number,
  topics: ReadonlySet<Topic>,
  length: number,
): boolean {
  const before = text.words[first - 1] ?? "";
  if (before === "ending" || isMasked(text, first)) return true;
  if (before === "in" || before === "with") {
    const verb = text.words[first - 2] ?? "";
    if (verb === "ending" || verb === "ends" || verb === "starting") return true;
  }
  const topic = topicAt(text, first, last);
  if (topic !== null && topics.has(topic)) return true;
  return length >= 7 && topic !== "business";
}

/** "***-***-2278", "xxx-xxx-2278". */
function isMasked(text: SearchedText, first: number): boolean {
  const start = text.starts[first] ?? 0;
  return /[*•]{2}[ -]?$|x{2}[ -]?$/i.test(text.text.slice(Math.max(0, start - 3), start));
}
