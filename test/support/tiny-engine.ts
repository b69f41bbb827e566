import { engine as embedded } from "../../src/engine/embedded.ts";
import type { Engine } from "../../src/engine/engine.ts";
import { initialWeights } from "../../src/engine/model.ts";
import { createTokenizer } from "../../src/engine/text/tokenizer.ts";

const tokenizer = createTokenizer([" w", " we", " weather", " Town", " thank", " bye", " city"]);
const shape = {
  vocabulary: tokenizer.size,
  width: 32,
  layers: 1,
  heads: 2,
  feedForward: 64,
  context: 256,
};

/** The embedded engine with a base model that has learnt nothing and is quick: everything in it is the real thing. */
export const engine: Engine = {
  ...embedded,
  baseModels: embedded.baseModels.map((base) => ({
    ...base,
    id: "calltune/tiny",
    contextTokens: shape.context,
  })),
  loadBase: async (name) => ({ name, shape, weights: initialWeights(shape, "tiny"), tokenizer }),
};
