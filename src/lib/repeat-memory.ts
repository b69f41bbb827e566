import { codeAt } from "./text-codes.ts";

/** Remembers answers about texts that come again and again among many that come once. */
export interface RepeatMemory<Answer> {
  get(text: string): Answer | undefined;
  /** Remembered from the second time on that the same text is told. */
  add(text: string, answer: Answer): void;
}

/** So many texts are known to have come once; a power of two. */
const mostSeen = 16_384;

/**
 * A text is kept when it comes a second time, so that what comes once dies young. Two generations of `most` texts: what
 * is asked for moves into the later one, the earlier goes when the later is full.
 */
export function createRepeatMemory<Answer>(most: number): RepeatMemory<Answer> {
  const seen = new Int32Array(mostSeen);
  let later = new Map<string, Answer>();
  let earlier = new Map<string, Answer>();
  const keep = (text: string, answer: Answer) => {
    if (later.size >= most) {
      earlier = later;
      later = new Map();
    }
    later.set(text, answer);
  };
  return {
    get(text) {
      const recent = later.get(text);
      if (recent !== undefined) return recent;
      const older = earlier.get(text);
      if (older !== undefined) keep(text, older);
      return older;
    },
    add(text, answer) {
      const mark = markOf(text);
      const place = mark & (mostSeen - 1);
      if (seen[place] === mark) keep(text, answer);
      else seen[place] = mark;
    },
  };
}

/** FNV-1a; never 0, which marks an empty place. */
function markOf(text: string): number {
  const { length } = text;
  let hash = 0x811c9dc5;
  for (let at = 0; at < length; at += 1) hash = Math.imul(hash ^ codeAt(text, at), 0x01000193);
  return hash === 0 ? 1 : hash;
}
