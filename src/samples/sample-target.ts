import type { CopyPart } from "./sample-tables.ts";

/** A database that sample calls are written to. */
export interface SampleTarget {
  /** Runs statements that give no rows. */
  run(sql: string): Promise<void>;
  /** The first column of the first row; null where there is none. */
  read(sql: string): Promise<unknown>;
  /** Writes rows in COPY's text format, all of them or, where it fails, none. */
  copy(parts: readonly CopyPart[]): Promise<void>;
  close(): Promise<void>;
}
