import { layerParameter } from "../../model.ts";
import type { Construction, Part } from "../construction.ts";
import type { Value } from "../graph.ts";
import { linear } from "./linear.ts";
import { rmsNorm } from "./rms-norm.ts";
import { rotary } from "./rotary.ts";
import { oneLater, smear } from "./smear.ts";

/** The norm of a layer's input, and what queries, keys and values are made of it. */
export function attentionInputs(
  construction: Construction,
  input: Value,
  { layer, previousOf }: { layer: number; previousOf: (rows: Value) => Value },
) {
  const norm = rmsNorm(construction, input, layerParameter(layer, "attentionNorm"));
  const smeared = smear(construction, norm.output, {
    name: layerParameter(layer, "keySmear"),
    previous: previousOf(norm.output),
  });
  return {
    norm,
    smeared,
    query: linear(construction, norm.output, layerParameter(layer, "query")),
    key: linear(construction, smeared.output, layerParameter(layer, "key")),
    value: linear(construction, norm.output, layerParameter(layer, "value")),
  };
}

/** x + attention(norm(x)), each row looking where `mask` `[time, time]` is 0 and not −10⁹. */
export function attentionBlock(
  construction: Construction,
  input: Value,
  { layer, mask }: { layer: number; mask: Value },
): Part {
  const { math } = construction;
  const previousOf = (rows: Value) => oneLater(construction, rows);
  const { norm, smeared, query, key, value } = attentionInputs(construction, input, { layer, previousOf });
  const turnedQuery = rotary(construction, query.output);
  const turnedKey = rotary(construction, key.output);
  const heads = {
    queries: splitHeads(construction, turnedQuery.output),
    keys: splitHeads(construction, turnedKey.output),
    values: splitHeads(construction, value.output),
  };
  const looked = scaledDotProduct(construction, heads, mask);
  const joined = joinHeads(construction, looked.output);
  const output = linear(construction, joined, layerParameter(layer, "attentionOutput"));
  return {
    output: math.add(input, output.output),
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
