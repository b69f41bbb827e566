import type { Example } from "../../domain/example.ts";
import type { JsonObject } from "../../lib/json.ts";

/** One broken rule of a dialect in one row. */
export interface RowFault {
  /** Stable code of the rule, kebab-case. */
  readonly rule: string;
  /** What is wrong and what was expected; names fields and positions, never caller's words. */
  readonly sentence: string;
}

/** A provider's dialect of training files: how a row is written, what makes a row bad, and how to read it back. */
export interface Exporter {
  readonly about: string;
  /** File ending without dot; all are JSON Lines today. */
  readonly extension: "jsonl";
  /** The row for an example. `replyOnly` examples teach the last message, others each message of weight 1. */
  toRow(example: Example): JsonObject;
  /** The example again, for round trips and evaluation; ids that the dialect can't hold are made anew. */
  fromRow(row: JsonObject, id: string): Example;
  /** Every broken rule of one row, in the order of the row. */
  checkRow(row: JsonObject): readonly RowFault[];
  /** Rules over the whole file: fewest rows, one format for all … */
  checkFile(facts: FileFacts): readonly RowFault[];
}

export interface FileFacts {
  readonly rows: number;
  readonly bytes: number;
  /** How many rows have each set of top-level keys (sorted, joined by ","). */
  readonly keySets: ReadonlyMap<string, number>;
}
