import type { Provider, ServingFacts } from "./provider.ts";
import type { Tuning } from "./tuning.ts";

const blog = "Together's blog of 2026-09-11 (new prices for most models)";
const readOn = "2026-11-23";

/** What the class of 16 billion parameters and less cost until 2026-09; the blog doesn't name the Llama models. */
const upTo16 = {
  lora: 0.48,
  full: null,
  readOn,
  source: "Together's price list until 2026-09; may be less now",
};

/** Serverless serving of tuned models has ended: a deployment of one's own is what is left. */
const unknownServing: ServingFacts = {
  servable: "unknown",
  hardware: null,
  dollarsPerDay: null,
  readOn,
  source: "docs.together.ai: dedicated model inference",
};

export const togetherTuning: Tuning = {
  keyVariable: "TOGETHER_API_KEY",
  addressVariable: "TOGETHER_BASE_URL",
  address: "https://api.together.ai/v1",
  free: false,
  cutsRows: true,
  defaults: {
    epochs: 3,
    // The API's own 1e-5 hardly moves an adapter, the vendor's command line takes 1e-3 for one.
    learningRate: { lora: 1e-4, full: 1e-5 },
    batchSize: 8,
    loraRank: 16,
    evaluationsPerEpoch: 1,
    earlyStopping: false,
    warmupRatio: 0.03,
  },
  async connect(connection) {
    return (await import("./together/connect.ts")).connectTogether(connection);
  },
};

/** Which models can also be served after fine-tuning changes by the week, and is asked of the API before a job. */
export const together: Provider = {
  about: "Together AI",
  dialect: "together",
  models: [
    {
      id: "meta-llama/Meta-Llama-3.1-8B-Instruct-Reference",
      contextTokens: 131_072,
      tunable: true,
      trainingPrice: upTo16,
      serving: unknownServing,
    },
    {
      id: "meta-llama/Llama-3.3-70B-Instruct-Reference",
      contextTokens: 24_576,
      tunable: true,
      trainingPrice: {
        lora: 2.9,
        full: null,
        readOn,
        source:
          "Together's price list until 2026-09 for 70 to 100 billion parameters, from memory; may be less now",
      },
      serving: {
        servable: "yes",
        hardware: { gpus: 4, type: "H100" },
        dollarsPerDay: 4 * 5.49 * 24,
        readOn,
        source: "the API's catalogue as read on 2026-10-02",
      },
    },
    {
      id: "Qwen/Qwen3.5-9B",
      tunable: true,
      trainingPrice: { lora: 0.34, full: null, readOn, source: blog },
      serving: {
        servable: "yes",
        hardware: { gpus: 1, type: "H100" },
        dollarsPerDay: 5.49 * 24,
        readOn,
        source: "the API's catalogue as read on 2026-10-02",
      },
    },
    {
      id: "openai/gpt-oss-20b",
      contextTokens: 16_384,
      tunable: true,
      trainingPrice: { lora: 0.4, full: null, readOn, source: blog },
      serving: unknownServing,
    },
    {
      id: "openai/gpt-oss-120b",
      contextTokens: 16_384,
      tunable: true,
      trainingPrice: { lora: 2.5, full: null, readOn, source: blog },
      serving: unknownServing,
    },
    // The names the models have everywhere else are refused for fine-tuning.
    { id: "meta-llama/Llama-3.1-8B-Instruct", tunable: false },
  ],
  readOn,
  source: "docs.together.ai: fine-tuning models, function calling; together-ai SDK 0.52.0",
  tuning: togetherTuning,
};
