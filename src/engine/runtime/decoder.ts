import type { EngineModel } from "../model.ts";

/** One sequence being read and continued, with the keys and values of its tokens kept. */
export interface Decoding {
  /** Tokens so far. */
  readonly length: number;
  /** Reads tokens; answers the scores (logits) of every token of the vocabulary as the next one. */
  feed(tokens: readonly number[]): Promise<Float32Array>;
  /** Another sequence with the same beginning; costs no work. */
  fork(): Decoding;
}

/** A model ready to continue sequences. */
export interface Decoder {
  begin(): Decoding;
  close(): Promise<void>;
}

export type OpenDecoder = (
  model: Pick<EngineModel, "shape" | "weights">,
  threads: number,
) => Promise<Decoder>;
