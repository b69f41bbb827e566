import type { Weights } from "../model.ts";
import type { OptimizerState } from "./trainer.ts";

/**
 * How long AdamW remembers. 0.98 instead of the usual 0.999 for the squares: a fine-tune is a few hundred steps, and a
 * memory of a thousand steps would not have settled before it ends (Vaswani et al. 2017, section 5.3, chose it too).
 */
const meanMemory = 0.9;
const varianceMemory = 0.98;
const epsilon = 1e-8;

export interface AdamW {
  /** Changes the parameters in place. `share` is what clipping leaves of the gradients. */
  update(gradients: Weights, step: { readonly learningRate: number; readonly share: number }): void;
  /** A copy. */
  state(): Omit<OptimizerState, "adapters">;
}

/**
 * AdamW (Loshchilov and Hutter 2019, algorithm 2) on `parameters`, which it changes. Vectors (gains of norms, smears)
 * don't decay: pulling a gain to zero would turn its layer off.
 */
export function adamW(
  parameters: Weights,
  order: {
    readonly weightDecay: number;
    readonly isVector: (name: string) => boolean;
    readonly state: OptimizerState | undefined;
  },
): AdamW {
  let step = order.state?.step ?? 0;
  const mean = copyOrZeros(parameters, order.state?.mean);
  const variance = copyOrZeros(parameters, order.state?.variance);
  return {
    update: (gradients, { learningRate, share }) => {
      step += 1;
      for (const [name, values] of parameters) {
        const gradient = gradients.get(name);
        const memory = { mean: mean.get(name), variance: variance.get(name) };
        if (gradient === undefined || memory.mean === undefined || memory.variance === undefined)
          throw new RangeError(`no gradient for ${name}`);
        updateOne(
          { values, gradient, mean: memory.mean, variance: memory.variance },
          {
            share,
            decay: order.isVector(name) ? 1 : 1 - learningRate * order.weightDecay,
            rate: (learningRate * Math.sqrt(1 - varianceMemory ** step)) / (1 - meanMemory ** step),
            epsilon: epsilon * Math.sqrt(1 - varianceMemory ** step),
          },
        );
      }
    },
    state: () => ({ step, mean: copyOrZeros(mean, mean), variance: copyOrZeros(variance, variance) }),
  };
}

interface OneParameter {
  readonly values: Float32Array;
  readonly gradient: Float32Array;
  readonly mean: Float32Array;
  readonly variance: Float32Array;
}

/**
 * w ← decay · w − rate · m / (√v + ε), both bias corrections moved into `rate` and `epsilon` (Kingma and Ba 2015, end of
 * section 2). One loop over plain indices: this is a twentieth of a step's time, and would be a fifth with callbacks.
 */
function updateOne(
  { values, gradient, mean, variance }: OneParameter,
  { share, decay, rate, epsilon: small }: { share: number; decay: number; rate: number; epsilon: number },
): void {
  for (let index = 0; index < values.length; index += 1) {
    const slope = share * (gradient[index] ?? 0);
    const m = meanMemory * (mean[index] ?? 0) + (1 - meanMemory) * slope;
    const v = varianceMemory * (variance[index] ?? 0) + (1 - varianceMemory) * slope * slope;
    mean[index] = m;
    variance[index] = v;
    values[index] = decay * (values[index] ?? 0) - (rate * m) / (Math.sqrt(v) + small);
  }
}

function copyOrZeros(like: Weights, from: Weights | undefined): Weights {
  return new Map(
    [...like].map(([name, values]) => [name, from?.get(name)?.slice() ?? new Float32Array(values.length)]),
  );
}
