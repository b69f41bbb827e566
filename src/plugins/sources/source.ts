import type { z } from "zod";
import type { CallFilter } from "../../domain/call-filter.ts";
import type { Problem } from "../../domain/problem.ts";
import type { TableSelection } from "../../domain/table-selection.ts";

/**
 * Where a read stands, as `[time, key]` of the last call: the time column's text (or "" without one), then the
 * call's key. Calls come in this order, so a later read goes on behind it.
 */
export type Position = readonly [time: string, key: string];

/** One record as it lies in the source, or why it can't even be handed on. */
export type RawCall =
  | { readonly place: string; readonly position: Position | null; readonly record: unknown }
  | { readonly place: string; readonly position: Position | null; readonly problem: Problem };

export interface ReadRequest {
  /** What to read of a source that holds tables; null where the format takes each record as it lies. */
  readonly selection: TableSelection | null;
  /** A source may leave out what fails the filter; it need not. */
  readonly filter: CallFilter;
  /** Go on behind this position; null reads from the beginning. */
  readonly after: Position | null;
  /** Stop after so many records; null reads all. */
  readonly limit: number | null;
  readonly signal: AbortSignal;
  /** A sentence for the user about what is going on (reconnected, waiting for a rate limit). */
  readonly onNotice: (sentence: string) => void;
}

/** A source opened for one pull. */
export interface OpenSource {
  /** How many records a read will give, for the progress bar; null where asking would cost a full read. */
  count(request: ReadRequest): Promise<number | null>;
  /**
   * Batches of records in order of position; never the whole source in memory.
   * @throws RemoteError when the source refuses or stays unreachable
   * @throws UsageError when the selection names tables or columns the source doesn't have
   */
  read(request: ReadRequest): AsyncIterable<readonly RawCall[]>;
  close(): Promise<void>;
}

/** A place where calls lie. */
export interface Source<Options = unknown> {
  readonly about: string;
  readonly options: z.ZodType<Options>;
  open(options: Options): Promise<OpenSource>;
}
