import { type ModelShape, parameterShapes, type Weights } from "../model.ts";
import { beginConstruction } from "./construction.ts";
import { layers } from "./layers.ts";
import type { LayerMemory } from "./parts/attention.ts";
import { embed, tiedLogits } from "./parts/output.ts";

/** Names of what one layer remembers; `past` goes in, `present` comes out and is the next `past`. */
export function memoryNames(when: "past" | "present", layer: number): LayerMemory {
  return {
    keys: `${when} keys ${layer}`,
    values: `${when} values ${layer}`,
    lastRow: `${when} last row ${layer}`,
  };
}

/**
 * Reads `tokens` `[1, time]` after what the past memories hold. Gives `logits` `[1, vocabulary]` of the token to come, and
 * the present memories. Weights are constants of the graph: onnxruntime then lays them out for its products once, which
 * is four times faster for one token than weights that come in with each run.
 */
export function decodingGraph(shape: ModelShape, weights: Weights): Uint8Array {
  const sizes = parameterShapes(shape);
  const construction = beginConstruction({
    shape,
    learnt: new Set(),
    adapters: null,
    parameter: (graph, name) => graph.constant(name, sizes.get(name) ?? [], weightsOf(weights, name)),
    firstPlace: (graph) => graph.operator("Shape", [memoryNames("past", 0).keys], { start: 2, end: 3 }),
  });
  const { graph } = construction;
  const past = Array.from({ length: shape.layers }, (_, layer) => memoryNames("past", layer));
  const headShape = [1, shape.heads, "past", shape.width / shape.heads];
  for (const { keys, values, lastRow } of past) {
    graph.input({ name: keys, type: "float32", shape: headShape });
    graph.input({ name: values, type: "float32", shape: headShape });
    graph.input({ name: lastRow, type: "float32", shape: [1, 1, shape.width] });
  }
  const { output, memories } = layers(construction, embed(construction), past);
  const last = graph.operator("Gather", [output, graph.integers(-1)], { axis: 0 });
  graph.output("logits", tiedLogits(construction, last));
  for (const [layer, memory] of memories.entries()) {
    const names = memoryNames("present", layer);
    graph.output(names.keys, memory.keys);
    graph.output(names.values, memory.values);
    graph.output(names.lastRow, memory.lastRow);
  }
  return graph.encode();
}

function weightsOf(weights: Weights, name: string): Float32Array {
  const values = weights.get(name);
  if (values === undefined) throw new RangeError(`no weights for ${name}`);
  return values;
}
