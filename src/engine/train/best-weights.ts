import type { Weights } from "../model.ts";
import type { Trainer } from "./trainer.ts";

/** The weights of the lowest loss so far. */
export interface BestWeights {
  consider(loss: number): void;
  loss(): number | null;
  weights(): Weights | null;
  /** Evaluations since the best one. */
  worse(): number;
}

export function bestWeightsOf(trainer: Trainer): BestWeights {
  let best: { loss: number; weights: Weights } | null = null;
  let worse = 0;
  return {
    consider: (loss) => {
      const better = best === null || loss < best.loss;
      worse = better ? 0 : worse + 1;
      if (better) best = { loss, weights: trainer.weights() };
    },
    loss: () => best?.loss ?? null,
    weights: () => best?.weights ?? null,
    worse: () => worse,
  };
}
