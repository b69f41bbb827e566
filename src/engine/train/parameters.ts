import { type ModelShape, parameterShapes, sizeOf, type Weights } from "../model.ts";
import { adapterShapes } from "./lora.ts";

/** Sizes by name, in the order in which numbers stand. */
export type Shapes = ReadonlyMap<string, readonly number[]>;

/** Rank and weight of adapters; null where all weights are trained. */
export type LoraSize = { readonly rank: number; readonly alpha: number } | null;

/** What a training graph reads: the model's own parameters, then adapters. */
export function readShapes(shape: ModelShape, lora: LoraSize): Shapes {
  return new Map([...parameterShapes(shape), ...(lora === null ? [] : adapterShapes(shape, lora.rank))]);
}

/** What it learns. */
export function learntShapes(shape: ModelShape, lora: LoraSize): Shapes {
  return lora === null ? parameterShapes(shape) : adapterShapes(shape, lora.rank);
}

export function countOf(shapes: Shapes): number {
  return [...shapes.values()].reduce((sum, sizes) => sum + sizeOf(sizes), 0);
}

/** Views of one row of numbers, a parameter after the other. */
export function viewsOf(shapes: Shapes, numbers: Float32Array): Weights {
  let from = 0;
  const views = new Map<string, Float32Array>();
  for (const [name, sizes] of shapes) {
    views.set(name, numbers.subarray(from, from + sizeOf(sizes)));
    from += sizeOf(sizes);
  }
  return views;
}

/**
 * Puts weights where they belong.
 * @throws RangeError where some are missing or of another size
 */
export function fill(views: Weights, shapes: Shapes, weights: Weights): void {
  for (const [name, view] of views) {
    const values = weights.get(name);
    if (values?.length !== view.length) {
      const wanted = shapes.get(name)?.join(" × ");
      throw new RangeError(
        `${name} has ${values?.length ?? "no"} numbers; the model's shape wants ${wanted}`,
      );
    }
    view.set(values);
  }
}

/** `sums += parts`, number by number. */
export function addTo(sums: Float32Array, parts: Float32Array): void {
  for (let index = 0; index < sums.length; index += 1) sums[index] = (sums[index] ?? 0) + (parts[index] ?? 0);
}
