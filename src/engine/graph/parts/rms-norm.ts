import type { Construction, Part } from "../construction.ts";
import type { Value } from "../graph.ts";

/** Keeps a row of zeros from being divided by zero. */
const normEpsilon = 1e-5;

/**
 * y = g ∘ n with n = x / √(mean(x²) + ε), a row at a time (RMSNorm: Zhang and Sennrich 2019, equation 4).
 * Backward, with r = 1 / √(mean(x²) + ε): ∂g = Σ_rows ∂y ∘ n, and from ∂n = ∂y ∘ g by the quotient rule
 * ∂x = r ∘ (∂n − n ∘ mean(∂n ∘ n)).
 */
export function rmsNorm({ graph, math, parameter, learn }: Construction, input: Value, name: string): Part {
  const gain = parameter(name);
  const [output = "", reciprocal = ""] = graph.operators("SimplifiedLayerNormalization", [input, gain], 2, {
    axis: -1,
    epsilon: { float: normEpsilon },
  });
  return {
    output,
    backward: (gradient) => {
      const normal = math.multiply(input, reciprocal);
      learn(name, () => math.sumOfColumns(math.multiply(gradient, normal)));
      const normalGradient = math.multiply(gradient, gain);
      const along = math.meanOfRows(math.multiply(normalGradient, normal));
      return math.multiply(reciprocal, math.subtract(normalGradient, math.multiply(normal, along)));
    },
  };
}
