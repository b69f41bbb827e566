import type { ModelShape, Weights } from "../model.ts";

/** Tokens to learn from. */
export interface Sequence {
  readonly tokens: ArrayLike<number>;
  /** 1 where the token at this place is to be predicted from those before it and counts in the loss, else 0. */
  readonly learn: ArrayLike<number>;
}

export interface StepResult {
  /** Mean cross-entropy per learnt token, in nats. */
  readonly loss: number;
  readonly learntTokens: number;
  /** Norm of all gradients before clipping. */
  readonly gradientNorm: number;
}

/** What AdamW remembers, so that a run can go on where it stopped. */
export interface OptimizerState {
  readonly step: number;
  readonly mean: Weights;
  readonly variance: Weights;
  /**
   * The low-rank adapters, which `weights()` has merged and so can't be found there; a run that goes on from them starts
   * with the frozen weights it started with before. Null where all weights are trained.
   */
  readonly adapters: Weights | null;
}

export interface TrainerOrder {
  readonly shape: ModelShape;
  readonly weights: Weights;
  readonly threads: number;
  readonly weightDecay: number;
  /** Gradients longer than this are shortened to it. */
  readonly maxGradientNorm: number;
  /** Low-rank adapters beside frozen weights, merged when the weights are asked for; null trains all weights. */
  readonly lora: { readonly rank: number; readonly alpha: number; readonly seed: number } | null;
  /** From an earlier trainer of the same shape and kind. */
  readonly state?: OptimizerState;
}

/** Trains one model, a step at a time. */
export interface Trainer {
  step(batch: readonly Sequence[], learningRate: number): Promise<StepResult>;
  /** The loss alone, without learning. */
  lossOf(batch: readonly Sequence[]): Promise<{ readonly loss: number; readonly learntTokens: number }>;
  /** A copy; adapters merged in. */
  weights(): Weights;
  state(): OptimizerState;
  close(): Promise<void>;
}

export type OpenTrainer = (order: TrainerOrder) => Promise<Trainer>;
