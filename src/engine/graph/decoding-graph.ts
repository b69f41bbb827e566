import { type ModelShape, parameterShapes, type Weights } from "../model.ts";
import { beginConstruction, type Construction } from "./construction.ts";
import type { Value } from "./graph.ts";
import { cachedAttentionBlock, type LayerMemory } from "./parts/cached-attention.ts";
import { feedForwardBlock } from "./parts/feed-forward.ts";
import { embed, tiedLogits } from "./parts/output.ts";
import { rmsNorm } from "./parts/rms-norm.ts";

export const memoryParts = ["keys", "values", "lastRow"] as const;

/** Names of what one layer remembers; `past` goes in, `present` comes out and is the next `past`. */
export function memoryNames(when: "past" | "present", layer: number): LayerMemory {
  return {
    keys: `${when} keys ${layer}`,
    values: `${when} values ${layer}`,
    lastRow: `${when} last row ${layer}`,
  };
}

/**
 * Reads `tokens` `[1, time]` after the first `length` `[1]` places of the past memories. Gives `logits` `[1, vocabulary]`
 * of the token to come, and the present memories, of the same size. Weights are constants of the graph: onnxruntime then
 * lays them out for its products once, which is four times faster for one token than weights that come in with each run.
 */
export function decodingGraph(shape: ModelShape, weights: Weights): Uint8Array {
  const sizes = parameterShapes(shape);
  const construction = beginConstruction({
    shape,
    learnt: new Set(),
    adapters: null,
    parameter: (graph, name) => graph.constant(name, sizes.get(name) ?? [], weightsOf(weights, name)),
  });
  const { graph } = construction;
  const places = placesOf(construction);
  let rows = embed(construction);
  for (let layer = 0; layer < shape.layers; layer += 1) {
    const memory = memoryInputs(construction, layer);
    const attention = cachedAttentionBlock(construction, rows, { layer, memory, ...places });
    const names = memoryNames("present", layer);
    for (const part of memoryParts) graph.output(names[part], attention.memory[part]);
    rows = feedForwardBlock(construction, attention.output, layer).output;
  }
  const last = graph.operator("Gather", [rows, graph.integers(-1)], { axis: 0 });
  graph.output("logits", tiedLogits(construction, rmsNorm(construction, last, "finalNorm").output));
  return graph.encode();
}

function memoryInputs({ graph, shape }: Construction, layer: number): LayerMemory {
  const names = memoryNames("past", layer);
  const headShape = [1, shape.heads, "capacity", shape.width / shape.heads];
  graph.input({ name: names.keys, type: "float32", shape: headShape });
  graph.input({ name: names.values, type: "float32", shape: headShape });
  graph.input({ name: names.lastRow, type: "float32", shape: [1, 1, shape.width] });
  return names;
}

/** ONNX's number for 32-bit integers. */
const int32 = 6;

function placesOf({ graph, math, sizes }: Construction): { lastPlace: Value; total: Value } {
  const length = graph.input({ name: "length", type: "int64", shape: [1] });
  const total = math.add(length, sizes.time);
  const narrow = (value: Value) => graph.operator("Cast", [value], { to: int32 });
  return { lastPlace: narrow(math.subtract(total, graph.integers(1))), total: narrow(total) };
}

function weightsOf(weights: Weights, name: string): Float32Array {
  const values = weights.get(name);
  if (values === undefined) throw new RangeError(`no weights for ${name}`);
  return values;
}
