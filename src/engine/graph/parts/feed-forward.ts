import { layerParameter } from "../../model.ts";
import type { Construction, Part } from "../construction.ts";
import type { Value } from "../graph.ts";
import { linear } from "./linear.ts";
import { rmsNorm } from "./rms-norm.ts";

/**
 * x + down(silu(gate(n)) ∘ up(n)) with n = norm(x) (SwiGLU: Shazeer 2020, equation 6), silu(g) = g ∘ σ(g).
 * Backward: silu′(g) = σ(g) ∘ (1 + g − silu(g)).
 */
export function feedForwardBlock(construction: Construction, input: Value, layer: number): Part {
  const { graph, math } = construction;
  const norm = rmsNorm(construction, input, layerParameter(layer, "feedForwardNorm"));
  const gate = linear(construction, norm.output, layerParameter(layer, "gate"));
  const up = linear(construction, norm.output, layerParameter(layer, "up"));
  const sigmoid = graph.operator("Sigmoid", [gate.output]);
  const opened = math.multiply(gate.output, sigmoid);
  const down = linear(construction, math.multiply(opened, up.output), layerParameter(layer, "down"));
  return {
    output: math.add(input, down.output),
    backward: (gradient) => {
      const inner = down.backward(gradient);
      const onePlus = math.add(math.subtract(gate.output, opened), graph.number(1));
      const slope = math.multiply(sigmoid, onePlus);
      const fromGate = gate.backward(math.multiply(math.multiply(inner, up.output), slope));
      const fromUp = up.backward(math.multiply(inner, opened));
      return math.add(gradient, norm.backward(math.add(fromGate, fromUp)));
    },
  };
}
