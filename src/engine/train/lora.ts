import {
  layerParameter,
  type ModelShape,
  normalDraws,
  parameterShapes,
  projections,
  sizeOf,
  type Weights,
} from "../model.ts";

/** Sizes of the adapters of all projections by name: `down` is A, `up` is B of W + (alpha / rank) · B · A. */
export function adapterShapes(shape: ModelShape, rank: number): ReadonlyMap<string, readonly number[]> {
  const sizes = parameterShapes(shape);
  return new Map(
    adaptedNames(shape).flatMap((name): [string, readonly number[]][] => {
      const [out = 0, into = 0] = sizes.get(name) ?? [];
      const names = adapterNames(name);
      return [
        [names.down, [rank, into]],
        [names.up, [out, rank]],
      ];
    }),
  );
}

export function adapterNames(projection: string): { readonly down: string; readonly up: string } {
  return { down: `${projection}.adapterDown`, up: `${projection}.adapterUp` };
}

/** A is normal with variance 1 / in, B is zero, so that training starts at the base model (Hu et al. 2021, section 4.1). */
export function initialAdapters(shape: ModelShape, rank: number, seed: number): Weights {
  const normal = normalDraws(`adapters ${seed}`);
  const adapters = new Map<string, Float32Array>();
  for (const [name, sizes] of adapterShapes(shape, rank)) {
    const values = new Float32Array(sizeOf(sizes));
    if (name.endsWith("adapterDown")) {
      const deviation = 1 / Math.sqrt(sizes[1] ?? 1);
      for (let index = 0; index < values.length; index += 1) values[index] = deviation * normal();
    }
    adapters.set(name, values);
  }
  return adapters;
}

/** Every projection with its adapter added: what a model without adapters needs to answer the same. */
export function mergeAdapters(
  shape: ModelShape,
  { weights, adapters, factor }: { weights: Weights; adapters: Weights; factor: number },
): Weights {
  const merged = new Map([...weights].map(([name, values]) => [name, values.slice()]));
  const sizes = parameterShapes(shape);
  for (const name of adaptedNames(shape)) {
    const names = adapterNames(name);
    const target = merged.get(name);
    const down = adapters.get(names.down);
    const up = adapters.get(names.up);
    if (target === undefined || down === undefined || up === undefined) continue;
    const [, into = 0] = sizes.get(name) ?? [];
    addProduct(target, { up, down, into, factor });
  }
  return merged;
}

/** target += factor · up · down */
function addProduct(
  target: Float32Array,
  { up, down, into, factor }: { up: Float32Array; down: Float32Array; into: number; factor: number },
): void {
  const rank = down.length / into;
  for (let row = 0; row < target.length / into; row += 1) {
    for (let inner = 0; inner < rank; inner += 1) {
      const share = factor * (up[row * rank + inner] ?? 0);
      for (let column = 0; column < into; column += 1) {
        const place = row * into + column;
        target[place] = (target[place] ?? 0) + share * (down[inner * into + column] ?? 0);
      }
    }
  }
}

function adaptedNames({ layers }: ModelShape): string[] {
  return Array.from({ length: layers }, (_, layer) =>
    projections.map((part) => layerParameter(layer, part)),
  ).flat();
}
