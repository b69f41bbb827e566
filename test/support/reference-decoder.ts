import { layerParameter, type ModelShape } from "../../src/engine/model.ts";
import type { Sequence } from "../../src/engine/train/trainer.ts";

/** Weights in double precision, as finite differences need them. */
export type DoubleWeights = ReadonlyMap<string, Float64Array>;

/**
 * The decoder once more, in plain loops and double precision, written from the papers and not from the graph: what graphs,
 * gradients and caches are held against. Logits of every place.
 */
export function referenceLogits(
  shape: ModelShape,
  weights: DoubleWeights,
  tokens: ArrayLike<number>,
): number[][] {
  const of = (name: string) => weights.get(name) ?? new Float64Array();
  const embedding = of("embedding");
  let rows = Array.from(tokens, (token) => [
    ...embedding.subarray(token * shape.width, (token + 1) * shape.width),
  ]);
  for (let layer = 0; layer < shape.layers; layer += 1) {
    const part = (name: Parameters<typeof layerParameter>[1]) => of(layerParameter(layer, name));
    const normed = rows.map((row) => norm(row, part("attentionNorm")));
    const smeared = normed.map((row, place) =>
      row.map((x, channel) => x + at(part("keySmear"), channel) * ((normed[place - 1]?.[channel] ?? 0) - x)),
    );
    const queries = normed.map((row, place) => turn(times(part("query"), row), place, shape));
    const keys = smeared.map((row, place) => turn(times(part("key"), row), place, shape));
    const values = normed.map((row) => times(part("value"), row));
    rows = rows.map((row, place) => {
      const seen = look(queries[place] ?? [], keys.slice(0, place + 1), values, shape.heads);
      return plus(row, times(part("attentionOutput"), seen));
    });
    rows = rows.map((row) => {
      const inner = norm(row, part("feedForwardNorm"));
      const gate = times(part("gate"), inner).map((g) => g / (1 + Math.exp(-g)));
      const up = times(part("up"), inner);
      return plus(
        row,
        times(
          part("down"),
          gate.map((g, channel) => g * at(up, channel)),
        ),
      );
    });
  }
  return rows.map((row) => times(embedding, norm(row, of("finalNorm"))));
}

/** Mean cross-entropy of the learnt tokens of all sequences together. */
export function referenceLoss(
  shape: ModelShape,
  weights: DoubleWeights,
  sequences: readonly Sequence[],
): number {
  let total = 0;
  let count = 0;
  for (const { tokens, learn } of sequences) {
    const logits = referenceLogits(shape, weights, tokens);
    for (let place = 1; place < tokens.length; place += 1) {
      if (learn[place] !== 1) continue;
      total -= logShare(logits[place - 1] ?? [], tokens[place] ?? 0);
      count += 1;
    }
  }
  return total / count;
}

export function logShare(logits: ArrayLike<number>, token: number): number {
  const all = Array.from(logits);
  const most = Math.max(...all);
  return at(all, token) - most - Math.log(all.reduce((sum, logit) => sum + Math.exp(logit - most), 0));
}

/** One query's softmax-weighted mean of values, head by head. */
function look(query: number[], keys: number[][], values: number[][], heads: number): number[] {
  const size = query.length / heads;
  return query.map((_, channel) => {
    const head = Math.floor(channel / size) * size;
    const scores = keys.map((key) => {
      let score = 0;
      for (let inner = head; inner < head + size; inner += 1) score += at(query, inner) * at(key, inner);
      return Math.exp(score / Math.sqrt(size));
    });
    const total = scores.reduce((sum, score) => sum + score, 0);
    return scores.reduce((sum, score, place) => sum + (score / total) * at(values[place] ?? [], channel), 0);
  });
}

function norm(row: readonly number[], gain: ArrayLike<number>): number[] {
  const meanSquare = row.reduce((sum, x) => sum + x * x, 0) / row.length;
  return row.map((x, channel) => (x / Math.sqrt(meanSquare + 1e-5)) * at(gain, channel));
}

function turn(row: readonly number[], place: number, { width, heads }: ModelShape): number[] {
  const size = width / heads;
  return row.map((x, channel) => {
    const inHead = channel % size;
    const angle = place * 10_000 ** (-(inHead - (inHead % 2)) / size);
    const partner = at(row, channel ^ 1);
    return inHead % 2 === 0
      ? x * Math.cos(angle) - partner * Math.sin(angle)
      : x * Math.cos(angle) + partner * Math.sin(angle);
  });
}

/** A row-major `[out, in]` matrix times a vector. */
function times(matrix: ArrayLike<number>, vector: readonly number[]): number[] {
  return Array.from({ length: matrix.length / vector.length }, (_, row) => {
    let sum = 0;
    for (let column = 0; column < vector.length; column += 1)
      sum += at(matrix, row * vector.length + column) * at(vector, column);
    return sum;
  });
}

function plus(left: readonly number[], right: readonly number[]): number[] {
  return left.map((x, channel) => x + at(right, channel));
}

function at(values: ArrayLike<number>, index: number): number {
  return values[index] ?? Number.NaN;
}
