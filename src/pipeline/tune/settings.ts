import type { JobSettings } from "../../domain/job.ts";
import { UsageError } from "../../lib/errors.ts";
import type { BatchLimits, TuningDefaults, TuningLimits } from "../../plugins/providers/tuning.ts";
import type { FileTokens } from "./price.ts";

/** What the user asked for, and where; absent keys get defaults. */
export interface TuneWish {
  readonly epochs?: number;
  readonly learningRate?: number;
  readonly batchSize?: number;
  /** 0 trains all weights. */
  readonly loraRank?: number;
  readonly seed?: number;
  readonly suffix?: string;
}

export interface SettingsFacts {
  readonly wish: TuneWish;
  readonly defaults: TuningDefaults;
  /** Null where the service couldn't tell. */
  readonly limits: TuningLimits | null;
  readonly training: FileTokens;
  readonly validation: FileTokens | null;
  /** Stands in the suffix, and finds the job again. */
  readonly orderId: string;
}

/** Fewer steps teach next to nothing. */
const enoughSteps = 100;
/** Row lengths that were estimated may be short by a third. */
const estimateMargin = 1.3;
const defaultSeed = 42;
const defaultSuffix = "calltune";

/** Every hyper-parameter of a job. @throws UsageError naming each that the model doesn't allow */
export function settingsFor(facts: SettingsFacts): JobSettings {
  const { wish, defaults, limits, orderId } = facts;
  const rank = wish.loraRank ?? atMost(defaults.loraRank, limits?.lora.rank);
  const epochs = wish.epochs ?? atMost(defaults.epochs, limits?.epochs);
  const batch = rank === 0 ? limits?.full : limits?.lora;
  const batchSize = wish.batchSize ?? within(defaults.batchSize, batch ?? null);
  const evaluations = evaluationsFor(facts, epochs);
  const settings: JobSettings = {
    epochs,
    learningRate: wish.learningRate ?? defaults.learningRate[rank === 0 ? "full" : "lora"],
    batchSize,
    // Twice the rank, as the vendor's command line has it.
    lora: rank === 0 ? null : { rank, alpha: 2 * rank },
    ...packingFor(facts, batchSize, epochs),
    evaluations,
    earlyStopping: defaults.earlyStopping && evaluations >= leastForEarlyStopping,
    warmupRatio: defaults.warmupRatio,
    seed: wish.seed ?? defaultSeed,
    suffix: `${wish.suffix ?? defaultSuffix}-${orderId}`,
  };
  const faults = limits === null ? [] : limitFaults(settings, limits);
  if (faults.length > 0) throw new UsageError(faults.join("; "));
  return settings;
}

function atMost(value: number, most: number | null | undefined): number {
  return Math.min(value, most ?? value);
}

/** Patience of 2, a warm-up of 1, and one more. */
const leastForEarlyStopping = 4;

function evaluationsFor({ validation, defaults, limits }: SettingsFacts, epochs: number): number {
  if (validation === null) return 0;
  return atMost(Math.ceil(epochs * defaults.evaluationsPerEpoch), limits?.evaluations);
}

/**
 * Packed into sequences as long as the model's context, a small set is a handful of steps. Unpacked, each row is billed
 * as the longest sequence, so that is set just above the longest row.
 */
function packingFor(
  { training, limits }: SettingsFacts,
  batchSize: number,
  epochs: number,
): Pick<JobSettings, "packing" | "maxTokens"> {
  const context = limits?.maxTokens ?? null;
  if (context === null) return { packing: false, maxTokens: null };
  const packedSteps = Math.ceil(training.tokens / (context * batchSize)) * epochs;
  if (packedSteps >= enoughSteps) return { packing: true, maxTokens: null };
  const longest = training.longestRow * (training.exact ? 1 : estimateMargin);
  const rounded = Math.ceil(longest / 256) * 256;
  return {
    packing: false,
    maxTokens: Math.min(context, Math.max(rounded, limits?.leastMaxTokens ?? 0)),
  };
}

/** Times the weights are changed. */
export function stepsOf({ rows, tokens }: FileTokens, settings: JobSettings, context: number | null): number {
  const { packing, batchSize, epochs } = settings;
  const sequences = packing && context !== null ? Math.ceil(tokens / context) : rows;
  return Math.ceil(sequences / batchSize) * epochs;
}

function within(value: number, limits: BatchLimits | null): number {
  return Math.max(limits?.leastBatch ?? 1, Math.min(value, limits?.mostBatch ?? value));
}

function limitFaults(settings: JobSettings, limits: TuningLimits): string[] {
  const { epochs, learningRate, batchSize, lora } = settings;
  const batch = lora === null ? limits.full : limits.lora;
  const kind = lora === null ? "training all weights" : "LoRA";
  return [
    lora === null && limits.full === null
      ? "--lora-rank: this model's weights can't all be trained; give a rank from 1"
      : null,
    beyond("--epochs", epochs, { least: 1, most: limits.epochs }, "this model"),
    beyond("--learning-rate", learningRate, limits.learningRate ?? {}, "this model"),
    beyond("--batch-size", batchSize, { least: batch?.leastBatch, most: batch?.mostBatch }, kind),
    lora === null
      ? null
      : beyond("--lora-rank", lora.rank, { least: 1, most: limits.lora.rank }, "this model"),
  ].filter((fault) => fault !== null);
}

function beyond(
  flag: string,
  value: number,
  { least, most }: { readonly least?: number | null | undefined; readonly most?: number | null | undefined },
  whose: string,
): string | null {
  const tooLittle = typeof least === "number" && value < least;
  const tooMuch = typeof most === "number" && value > most;
  if (!tooLittle && !tooMuch) return null;
  return `${flag} ${value} isn't within ${least ?? "…"} to ${most ?? "…"}, which is what ${whose} takes there`;
}
