import type { Generator } from "./generate/generator.ts";
import type { EngineModel } from "./model.ts";
import type { FineTune, TrainingRow } from "./train/fine-tune.ts";

/** The engine's door: all that the rooms above it need to tune a model and to let it answer. */
export interface Engine {
  /** Models that can be fine-tuned; the first is the one to take where nobody chose. */
  readonly baseModels: readonly BaseModel[];
  /** What the user should know of how it runs on this machine; null where nothing. @throws UsageError where it can't */
  notice(): Promise<string | null>;
  loadBase(id: string): Promise<EngineModel>;
  /** @throws UsageError where the bytes are no model of this engine */
  readModel(bytes: Uint8Array): EngineModel;
  writeModel(model: EngineModel): Uint8Array;
  readonly fineTune: FineTune;
  openGenerator(model: EngineModel, threads: number): Promise<Generator>;
  /** A row as training reads it. */
  tokensOfRow(model: EngineModel, row: TrainingRow): RowTokens;
}

export interface BaseModel {
  /** `<owner>/<name>`, as providers name models. */
  readonly id: string;
  /** For people. */
  readonly title: string;
  readonly contextTokens: number;
  readonly limits: TrainingLimits;
}

/** What a fine-tuning job on a base model may ask for, and what it gets where it doesn't ask. */
export interface TrainingLimits {
  readonly epochs: { readonly most: number; readonly usual: number };
  /** `least` and `most` are refused beyond; outside `useful` it learns next to nothing, or falls apart. */
  readonly learningRate: {
    readonly least: number;
    readonly most: number;
    readonly usual: number;
    readonly useful: readonly [number, number];
  };
  readonly batchSize: { readonly least: number; readonly most: number; readonly usual: number };
  readonly evaluations: number;
  readonly checkpoints: number;
  readonly lora: {
    readonly mostRank: number;
    readonly usualRank: number;
    readonly modules: readonly string[];
  };
  /** What a job gets that doesn't say. */
  readonly usualKind: "full" | "lora";
}

export interface RowTokens {
  readonly tokens: readonly number[];
  /** The text of each token, marks as they are written, a tool's tag as `<tag of NAME>`. */
  readonly texts: readonly string[];
  /** Half-open ranges of tokens that are learnt. */
  readonly learnt: readonly (readonly [from: number, to: number])[];
  /** Whether something was left out to fit the context. */
  readonly truncated: boolean;
}
