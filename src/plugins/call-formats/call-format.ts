import type { z } from "zod";
import type { Call } from "../../domain/call.ts";
import type { Problem } from "../../domain/problem.ts";
import type { TableSelection } from "../../domain/table-selection.ts";

/**
 * One record read: the call (absent where it can't be kept) and what couldn't be read. When `call` is absent, exactly
 * one problem has scope `call`; the others have scope `part`.
 */
export interface ParsedRecord {
  readonly call: Call | null;
  readonly problems: readonly Problem[];
}

export interface ParseContext {
  /** Where the record lies: `table:key` or `file:line`. */
  readonly place: string;
  /** Turns a phone number or other caller key into an opaque id. */
  readonly callerId: (key: string) => string;
}

/** A shape that call logs have. */
export interface CallFormat<Options = unknown> {
  readonly about: string;
  readonly options: z.ZodType<Options>;
  /** What to read where calls lie in tables; null where the format has no opinion (a record is a line). */
  selection(options: Options): TableSelection | null;
  /** Pure; never throws on bad data. */
  parse(record: unknown, context: ParseContext, options: Options): ParsedRecord;
}
