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
  const { graph, math, sizes } = construction;
  const firstPlace = graph.integers(0);
  return {
    output: turned(construction, math.reshape(input, sizes.sequences), { firstPlace, direction: 1 }),
    backward: (gradient) =>
      math.reshape(turned(construction, gradient, { firstPlace, direction: -1 }), sizes.rows),
  };
}

/** `[sequences, time, width]` turned by the angles of the places from `firstPlace` `[1]` on. */
export function turned(
  { graph, shape }: Construction,
  sequences: Value,
  { firstPlace, direction }: { firstPlace: Value; direction: 1 | -1 },
): Value {
  const sizes = [shape.context, shape.width / shape.heads / 2];
  const cosines = graph.constant("cosines", sizes, anglesOf(shape, Math.cos));
  const sines = graph.constant(
    direction === 1 ? "sines" : "sines backward",
    sizes,
    anglesOf(shape, (angle) => direction * Math.sin(angle)),
  );
  const attributes = { interleaved: 1, num_heads: shape.heads };
  return graph.microsoft("RotaryEmbedding", [sequences, firstPlace, cosines, sines], attributes);
}

/** A function of the angle of each place and pair, `[context, pairs]`. */
function anglesOf({ context, width, heads }: ModelShape, of: (angle: number) => number): Float32Array {
  const pairs = width / heads / 2;
  const values = new Float32Array(context * pairs);
  for (let place = 0; place < context; place += 1) {
    for (let pair = 0; pair < pairs; pair += 1)
      values[place * pairs + pair] = of(place * rotaryBase ** (-pair / pairs));
  }
  return values;
}
