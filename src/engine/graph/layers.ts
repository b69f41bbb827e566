import type { Construction, Part } from "./construction.ts";
import type { Value } from "./graph.ts";
import { attentionBlock } from "./parts/attention.ts";
import { feedForwardBlock } from "./parts/feed-forward.ts";
import { rmsNorm } from "./parts/rms-norm.ts";

/** All layers and the final norm, from embedded rows to the rows that logits are made of; sequences from their first token. */
export function layers(construction: Construction, input: Value): Part {
  const mask = causalMask(construction);
  const parts: Part[] = [];
  let rows = input;
  for (let layer = 0; layer < construction.shape.layers; layer += 1) {
    const attention = attentionBlock(construction, rows, { layer, mask });
    const feedForward = feedForwardBlock(construction, attention.output, layer);
    parts.push(attention, feedForward);
    rows = feedForward.output;
  }
  const norm = rmsNorm(construction, rows, "finalNorm");
  parts.push(norm);
  return {
    output: norm.output,
    backward: (gradient) => parts.reduceRight((back, part) => part.backward(back), gradient),
  };
}

/** Far enough below any score that softmax makes it 0. */
const forbidden = -1e9;

/** A token sees itself and what came before it; `[time, time]`. Padding at the end is therefore never seen. */
function causalMask({ graph, sizes }: Construction): Value {
  const matrix = graph.operator("Concat", [sizes.time, sizes.time], { axis: 0 });
  const everywhere = graph.operator("Expand", [graph.number(forbidden), matrix]);
  return graph.operator("Trilu", [everywhere, graph.integer(1)], { upper: 1 });
}
