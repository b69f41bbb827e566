import type { Engine } from "../../src/engine/engine.ts";
import { engine as standIn } from "./stand-in-engine.ts";

/** An engine with a mistake in everything that it does. */
export const engine: Engine = {
  ...standIn,
  baseModels: standIn.baseModels.map((model) => ({ ...model, id: "calltune/broken" })),
  fineTune: () => Promise.reject(new TypeError("a mistake in training")),
  openGenerator: () => Promise.reject(new TypeError("a mistake in generation")),
};
