import type { Desk } from "./desk.ts";
import type { Pen } from "./pen.ts";
import type { Place } from "./place.ts";
import type { TextOrder } from "./write-text.ts";

/** Texts followed side by side. */
const width = 3;
const mostTokens = 40;

interface Line<Meaning> {
  readonly pen: Pen;
  readonly place: Place<Meaning>;
  /** Logarithm of the text's probability so far. */
  readonly score: number;
}

/**
 * Looks for an acceptable text beside the likeliest one: a beam search, for rules that only a finished text can be judged
 * by. Writes what it finds.
 */
export async function searchText<Meaning>(desk: Desk, order: TextOrder<Meaning>): Promise<Meaning | null> {
  const begin = desk.pen.written.length;
  let lines: Line<Meaning>[] = [{ pen: await desk.pen.fork(), place: order.start, score: 0 }];
  for (let length = 0; length < mostTokens && lines.length > 0; length += 1) {
    for (const { pen, place } of lines) {
      const tokens = pen.written.slice(begin);
      const text = desk.vocabulary.textOf(tokens).slice(1);
      const found = place.ends ? place.meanings(text).find(order.accepts) : undefined;
      if (found === undefined) continue;
      desk.pen.write(...tokens);
      return found;
    }
    lines = await continued(lines);
  }
  return null;
}

/** The likeliest lines that are a token longer. */
async function continued<Meaning>(lines: readonly Line<Meaning>[]): Promise<Line<Meaning>[]> {
  const steps: { readonly line: Line<Meaning>; readonly token: number; readonly score: number }[] = [];
  for (const line of lines) {
    if (line.place.tokens.length === 0 || line.pen.room === 0) continue;
    const scores = await line.pen.scores();
    const total = logOfSum(scores);
    for (const token of likeliest(scores, line.place.tokens)) {
      steps.push({ line, token, score: line.score + (scores[token] ?? 0) - total });
    }
  }
  const best = steps.sort((left, right) => right.score - left.score).slice(0, width);
  const longer: Line<Meaning>[] = [];
  for (const { line, token, score } of best) {
    const place = line.place.after(token);
    if (place === null) continue;
    const pen = await line.pen.fork();
    pen.write(token);
    longer.push({ pen, place, score });
  }
  return longer;
}

function likeliest(scores: Float32Array, tokens: ArrayLike<number>): number[] {
  return Array.from(tokens)
    .sort((left, right) => (scores[right] ?? 0) - (scores[left] ?? 0))
    .slice(0, width);
}

function logOfSum(scores: Float32Array): number {
  const top = scores.reduce((most, score) => Math.max(most, score), Number.NEGATIVE_INFINITY);
  return top + Math.log(scores.reduce((sum, score) => sum + Math.exp(score - top), 0));
}
