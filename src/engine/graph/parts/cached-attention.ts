import { layerParameter } from "../../model.ts";
import type { Construction } from "../construction.ts";
import type { Value } from "../graph.ts";
import { attentionInputs, joinHeads, splitHeads } from "./attention.ts";
import { linear } from "./linear.ts";
import { turned } from "./rotary.ts";
import { farEnd } from "./smear.ts";

/** What attention remembers of the tokens before the ones being read. */
export interface LayerMemory {
  /** Turned already; `[1, heads, places, width / heads]`. */
  readonly keys: Value;
  readonly values: Value;
  /** The normed row of the last token, which the next token's key is smeared with; `[1, 1, width]`. */
  readonly lastRow: Value;
}

export interface CachedAttentionOrder {
  readonly layer: number;
  /** Has room for some places, of which the first `length` are filled. */
  readonly memory: LayerMemory;
  /** `[1]` */
  readonly length: Value;
  /** −10⁹ where a token may not look, else 0; `[time, capacity + time]`. */
  readonly mask: Value;
  /** Capacity and time, where the scores are cut in two; `[2]`. */
  readonly parts: Value;
}

/**
 * What `attentionBlock` computes, forward only, for one sequence whose beginning is remembered. Scores are made of the past
 * and of the present apart and joined for the softmax, so that the long past is never copied. The memory that comes out
 * is of the tokens being read alone.
 */
export function cachedAttentionBlock(
  construction: Construction,
  input: Value,
  { layer, memory: past, length, mask, parts }: CachedAttentionOrder,
): { readonly output: Value; readonly memory: LayerMemory } {
  const { graph, math, shape, sizes } = construction;
  const sequencesOf = (rows: Value) => math.reshape(rows, sizes.sequences);
  const previousOf = (rows: Value) => {
    const all = graph.operator("Concat", [past.lastRow, sequencesOf(rows)], { axis: 1 });
    return math.reshape(between(construction, all, [0, -1]), sizes.rows);
  };
  const { norm, query, key, value } = attentionInputs(construction, input, { layer, previousOf });
  const turn = (rows: Value) => turned(construction, sequencesOf(rows), { firstPlace: length, direction: 1 });
  const queries = splitHeads(construction, turn(query.output));
  const keys = splitHeads(construction, turn(key.output));
  const values = splitHeads(construction, value.output);

  const factor = 1 / Math.sqrt(shape.width / shape.heads);
  const scoresOf = (seen: Value) => math.stackedProduct(queries, seen, { transpose: "right", factor });
  const scores = graph.operator("Concat", [scoresOf(past.keys), scoresOf(keys)], { axis: -1 });
  const shares = graph.operator("Softmax", [math.add(scores, mask)], { axis: -1 });
  const [ofPast = "", ofPresent = ""] = graph.operators("Split", [shares, parts], 2, { axis: -1 });
  const looked = math.add(math.stackedProduct(ofPast, past.values), math.stackedProduct(ofPresent, values));
  const joined = joinHeads(construction, looked);
  const output = linear(construction, joined, layerParameter(layer, "attentionOutput"));
  const lastRow = between(construction, sequencesOf(norm.output), [-1, farEnd]);
  return { output: math.add(input, output.output), memory: { keys, values, lastRow } };
}

/** Tokens `[from, to)` of `[1, time, width]`; negative places count from the end. */
function between({ graph }: Construction, sequences: Value, [from, to]: readonly [number, number]): Value {
  return graph.operator("Slice", [sequences, graph.integers(from), graph.integers(to), graph.integers(1)]);
}
