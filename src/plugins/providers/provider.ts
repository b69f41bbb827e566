import type { Dialect } from "../../domain/dialect.ts";

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
}

/** What is known of a model at a provider; absent where no source says. */
export interface ProviderModel {
  readonly id: string;
  /** Longest row in tokens when it is fine-tuned: longer ones are cut. */
  readonly contextTokens?: number;
  /** Whether it can be fine-tuned there. */
  readonly tunable: boolean;
}
