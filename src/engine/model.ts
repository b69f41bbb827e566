import type { Tokenizer } from "./text/tokenizer.ts";

/**
 * The shape of the embedded decoder: RMSNorm, rotary attention with smeared keys (the key of a token is made from it and
 * from the one before it, which is what makes copying learnable), SwiGLU, output tied to the embedding.
 */
export interface ModelShape {
  /** Tokens the model knows. */
  readonly vocabulary: number;
  /** Numbers that stand for one token between layers. */
  readonly width: number;
  readonly layers: number;
  readonly heads: number;
  /** Inner width of the feed-forward part. */
  readonly feedForward: number;
  /** Tokens of the longest sequence. */
  readonly context: number;
}

/** Parameters by name, row-major, `[out, in]` for matrices; `parameterShapes` lists names and sizes. */
export type Weights = ReadonlyMap<string, Float32Array>;

/** All that generation and fine-tuning need: one file on disk. */
export interface EngineModel {
  readonly name: string;
  readonly shape: ModelShape;
  readonly weights: Weights;
  readonly tokenizer: Tokenizer;
}
