import type { Topic } from "../plugins/redactors/reading/topics.ts";
import type { SearchedText } from "../plugins/redactors/redactor.ts";
import type { Passage } from "./passages.ts";

/** What a passage is read as. */
export interface Source {
  readonly text: string;
  readonly speaker: SearchedText["speaker"];
  readonly asked: Topic | null;
}

/** The passages read lately that came more than once. */
export interface PassageMemory {
  get(source: Source): Passage | undefined;
  add(passage: Passage): void;
}

/** Of the passages remembered, so many are the latest; as many before them stay until these are full. */
const mostLatest = 512;
/** So many texts are known to have come once; a power of two. */
const mostSeen = 4096;

/**
 * Agents repeat themselves and results repeat each other; names, times and orders don't. A text is remembered when it
 * comes a second time, so that what comes once dies young. Two generations: what is asked for moves into the later.
 */
export function createPassageMemory(): PassageMemory {
  const seen = new Int32Array(mostSeen);
  let latest = new Map<string, Passage[]>();
  let before = new Map<string, Passage[]>();
  let size = 0;
  const keep = (passage: Passage) => {
    if (size >= mostLatest) {
      before = latest;
      latest = new Map();
      size = 0;
    }
    size += 1;
    const { text } = passage.text;
    const alike = latest.get(text);
    if (alike === undefined) latest.set(text, [passage]);
    else alike.push(passage);
  };
  return {
    get(source) {
      const recent = among(latest.get(source.text), source);
      if (recent !== undefined) return recent;
      const older = among(before.get(source.text), source);
      if (older !== undefined) keep(older);
      return older;
    },
    add(passage) {
      const mark = markOf(passage.text.text);
      const place = mark & (mostSeen - 1);
      if (seen[place] === mark) keep(passage);
      else seen[place] = mark;
    },
  };
}

function among(passages: readonly Passage[] | undefined, { speaker, asked }: Source): Passage | undefined {
  if (passages === undefined) return undefined;
  for (const passage of passages)
    if (passage.text.speaker === speaker && passage.text.asked === asked) return passage;
  return undefined;
}

/** FNV-1a; never 0, which marks an empty place. */
function markOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash | 1;
}
