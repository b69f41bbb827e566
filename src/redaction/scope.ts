import type { JsonObject } from "../lib/json.ts";
import type { Form, SearchedText } from "../plugins/redactors/redactor.ts";
import type { JsonLeaf } from "./json-leaves.ts";
import type { OwnValues } from "./own-values.ts";
import type { Passage } from "./passages.ts";
import type { Registry } from "./registry.ts";
import type { Rules } from "./rules.ts";
import type { ToolFacts } from "./tool-facts.ts";
import type { ValueSet } from "./value-table.ts";

/** A leaf whose field's name says what it holds. */
export interface FieldLeaf {
  readonly leaf: JsonLeaf;
  readonly form: Form;
}

export interface TextLeaf {
  readonly leaf: JsonLeaf;
  readonly passage: Passage;
}

/** A number that known values are looked for in, and what its schemas ask of it. */
export interface NumberLeaf extends TextLeaf {
  readonly schemas: readonly JsonObject[];
}

export type ReadPart =
  | { readonly json: null; readonly passage: Passage; readonly ofArguments: boolean }
  | {
      readonly json: string;
      readonly ofArguments: boolean;
      readonly fields: readonly FieldLeaf[];
      readonly others: readonly TextLeaf[];
      readonly numbers: readonly NumberLeaf[];
      /** Keys that are no names of fields. */
      readonly keys: readonly TextLeaf[];
    };

/** What is known of one scope while it is redacted. */
export interface Context {
  readonly rules: Rules;
  readonly registry: Registry;
  readonly tools: ToolFacts;
  readonly business: () => string;
  /** Values of the business itself, and of the listings its tools return. */
  readonly own: OwnValues;
  readonly listed: ValueSet;
  /** Texts of fields that aren't personal. */
  readonly things: SearchedText[];
}
