import type { JsonObject } from "../../lib/json.ts";
import type { Severity } from "./faults.ts";

/** Where the dialects of OpenAI's wire form differ in what they refuse. */
export interface ChatRules {
  /** Columns a row may have beside `messages`. */
  readonly columns: readonly string[];
  /** How grave any other column is. */
  readonly extraColumns: Severity;
  /** Keys a message of each role may have; the table's keys are the roles. */
  readonly messageKeys: Readonly<Record<string, readonly string[]>>;
  /** How grave any other key is. */
  readonly extraKeys: Severity;
  /** What images a part may hold: base64 data alone, an address too, or what the model's template takes. */
  readonly images: "data" | "any" | "template";
  /** How grave it is when some messages have parts and some text; null where they may be mixed. */
  readonly mixedContent: Severity | null;
  readonly arguments: "text" | "object";
  /** How grave it is that a tool call has no arguments at all. */
  readonly missingArguments: Severity;
  readonly holdsWeights: boolean;
  /** How grave it is that a tool call or tool message lacks its id. */
  readonly missingIds: Severity;
  /** How grave a system message is that isn't the first; null where it may stand anywhere. */
  readonly lateSystem: Severity | null;
  /** How grave it is when user and assistant don't take turns; null where they needn't. */
  readonly turnTaking: Severity | null;
  /** How grave it is that a row doesn't end with the assistant. */
  readonly otherEnd: Severity;
  /** How grave a message without words is, tool calls or not; null where it may be. */
  readonly noWords: Severity | null;
}

/** A message as far as it could be read. */
export interface RowMessage {
  readonly index: number;
  /** `messages[3]`, for sentences. */
  readonly at: string;
  readonly role: string;
  readonly fields: JsonObject;
  /** Whether the message is in the loss. */
  readonly learnt: boolean;
}
