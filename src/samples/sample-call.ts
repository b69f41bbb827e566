import type { Label } from "../domain/label.ts";
import type { ProblemReason } from "../domain/problem.ts";
import type { Json, JsonObject } from "../lib/json.ts";
import type { Feature } from "./shares.ts";

/** One row of `tenants`. */
export interface TenantRow {
  readonly id: string;
  readonly business_name: string;
  readonly industry: string;
  readonly agent_name: string;
  readonly agent_personality: JsonObject;
}

/** One element of `calls.transcript`. */
export interface TranscriptEntry {
  readonly role: "assistant" | "user";
  readonly content: string;
  readonly timestamp: string;
}

/** One row of `calls`; instants are ISO 8601. */
export interface CallRow {
  readonly id: string;
  readonly call_sid: string;
  readonly tenant_id: string;
  readonly status: string;
  readonly direction: string;
  readonly from_number: string;
  readonly started_at: string;
  /** Null while the call goes on. */
  readonly ended_at: string | null;
  readonly transcript: readonly TranscriptEntry[] | null;
  readonly outcome: string | null;
}

/** One row of `llm_function_calls`. */
export interface ToolCallRow {
  readonly id: string;
  readonly tenant_id: string;
  readonly call_sid: string;
  readonly function_name: string;
  /** An object; a string where the model's text was broken JSON. */
  readonly arguments: Json;
  readonly result: Json;
  readonly success: boolean | null;
  /** What the caller had said last. */
  readonly user_message: string | null;
  readonly created_at: string;
}

/** A simulated call: its rows, and what is true of it. */
export interface SampleCall {
  readonly rows: { readonly call: CallRow; readonly toolCalls: readonly ToolCallRow[] };
  readonly truth: CallTruth;
}

/** What a reader of the rows should find out. */
export interface CallTruth {
  readonly callId: string;
  /** Why the call can't be kept at all; null where it can. */
  readonly broken: ProblemReason | null;
  readonly features: readonly Feature[];
  /** One per agent turn, in order; empty where the call is broken. */
  readonly decisions: readonly DecisionTruth[];
  readonly personal: readonly PersonalTruth[];
  /** What redaction must leave alone. */
  readonly business: readonly BusinessTruth[];
}

export interface DecisionTruth {
  /** Index into `Call.turns`. */
  readonly turn: number;
  readonly label: Label;
}

export const personalKinds = [
  "person",
  "caller_number",
  "phone",
  "email",
  "address",
  "payment_card",
  "bank_account",
  "national_id",
  "date_of_birth",
  "url_with_token",
  "api_key",
] as const;
export type PersonalKind = (typeof personalKinds)[number];

export type BusinessKind =
  | "menu_item"
  | "service"
  | "date"
  | "time"
  | "quantity"
  | "price"
  | "reference"
  | "words";

/** One personal value of a call and everywhere it stands. */
export interface PersonalTruth {
  readonly kind: PersonalKind;
  /** In its usual written form. */
  readonly value: string;
  readonly occurrences: readonly Occurrence[];
}

export interface BusinessTruth {
  readonly kind: BusinessKind;
  readonly value: string;
  readonly occurrences: readonly Occurrence[];
}

export interface Occurrence {
  /** The exact characters that stand there. */
  readonly form: string;
  readonly how: Manner;
  readonly place: Place;
}

/** Whole and written, as words ("double five"), letter by letter ("S-M-I-T-H"), or a part (a first name alone). */
export type Manner = "written" | "spoken" | "spelled" | "part";

/** Where a value stands; `turn` and `toolCall` count as in `Call.turns`, `path` is a JSON pointer. */
export type Place =
  | { readonly in: "from_number" }
  | { readonly in: "turn"; readonly turn: number }
  | { readonly in: "arguments"; readonly turn: number; readonly toolCall: number; readonly path: string }
  | { readonly in: "result"; readonly turn: number; readonly toolCall: number; readonly path: string };
