import type { Construction, Part } from "../construction.ts";
import type { Value } from "../graph.ts";

/**
 * y_t = x_t + μ ∘ (x_{t−1} − x_t), μ learnt for each channel ("smeared keys": Olsson et al. 2022, "In-context learning and
 * induction heads", the argument "smeared key"). One layer can then find "the place after the one that reads like me",
 * which copying a name out of a caller's sentence needs; plain attention needs two layers that agree.
 * Backward, with d = x_{t−1} − x_t: ∂μ = Σ ∂y ∘ d, and ∂x_t = ∂y_t − μ ∘ ∂y_t + μ ∘ ∂y_{t+1}.
 */
export function smear(
  construction: Construction,
  input: Value,
  { name, previous }: { name: string; previous: Value },
): Part {
  const { math, parameter, learn } = construction;
  const share = parameter(name);
  const difference = math.subtract(previous, input);
  return {
    output: math.add(input, math.multiply(difference, share)),
    backward: (gradient) => {
      learn(name, () => math.sumOfColumns(math.multiply(gradient, difference)));
      const lent = math.multiply(gradient, share);
      return math.add(math.subtract(gradient, lent), oneEarlier(construction, lent));
    },
  };
}

/** Every row moved to the next token of its sequence; the first gets zeros. */
export function oneLater(construction: Construction, rows: Value): Value {
  return moved(construction, rows, { from: 0, to: -1, pads: [0, 1, 0, 0, 0, 0] });
}

/** Every row moved to the token before; the last gets zeros. */
function oneEarlier(construction: Construction, rows: Value): Value {
  return moved(construction, rows, { from: 1, to: farEnd, pads: [0, 0, 0, 0, 1, 0] });
}

/** ONNX's Slice takes an end beyond the last as the last. */
export const farEnd = 2 ** 31 - 1;

function moved(
  { graph, math, sizes }: Construction,
  rows: Value,
  { from, to, pads }: { from: number; to: number; pads: readonly number[] },
): Value {
  const sequences = math.reshape(rows, sizes.sequences);
  const time = graph.integers(1);
  const kept = graph.operator("Slice", [sequences, graph.integers(from), graph.integers(to), time]);
  return math.reshape(graph.operator("Pad", [kept, graph.integers(...pads)]), sizes.rows);
}
