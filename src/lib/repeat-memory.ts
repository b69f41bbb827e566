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
 * A text is kept when it comes a second time, so that what comes once dies young. It has two places to stand in, told by
 * a few of its letters, and goes when two others that have the same were asked for since: of as many entries more are
 * found again than in two generations of a `Map`, which hashes each whole text that comes. `most`: a power of two.
 */
export function createRepeatMemory<Answer>(most: number): RepeatMemory<Answer> {
  const seen = new Int32Array(mostSeen);
  const texts: (string | undefined)[] = Array.from({ length: most });
  const answers: (Answer | undefined)[] = Array.from({ length: most });
  const placeOf = (mark: number) => mark & (most - 2);
  const keep = (place: number, text: string, answer: Answer | undefined) => {
    texts[place + 1] = texts[place];
    answers[place + 1] = answers[place];
    texts[place] = text;
    answers[place] = answer;
  };
  return {
    get(text) {
      const place = placeOf(markOf(text));
      if (texts[place] === text) return answers[place];
      if (texts[place + 1] !== text) return undefined;
      const answer = answers[place + 1];
      keep(place, text, answer);
      return answer;
    },
    add(text, answer) {
      const mark = markOf(text);
      const trace = mark & (mostSeen - 1);
      if (seen[trace] === mark) keep(placeOf(mark), text, answer);
      else seen[trace] = mark;
    },
  };
}

/** FNV-1a of the length and of at most so many letters, which tell nearly all texts apart; never 0: nothing was seen. */
function markOf(text: string): number {
  const { length } = text;
  const step = Math.ceil(length / mostLetters) || 1;
  let hash = Math.imul(0x811c9dc5 ^ length, 0x01000193);
  for (let at = length - 1; at >= 0; at -= step) hash = Math.imul(hash ^ codeAt(text, at), 0x01000193);
  hash ^= hash >>> 15;
  return hash === 0 ? 1 : hash;
}

const mostLetters = 20;
