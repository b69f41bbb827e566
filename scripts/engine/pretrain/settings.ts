import { resolve } from "node:path";
import { parseArgs } from "node:util";

/** What one pre-training run is told on the command line. */
export interface PretrainSettings {
  /** Wall-clock time to train, all interruptions left out. */
  readonly minutes: number;
  /** Where the run keeps its state; the same folder goes on. */
  readonly folder: string;
  /** Where the finished base model goes. */
  readonly out: string;
  readonly threads: number;
  /** A finished run is continued with a fresh schedule of so many minutes. */
  readonly again: boolean;
  readonly seed: string;
  readonly peakLearningRate: number;
  /** Tokens of a step. */
  readonly batchTokens: number;
  readonly width: number;
  readonly layers: number;
  readonly heads: number;
  readonly feedForward: number;
}

export function readSettings(args: readonly string[]): PretrainSettings {
  const { values } = parseArgs({
    args: [...args],
    options: {
      minutes: { type: "string", default: "150" },
      folder: { type: "string", default: ".calltune-pretrain" },
      out: { type: "string", default: "src/engine/base/base.safetensors" },
      threads: { type: "string", default: "2" },
      again: { type: "boolean", default: false },
      seed: { type: "string", default: "base" },
      "learning-rate": { type: "string", default: "0.003" },
      "batch-tokens": { type: "string", default: "4096" },
      width: { type: "string", default: "192" },
      layers: { type: "string", default: "6" },
      heads: { type: "string", default: "6" },
      "feed-forward": { type: "string", default: "512" },
    },
  });
  return {
    minutes: Number(values.minutes),
    folder: resolve(values.folder),
    out: resolve(values.out),
    threads: Number(values.threads),
    again: values.again,
    seed: values.seed,
    peakLearningRate: Number(values["learning-rate"]),
    batchTokens: Number(values["batch-tokens"]),
    width: Number(values.width),
    layers: Number(values.layers),
    heads: Number(values.heads),
    feedForward: Number(values["feed-forward"]),
  };
}
