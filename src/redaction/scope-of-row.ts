import { isJsonObject, type JsonObject } from "../lib/json.ts";

const keys = [
  "call_id",
  "callId",
  "call_sid",
  "callSid",
  "conversation_id",
  "conversationId",
  "session_id",
  "sessionId",
];

/**
 * What a row's values share their surrogates in: the call it was cut from, as `pull` does for that call. Else the whole
 * file: rows of one call can't be told from others then, and must agree.
 */
export function scopeOfRow(row: JsonObject): string {
  return callOfRow(row) ?? "the whole file";
}

/** The call that the row names: in a field of its own or of its metadata, or in an id like `<call>#<turn>`. */
export function callOfRow(row: JsonObject): string | null {
  const metadata = isJsonObject(row["metadata"]) ? row["metadata"] : {};
  for (const key of keys) {
    const id = row[key] ?? metadata[key];
    if (typeof id === "string" && id !== "") return id;
    if (typeof id === "number") return String(id);
  }
  const { id } = row;
  const cut = typeof id === "string" ? /^(.+)#\d+$/s.exec(id)?.[1] : undefined;
  return cut ?? null;
}
