import type { Example } from "../../domain/example.ts";
import type { JsonObject } from "../../lib/json.ts";

/** One broken rule of a dialect in one row. */
export interface RowFault {
  /** Stable code of the rule, kebab-case. */
  readonly rule: string;
  /** A row with an error is refused or taught wrongly; a warning is a rule whose sources disagree, or a risk. */
  readonly severity: "error" | "warning";
  /** What is wrong and what was expected; names fields and positions, never caller's words. */
  readonly sentence: string;
}

/** A provider's dialect of training files: how a row is written, what makes a row bad, and how to read it back. */
export interface Exporter {
  readonly about: string;
  /** File ending without dot; all are JSON Lines today. */
  readonly extension: "jsonl";
  /** False where a row can't say which of its messages are learnt: such a dialect holds one decision a row. */
  readonly holdsWeights: boolean;
  readonly limits: FileLimits;
  /**
   * The row for an example. An example without weights teaches its last message alone; with weights, each message of
   * weight 1.
   * @throws UsageError when the example has weights and the dialect can't hold them
   */
  toRow(example: Example): JsonObject;
  /**
   * The example again, for round trips and evaluation; ids that the dialect can't hold are made anew. Made for rows
   * without errors; what else a row holds is left out.
   */
  fromRow(row: JsonObject, id: string): Example;
  /** False for a row of a format that the provider takes and calltune doesn't write; such rows are only checked. */
  isExample(row: JsonObject): boolean;
  /** Every broken rule of one row. */
  checkRow(row: JsonObject): readonly RowFault[];
  /** Rules over the whole file: fewest rows, one format for all … */
  checkFile(facts: FileFacts): readonly RowFault[];
  /**
   * Fields of a row whose type has to be the same in all rows, because readers infer one type for each; absent where
   * nobody infers.
   */
  fieldTypes?(row: JsonObject): Iterable<FieldType>;
}

/** What a provider takes in one file; absent where no source says. */
export interface FileLimits {
  readonly minRows: number;
  readonly maxRows?: number;
  readonly maxBytes?: number;
}

/** A field, as a path with `[]` for every position of a list, and the type of its value. */
export type FieldType = readonly [path: string, type: "text" | "number" | "boolean" | "object" | "list"];

export interface FileFacts {
  readonly rows: number;
  readonly bytes: number;
  /** How many rows have each set of top-level keys (sorted, joined by ","). */
  readonly keySets: ReadonlyMap<string, number>;
  /** For each field, its types and the first line of each; empty where the dialect has no such fields. */
  readonly fieldTypes: ReadonlyMap<string, ReadonlyMap<string, number>>;
}
