import { seededRandom } from "../lib/seeded-random.ts";
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
  /** Divide the width into parts of a multiple of 16: the decoder's operator wants that. */
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

/** The matrices of one layer that a low-rank adapter can stand beside. */
export const projections = ["query", "key", "value", "attentionOutput", "gate", "up", "down"] as const;
export type Projection = (typeof projections)[number];

/** The vectors of one layer. */
export type LayerVector = "attentionNorm" | "keySmear" | "feedForwardNorm";

export function layerParameter(layer: number, part: Projection | LayerVector): string {
  return `layers.${layer}.${part}`;
}

/** Sizes of all parameters by name, in the order they are written to a file. */
export function parameterShapes(shape: ModelShape): ReadonlyMap<string, readonly number[]> {
  const { vocabulary, width } = shape;
  return new Map<string, readonly number[]>([
    ["embedding", [vocabulary, width]],
    ...Array.from({ length: shape.layers }, (_, layer) => layerShapes(shape, layer)).flat(),
    ["finalNorm", [width]],
  ]);
}

function layerShapes({ width, feedForward }: ModelShape, layer: number): [string, readonly number[]][] {
  return [
    [layerParameter(layer, "attentionNorm"), [width]],
    [layerParameter(layer, "keySmear"), [width]],
    [layerParameter(layer, "query"), [width, width]],
    [layerParameter(layer, "key"), [width, width]],
    [layerParameter(layer, "value"), [width, width]],
    [layerParameter(layer, "attentionOutput"), [width, width]],
    [layerParameter(layer, "feedForwardNorm"), [width]],
    [layerParameter(layer, "gate"), [feedForward, width]],
    [layerParameter(layer, "up"), [feedForward, width]],
    [layerParameter(layer, "down"), [width, feedForward]],
  ];
}

export function sizeOf(shape: readonly number[]): number {
  return shape.reduce((product, size) => product * size, 1);
}

/** Numbers in all parameters together. */
export function parameterCount(shape: ModelShape): number {
  return [...parameterShapes(shape).values()].reduce((sum, sizes) => sum + sizeOf(sizes), 0);
}

/** A token's key starts as the even mix of the token and the one before it. */
const initialSmear = 0.5;
const initialDeviation = 0.02;

/**
 * Weights to start training from. Matrices are normal with deviation 0.02, those that add to the residual stream
 * divided by √(2 · layers) so that the stream doesn't grow with depth (GPT-2: Radford et al. 2019, section 2.3).
 */
export function initialWeights(shape: ModelShape, seed: string): Weights {
  const normal = normalDraws(seed);
  const residual = initialDeviation / Math.sqrt(2 * shape.layers);
  const weights = new Map<string, Float32Array>();
  for (const [name, sizes] of parameterShapes(shape)) {
    const values = new Float32Array(sizeOf(sizes));
    if (name.endsWith("keySmear")) values.fill(initialSmear);
    else if (sizes.length === 1) values.fill(1);
    else {
      const deviation = /(attentionOutput|down)$/.test(name) ? residual : initialDeviation;
      for (let index = 0; index < values.length; index += 1) values[index] = deviation * normal();
    }
    weights.set(name, values);
  }
  return weights;
}

/** Draws of the standard normal distribution (Box and Muller 1958). */
export function normalDraws(seed: string): () => number {
  const random = seededRandom(seed);
  return () => Math.sqrt(-2 * Math.log(1 - random.next())) * Math.cos(2 * Math.PI * random.next());
}
