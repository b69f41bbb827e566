import type { JsonObject } from "../lib/json.ts";

/** One thing a tool needs to know, in words and as arguments. Words are made anew each time they are said. */
export interface Words {
  /** In the caller's words: "half past seven". */
  said(): string;
  /** In the agent's: "7:30 PM". */
  echo(): string;
  readonly args: JsonObject;
}

export interface Slot {
  readonly name: SlotName;
  /** The agent's questions for it. */
  readonly ask: readonly string[];
  /** Within a longer sentence: "at half past seven"; null where callers wait to be asked. */
  readonly within: ((said: string) => string) | null;
  /** Alone, as an answer. */
  readonly answer: (said: string) => string;
  readonly right: Words;
  /** A value that could be mistaken for it; null where none is near. */
  readonly wrong: Words | null;
  /**
   * Whether the right value can't be read out of anything else that is said: "six" stands in a phone number too, and
   * an enum's values are known beforehand.
   */
  readonly distinct: boolean;
  /** The arguments in the caller's words, against the schema. */
  readonly loose: JsonObject | null;
}

export type SlotName =
  | "date"
  | "time"
  | "party"
  | "items"
  | "name"
  | "phone"
  | "email"
  | "address"
  | "birth_date"
  | "card"
  | "national_id"
  | "bank_account"
  | "service"
  | "problem"
  | "reference"
  | "postal_code"
  | "notes";

export function argsOf(
  slots: readonly Slot[],
  instead: { slot: Slot; args: JsonObject } | null = null,
): JsonObject {
  return Object.assign({}, ...slots.map((slot) => (slot === instead?.slot ? instead.args : slot.right.args)));
}
