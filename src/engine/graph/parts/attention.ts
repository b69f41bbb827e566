import { layerParameter } from "../../model.ts";
import type { Construction, Part } from "../construction.ts";
import type { Value } from "../graph.ts";
import { linear } from "./linear.ts";
import { rmsNorm } from "./rms-norm.ts";
import { rotary } from "./rotary.ts";
import { farEnd, oneLater, smear } from "./smear.ts";

/** What attention remembers of the tokens before the ones being read. */
export interface LayerMemory {
  /** `[1, heads, past, width / heads]` */
  readonly keys: Value;
  readonly values: Value;
  /** The normed row of the last token, which the next token's key is smeared with; `[1, 1, width]`. */
  readonly lastRow: Value;
}

export interface AttentionOrder {
  readonly layer: number;
  /** −10⁹ where a token may not look, else 0; `[time, past + time]`. */
  readonly mask: Value;
  /** Null where sequences are read from their first token. */
  readonly memory: LayerMemory | null;
}

/** x + attention(norm(x)), and what a next reading needs to remember. */
export function attentionBlock(
  construction: Construction,
  input: Value,
  { layer, mask, memory }: AttentionOrder,
): Part & { readonly memory: LayerMemory } {
  const { math } = construction;
  const name = (part: Parameters<typeof layerParameter>[1]) => layerParameter(layer, part);
  const norm = rmsNorm(construction, input, name("attentionNorm"));
  const previous = previousRows(construction, norm.output, memory);
  const smeared = smear(construction, norm.output, { name: name("keySmear"), previous: previous.rows });

  const query = linear(construction, norm.output, name("query"));
  const key = linear(construction, smeared.output, name("key"));
  const value = linear(construction, norm.output, name("value"));
  const turnedQuery = rotary(construction, query.output);
  const turnedKey = rotary(construction, key.output);
  const keys = extended(construction, splitHeads(construction, turnedKey.output), memory?.keys);
  const values = extended(construction, splitHeads(construction, value.output), memory?.values);
  const heads = { queries: splitHeads(construction, turnedQuery.output), keys, values };
  const looked = scaledDotProduct(construction, heads, mask);
  const output = linear(construction, joinHeads(construction, looked.output), name("attentionOutput"));

  return {
    output: math.add(input, output.output),
    memory: { keys, values, lastRow: previous.lastRow },
    backward: (gradient) => {
      const back = looked.backward(splitHeads(construction, output.backward(gradient)));
      const through = (part: Part, turn: Part, gradientOfHeads: Value) =>
        part.backward(turn.backward(joinSequences(construction, gradientOfHeads)));
      const fromQuery = through(query, turnedQuery, back.queries);
      const fromKey = smeared.backward(through(key, turnedKey, back.keys));
      const fromValue = value.backward(joinHeads(construction, back.values));
      return math.add(gradient, norm.backward(math.add(math.add(fromQuery, fromKey), fromValue)));
    },
  };
}

/** The rows one token earlier: zeros before a sequence's first, or the last row of what was read before. */
function previousRows(
  construction: Construction,
  rows: Value,
  memory: LayerMemory | null,
): { rows: Value; lastRow: Value } {
  const { graph, math, sizes } = construction;
  if (memory === null) return { rows: oneLater(construction, rows), lastRow: rows };
  const time = graph.integers(1);
  const all = graph.operator("Concat", [memory.lastRow, math.reshape(rows, sizes.sequences)], { axis: 1 });
  const allButLast = graph.operator("Slice", [all, graph.integers(0), graph.integers(-1), time]);
  return {
    rows: math.reshape(allButLast, sizes.rows),
    lastRow: graph.operator("Slice", [all, graph.integers(-1), graph.integers(farEnd), time]),
  };
}

function extended({ graph }: Construction, present: Value, past: Value | undefined): Value {
  return past === undefined ? present : graph.operator("Concat", [past, present], { axis: 2 });
}

interface Heads {
  readonly queries: Value;
  readonly keys: Value;
  readonly values: Value;
}

/**
 * P · V with P = softmax(Q · Kᵀ / √size + mask) (Vaswani et al. 2017, equation 1), all `[sequences, heads, time, size]`.
 * Backward (as in Dao et al. 2022, "FlashAttention", appendix B.2): ∂V = Pᵀ · ∂O, ∂P = ∂O · Vᵀ,
 * ∂S = P ∘ (∂P − Σ_row ∂P ∘ P), ∂Q = ∂S · K / √size, ∂K = ∂Sᵀ · Q / √size.
 */
function scaledDotProduct(
  { graph, math, shape }: Construction,
  { queries, keys, values }: Heads,
  mask: Value,
) {
  const factor = 1 / Math.sqrt(shape.width / shape.heads);
  const scores = math.add(math.stackedProduct(queries, keys, { transpose: "right", factor }), mask);
  const shares = graph.operator("Softmax", [scores], { axis: -1 });
  return {
    output: math.stackedProduct(shares, values),
    backward: (gradient: Value): Heads => {
      const sharesGradient = math.stackedProduct(gradient, values, { transpose: "right" });
      const along = math.sumOfRows(math.multiply(sharesGradient, shares));
      const scoresGradient = math.multiply(shares, math.subtract(sharesGradient, along));
      return {
        queries: math.stackedProduct(scoresGradient, keys, { factor }),
        keys: math.stackedProduct(scoresGradient, queries, { transpose: "left", factor }),
        values: math.stackedProduct(shares, gradient, { transpose: "left" }),
      };
    },
  };
}

/** Rows to `[sequences, heads, time, size]`. */
function splitHeads({ graph, math, sizes }: Construction, rows: Value): Value {
  return graph.operator("Transpose", [math.reshape(rows, sizes.heads)], { perm: [0, 2, 1, 3] });
}

function joinHeads({ graph, math, sizes }: Construction, heads: Value): Value {
  return math.reshape(graph.operator("Transpose", [heads], { perm: [0, 2, 1, 3] }), sizes.rows);
}

function joinSequences({ graph, math, sizes }: Construction, heads: Value): Value {
  return math.reshape(graph.operator("Transpose", [heads], { perm: [0, 2, 1, 3] }), sizes.sequences);
}
