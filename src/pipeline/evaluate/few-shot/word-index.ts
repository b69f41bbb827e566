/**
 * Which of many texts are most like another: BM25 (Robertson and Zaragoza 2009) with its usual constants. Texts are bags
 * of words; only numbers are held.
 */
export interface WordIndex {
  /** Texts are numbered from 0. */
  add(text: string): void;
  /** Numbers of the most alike, the most alike first; ties by number. `allows` leaves texts out. */
  nearest(text: string, most: number, allows: (number: number) => boolean): number[];
}

const saturation = 1.2;
const lengthWeight = 0.75;

interface Posting {
  readonly texts: number[];
  readonly counts: number[];
}

export function wordIndex(): WordIndex {
  const postings = new Map<string, Posting>();
  const lengths: number[] = [];
  let words = 0;
  return {
    add(text) {
      const number = lengths.length;
      const counts = countWords(text);
      let length = 0;
      for (const [word, count] of counts) {
        const posting = postings.get(word) ?? { texts: [], counts: [] };
        postings.set(word, posting);
        posting.texts.push(number);
        posting.counts.push(count);
        length += count;
      }
      lengths.push(length);
      words += length;
    },
    nearest(text, most, allows) {
      const scores = new Map<number, number>();
      for (const word of countWords(text).keys()) {
        const posting = postings.get(word);
        if (posting !== undefined) addScores(scores, posting, { lengths, mean: words / lengths.length });
      }
      return [...scores]
        .filter(([number]) => allows(number))
        .sort(([one, left], [other, right]) => right - left || one - other)
        .slice(0, most)
        .map(([number]) => number);
    },
  };
}

interface Lengths {
  readonly lengths: readonly number[];
  readonly mean: number;
}

function addScores(
  scores: Map<number, number>,
  { texts, counts }: Posting,
  { lengths, mean }: Lengths,
): void {
  const rarity = Math.log(1 + (lengths.length - texts.length + 0.5) / (texts.length + 0.5));
  for (const [place, number] of texts.entries()) {
    const count = counts[place] ?? 0;
    const longer = 1 - lengthWeight + lengthWeight * ((lengths[number] ?? 0) / mean);
    const score = (rarity * count * (saturation + 1)) / (count + saturation * longer);
    scores.set(number, (scores.get(number) ?? 0) + score);
  }
}

function countWords(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const [word] of text.toLowerCase().matchAll(/[\p{L}\p{N}_:]+/gu))
    counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}
