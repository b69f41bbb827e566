import type { ModelShape } from "../../model.ts";
import type { Construction, Part } from "../construction.ts";
import type { Value } from "../graph.ts";

const rotaryBase = 10_000;

/**
 * Turns each pair of neighbouring channels of a head by place · base^(−2i / size), so that a product of query and key
 * depends on their distance (RoPE: Su et al. 2021, section 3.2.2). `input` is `[rows, width]`, the output
 * `[sequences, time, width]`. A rotation's transpose is its inverse: backward turns by the negative angle.
 */
export function rotary(construction: Construction, input: Value): Part {
  const { math, sizes } = construction;
  return {
    output: turned(construction, math.reshape(input, sizes.sequences), 1),
    backward: (gradient) => math.reshape(turned(construction, gradient, -1), sizes.rows),
  };
}

function turned(construction: Construction, sequences: Value, direction: 1 | -1): Value {
  const { graph, shape } = construction;
  const { cosines, sines } = rotations(construction, direction);
  const attributes = { interleaved: 1, num_heads: shape.heads };
  const firstPlace = graph.integers(0);
  return graph.microsoft("RotaryEmbedding", [sequences, firstPlace, cosines, sines], attributes);
}

/** Cosines and sines of the angle of each place and pair, `[context, pairs]`. */
export function rotations(
  { graph, shape }: Construction,
  direction: 1 | -1,
): { cosines: Value; sines: Value } {
  const sizes = [shape.context, shape.width / shape.heads / 2];
  return {
    cosines: graph.constant("cosines", sizes, anglesOf(shape, Math.cos)),
    sines: graph.constant(
      direction === 1 ? "sines" : "sines backward",
      sizes,
      anglesOf(shape, (angle) => direction * Math.sin(angle)),
    ),
  };
}

function anglesOf({ context, width, heads }: ModelShape, of: (angle: number) => number): Float32Array {
  const pairs = width / heads / 2;
  const values = new Float32Array(context * pairs);
  for (let place = 0; place < context; place += 1) {
    for (let pair = 0; pair < pairs; pair += 1)
      values[place * pairs + pair] = of(place * rotaryBase ** (-pair / pairs));
  }
  return values;
}
