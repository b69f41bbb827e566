import { layerParameter } from "../../model.ts";
import type { Construction } from "../construction.ts";
import type { Value } from "../graph.ts";
import { attentionInputs } from "./attention.ts";
import { linear } from "./linear.ts";
import { rotations } from "./rotary.ts";
import { farEnd } from "./smear.ts";

/** What attention remembers of the tokens before the ones being read. */
export interface LayerMemory {
  /** Turned already; `[1, heads, capacity, width / heads]`, of which the first places are filled. */
  readonly keys: Value;
  readonly values: Value;
  /** The normed row of the last token, which the next token's key is smeared with; `[1, 1, width]`. */
  readonly lastRow: Value;
}

export interface CachedAttentionOrder {
  readonly layer: number;
  readonly memory: LayerMemory;
  /** Filled places with the tokens being read, less one; and without the less. Integers of 32 bits, as the operator wants. */
  readonly lastPlace: Value;
  readonly total: Value;
}

/**
 * What `attentionBlock` computes, forward only, for one sequence whose beginning is remembered. onnxruntime's own operator
 * turns, masks and looks in one go, and writes keys and values into the memory where present and past are one buffer.
 */
export function cachedAttentionBlock(
  construction: Construction,
  input: Value,
  { layer, memory, lastPlace, total }: CachedAttentionOrder,
): { readonly output: Value; readonly memory: LayerMemory } {
  const { graph, math, shape, sizes } = construction;
  const sequencesOf = (rows: Value) => math.reshape(rows, sizes.sequences);
  const previousOf = (rows: Value) => {
    const all = graph.operator("Concat", [memory.lastRow, sequencesOf(rows)], { axis: 1 });
    return math.reshape(between(construction, all, [0, -1]), sizes.rows);
  };
  const { norm, query, key, value } = attentionInputs(construction, input, { layer, previousOf });
  const { cosines, sines } = rotations(construction, 1);
  const read = [query, key, value].map(({ output }) => sequencesOf(output));
  const [looked = "", keys = "", values = ""] = graph.microsoftOperators(
    "GroupQueryAttention",
    [...read, memory.keys, memory.values, lastPlace, total, cosines, sines],
    3,
    { num_heads: shape.heads, kv_num_heads: shape.heads, do_rotary: 1, rotary_interleaved: 1 },
  );
  const joined = math.reshape(looked, sizes.rows);
  const output = linear(construction, joined, layerParameter(layer, "attentionOutput"));
  const lastRow = between(construction, sequencesOf(norm.output), [-1, farEnd]);
  return { output: math.add(input, output.output), memory: { keys, values, lastRow } };
}

/** Tokens `[from, to)` of `[1, time, width]`; negative places count from the end. */
function between({ graph }: Construction, sequences: Value, [from, to]: readonly [number, number]): Value {
  return graph.operator("Slice", [sequences, graph.integers(from), graph.integers(to), graph.integers(1)]);
}
