import type { Dialect } from "../../domain/dialect.ts";
import type { Tuning, TuningDefaults } from "./tuning.ts";

/** A company's API that tunes and/or serves, or one's own machines. */
export interface Provider {
  readonly about: string;
  /** Dialect of its training files. */
  readonly dialect: Dialect;
  /** Models known by name; a provider may take others. */
  readonly models: readonly ProviderModel[];
  /** The day on which someone last read the source, and what it was. */
  readonly readOn: string;
  readonly source: string;
  /** How jobs are ordered there; absent where calltune can't. */
  readonly tuning?: Tuning;
}

/** What is known of a model at a provider; absent where no source says. */
export interface ProviderModel {
  readonly id: string;
  /** Longest row in tokens when it is fine-tuned: longer ones are cut. */
  readonly contextTokens?: number;
  /** Whether it can be fine-tuned there. */
  readonly tunable: boolean;
  readonly trainingPrice?: TrainingPrice;
  readonly serving?: ServingFacts;
  /** Where they differ from the provider's. */
  readonly defaults?: Partial<TuningDefaults>;
}

/** US dollars for a million tokens that are learnt from or evaluated on. */
export interface TrainingPrice {
  /** Null where no source tells. */
  readonly lora: number | null;
  readonly full: number | null;
  readonly readOn: string;
  readonly source: string;
}

/** Whether a model that was tuned on this base can be used, and what that costs. */
export interface ServingFacts {
  readonly servable: "yes" | "no" | "unknown";
  /** What serving takes; null where nobody tells. */
  readonly hardware: { readonly gpus: number; readonly type: string } | null;
  /** US dollars for a day and night; null where nobody tells. */
  readonly dollarsPerDay: number | null;
  readonly readOn: string;
  readonly source: string;
}
