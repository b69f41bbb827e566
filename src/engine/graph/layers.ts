import type { Construction, Part } from "./construction.ts";
import type { Value } from "./graph.ts";
import { attentionBlock, type LayerMemory } from "./parts/attention.ts";
import { feedForwardBlock } from "./parts/feed-forward.ts";
import { rmsNorm } from "./parts/rms-norm.ts";

/** All layers and the final norm, from embedded rows to the rows that logits are made of. */
export function layers(
  construction: Construction,
  input: Value,
  memories: readonly LayerMemory[] | null,
): Part & { readonly memories: readonly LayerMemory[] } {
  const mask = causalMask(construction);
  const parts: Part[] = [];
  const remembered: LayerMemory[] = [];
  let rows = input;
  for (let layer = 0; layer < construction.shape.layers; layer += 1) {
    const attention = attentionBlock(construction, rows, { layer, mask, memory: memories?.[layer] ?? null });
    const feedForward = feedForwardBlock(construction, attention.output, layer);
    parts.push(attention, feedForward);
    remembered.push(attention.memory);
    rows = feedForward.output;
  }
  const norm = rmsNorm(construction, rows, "finalNorm");
  parts.push(norm);
  return {
    output: norm.output,
    memories: remembered,
    backward: (gradient) => parts.reduceRight((back, part) => part.backward(back), gradient),
  };
}

/** Far enough below any score that softmax makes it 0. */
const forbidden = -1e9;

/** A token sees itself and what came before it; `[time, past + time]`. Padding at the end is therefore never seen. */
function causalMask({ graph, firstPlace, sizes }: Construction): Value {
  const width = graph.operator("Add", [firstPlace, sizes.time]);
  const matrix = graph.operator("Concat", [sizes.time, width], { axis: 0 });
  const everywhere = graph.operator("Expand", [graph.number(forbidden), matrix]);
  const diagonal = graph.operator("Squeeze", [graph.operator("Add", [firstPlace, graph.integers(1)])]);
  return graph.operator("Trilu", [everywhere, diagonal], { upper: 1 });
}
