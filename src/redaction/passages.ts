import { searchText } from "../plugins/redactors/reading/search-text.ts";
import type { Topic } from "../plugins/redactors/reading/topics.ts";
import type { Finding, SearchedText } from "../plugins/redactors/redactor.ts";
import { chooseFindings } from "./choose-findings.ts";
import { allRedactors } from "./fields.ts";

/** A text with what its look and its words give away. */
export interface Passage {
  readonly text: SearchedText;
  readonly found: readonly Finding[];
}

export type PassageReader = (text: string, speaker: SearchedText["speaker"], asked: Topic | null) => Passage;

/** Agents repeat themselves and results repeat each other: short passages are remembered. */
const mostRemembered = 4096;
const longestRemembered = 400;

export function createPassageReader(
  threshold: number,
  ownFindings: (text: SearchedText) => readonly Finding[],
): PassageReader {
  const remembered = new Map<string, Map<string, Passage>>();
  const read: PassageReader = (source, speaker, asked) => {
    const text = searchText(source, speaker, asked);
    const found: Finding[] = [];
    for (const redactor of allRedactors) {
      for (const finding of redactor.find(text)) if (finding.score >= threshold) found.push(finding);
    }
    for (const finding of ownFindings(text)) found.push(finding);
    return { text, found: chooseFindings(found) };
  };
  return (source, speaker, asked) => {
    if (source.length > longestRemembered || speaker === "caller") return read(source, speaker, asked);
    const kind = asked === null ? speaker : `${speaker} ${asked}`;
    const passages = remembered.get(kind) ?? new Map<string, Passage>();
    const before = passages.get(source);
    if (before !== undefined) return before;
    const passage = read(source, speaker, asked);
    if (passages.size >= mostRemembered) passages.clear();
    remembered.set(kind, passages.set(source, passage));
    return passage;
  };
}
