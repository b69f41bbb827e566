import type { Generation, GenerationDelta } from "../../engine/generate/generator.ts";

/** A generation under way, its deltas as they come. */
export interface DeltaFeed {
  /** Kept at the first delta or the end; rejected where the request fails before. */
  readonly begun: Promise<void>;
  /** Ends with the generation, whichever way. */
  readonly deltas: AsyncIterable<GenerationDelta>;
  readonly generation: Promise<Generation>;
}

export function feedDeltas(
  generate: (onDelta: (delta: GenerationDelta) => void) => Promise<Generation>,
): DeltaFeed {
  const waiting: GenerationDelta[] = [];
  let wake = () => {};
  let ended = false;
  let begin = () => {};
  const first = new Promise<void>((resolve) => {
    begin = resolve;
  });
  const generation = generate((delta) => {
    waiting.push(delta);
    begin();
    wake();
  }).finally(() => {
    ended = true;
    wake();
  });
  async function* deltas() {
    while (true) {
      yield* waiting.splice(0);
      if (ended && waiting.length === 0) return;
      if (waiting.length > 0) continue;
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
  }
  const begun = Promise.race([first, generation.then(() => {})]);
  // Who reads the deltas hears of a failure from `generation`.
  generation.catch(() => {});
  return { begun, deltas: deltas(), generation };
}
