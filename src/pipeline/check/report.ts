import type { RowFault } from "../../plugins/exporters/exporter.ts";

/** A broken rule and where it is broken. */
export interface PlacedFault extends RowFault {
  /** Counted from 1; null where the rule is about the whole file. */
  readonly line: number | null;
}

/** How often a rule is broken, and how many of those are listed. */
export interface FaultCount {
  readonly rule: string;
  readonly severity: RowFault["severity"];
  readonly count: number;
  readonly listed: number;
}

export interface FaultTally {
  /** In order of lines, the file's own faults last. */
  readonly faults: readonly PlacedFault[];
  readonly counts: readonly FaultCount[];
}

/** What `check` found in a training file. */
export interface CheckReport extends FaultTally {
  readonly file: string;
  readonly dialect: string;
  /** No error; warnings may be. */
  readonly passed: boolean;
  readonly bytes: number;
  /** Lines that hold a JSON object. */
  readonly rows: number;
  /** Lines with at least one error. */
  readonly badLines: number;
  /** Null where no tokenizer was asked for. */
  readonly tokens: TokenSummary | null;
  /** Another dialect whose rules the rows keep to much better. */
  readonly guess: string | null;
}

/** Tokens of the rows without errors, chat template and tools included. */
export interface TokenSummary {
  readonly exact: boolean;
  readonly rows: number;
  readonly total: number;
  /** Null without rows. */
  readonly percentiles: {
    readonly p50: number;
    readonly p95: number;
    readonly p99: number;
    readonly max: number;
  } | null;
  /** Rows with at most `upTo` tokens, and more than the entry before; every bound is twice the one before. */
  readonly histogram: readonly { readonly upTo: number; readonly rows: number }[];
  /** The ten longest rows, longest first. */
  readonly longest: readonly { readonly line: number; readonly tokens: number }[];
}
