import { adapterNames } from "../../train/lora.ts";
import type { Construction, Part } from "../construction.ts";
import type { Value } from "../graph.ts";

/**
 * y = x · Wᵀ, and with an adapter y = x · Wᵀ + s · (x · Aᵀ) · Bᵀ beside the frozen W (LoRA: Hu et al. 2021, section 4.1).
 * Backward: ∂W = ∂yᵀ · x and ∂x = ∂y · W; the adapter is two such steps in a row.
 */
export function linear(construction: Construction, input: Value, name: string): Part {
  return construction.adapters === null
    ? plainLinear(construction, input, name)
    : adaptedLinear(construction, input, { name, factor: construction.adapters.factor });
}

function plainLinear({ math, parameter, learn }: Construction, input: Value, name: string): Part {
  const weight = parameter(name);
  return {
    output: math.product(input, weight, { transpose: "right" }),
    backward: (gradient) => {
      learn(name, () => math.product(gradient, input, { transpose: "left" }));
      return math.product(gradient, weight);
    },
  };
}

function adaptedLinear(
  { math, parameter, learn }: Construction,
  input: Value,
  { name, factor }: { name: string; factor: number },
): Part {
  const names = adapterNames(name);
  const [weight, down, up] = [parameter(name), parameter(names.down), parameter(names.up)];
  const frozen = math.product(input, weight, { transpose: "right" });
  const narrow = math.product(input, down, { transpose: "right" });
  return {
    output: math.product(narrow, up, { transpose: "right", factor, plus: frozen }),
    backward: (gradient) => {
      learn(names.up, () => math.product(gradient, narrow, { transpose: "left", factor }));
      const narrowGradient = math.product(gradient, up, { factor });
      learn(names.down, () => math.product(narrowGradient, input, { transpose: "left" }));
      return math.product(narrowGradient, down, { plus: math.product(gradient, weight) });
    },
  };
}
