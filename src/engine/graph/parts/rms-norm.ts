import type { Construction, Part } from "../construction.ts";
import type { Value } from "../graph.ts";

/** Keeps a row of zeros from being divided by zero. */
export const normEpsilon = 1e-5;

/**
 * y = g ∘ n with n = x / √(mean(x²) + ε), a row at a time (RMSNorm: Zhang and Sennrich 2019, equation 4).
 * Backward, with r = 1 / √(mean(x²) + ε): ∂g = Σ_rows ∂y ∘ n, and from ∂n = ∂y ∘ g by the quotient rule
 * ∂x = r ∘ (∂n − n ∘ mean(∂n ∘ n)).
 */
export function rmsNorm(
  { graph, math, shape, parameter, learn }: Construction,
  input: Value,
  name: string,
): Part {
  const gain = parameter(name);
  const ones = graph.constant("ones", [shape.width], new Float32Array(shape.width).fill(1));
  const [normal = "", reciprocal = ""] = graph.operators("SimplifiedLayerNormalization", [input, ones], 2, {
    axis: -1,
    epsilon: { float: normEpsilon },
  });
  return {
    output: math.multiply(normal, gain),
    backward: (gradient) => {
      learn(name, () => math.sumOfColumns(math.multiply(gradient, normal)));
      const normalGradient = math.multiply(gradient, gain);
      const along = math.meanOfRows(math.multiply(normalGradient, normal));
      return math.multiply(reciprocal, math.subtract(normalGradient, math.multiply(normal, along)));
    },
  };
}
