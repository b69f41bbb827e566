import type { Provider } from "./provider.ts";
import { togetherTuning } from "./together.ts";

const readOn = "2026-11-27";
const source = "src/engine: the embedded engine";

/** The embedded engine behind calltune's own server, which speaks Together's API on this machine. */
export const local: Provider = {
  about: "this machine: the embedded engine",
  dialect: "together",
  models: [
    {
      id: "calltune/base",
      contextTokens: 1024,
      tunable: true,
      trainingPrice: { lora: 0, full: 0, readOn, source },
      serving: { servable: "yes", hardware: null, dollarsPerDay: 0, readOn, source: "calltune serve" },
    },
  ],
  readOn,
  source,
  tuning: {
    ...togetherTuning,
    keyVariable: null,
    addressVariable: null,
    address: null,
    free: true,
    cutsRows: false,
    // Small models learn in many steps at a high rate; LoRA was far behind in facts/engine.md.
    defaults: {
      epochs: 10,
      learningRate: { lora: 3e-3, full: 1e-3 },
      batchSize: 16,
      loraRank: 0,
      evaluationsPerEpoch: 1,
      earlyStopping: false,
      warmupRatio: 0.05,
    },
  },
};
