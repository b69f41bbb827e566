import { createRepeatMemory } from "../lib/repeat-memory.ts";
import { tokenAt } from "../plugins/redactors/reading/scan.ts";
import { searchText } from "../plugins/redactors/reading/search-text.ts";
import type { Topic } from "../plugins/redactors/reading/topic-words.ts";
import { is } from "../plugins/redactors/reading/word-table.ts";
import type { Finding, SearchedText } from "../plugins/redactors/redactor.ts";
import { chooseFindings } from "./choose-findings.ts";
import { allRedactors } from "./fields.ts";

/** A text with what its look and its words give away. */
export interface Passage {
  readonly text: SearchedText;
  readonly found: readonly Finding[];
}

export type PassageReader = (text: string, speaker: SearchedText["speaker"], asked: Topic | null) => Passage;

/** Agents repeat themselves and results repeat each other: so many short passages are remembered. */
const mostRemembered = 4096;
const longestRemembered = 100;
/** Of a caller's words only the "yes, please" come again. */
const longestNod = 32;

export function createPassageReader(
  threshold: number,
  ownFindings: (text: SearchedText) => readonly Finding[],
): PassageReader {
  const memory = createRepeatMemory<Passage[]>(mostRemembered);
  const read: PassageReader = (source, speaker, asked) => {
    const text = searchText(source, speaker, asked);
    const found: Finding[] = [];
    for (const redactor of allRedactors) addSure(redactor.find(text), text, found);
    for (const finding of ownFindings(text)) found.push(finding);
    return { text, found: chooseFindings(found) };
  };
  const addSure = (findings: readonly Finding[], text: SearchedText, found: Finding[]) => {
    for (const finding of findings)
      if (finding.score >= threshold && !isMixed(text, finding)) found.push(finding);
  };
  return (text, speaker, asked) => {
    if (text.length > (speaker === "caller" ? longestNod : longestRemembered))
      return read(text, speaker, asked);
    const alike = memory.get(text);
    for (const passage of alike ?? none)
      if (passage.text.speaker === speaker && passage.text.asked === asked) return passage;
    const passage = read(text, speaker, asked);
    if (alike === undefined) memory.add(text, [passage]);
    else alike.push(passage);
    return passage;
  };
}

const none: readonly Passage[] = [];

const surrogateBits = is.surrogateName | is.surrogateStreet;

/**
 * Part of it is a surrogate and part isn't: in a redacted text that is two things side by side, which were apart
 * before too.
 */
function isMixed(text: SearchedText, { entity, start, end }: Finding): boolean {
  if ((text.any & surrogateBits) === 0 || (entity !== "PERSON" && entity !== "LOCATION")) return false;
  let invented = 0;
  let others = 0;
  for (let token = tokenAt(text.starts, start); token < text.words.length; token += 1) {
    if ((text.ends[token] ?? 0) > end) break;
    if (((text.kinds[token] ?? 0) & surrogateBits) !== 0) invented += 1;
    else if (!/^\d/.test(text.words[token] ?? "")) others += 1;
  }
  return invented > 0 && others > 0;
}
