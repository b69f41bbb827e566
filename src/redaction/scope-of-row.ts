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
 * What a row's values share their surrogates in: the call it was cut from, where the row names it (a field of its own
 * or of its metadata, or an id like `<call>#<turn>`), as `pull` does for that call. Else the whole file: rows of one call
 * can't be told from others then, and must agree.
 */
export function scopeOfRow(row: JsonObject): string {
  const metadata = isJsonObject(row["metadata"]) ? row["metadata"] : {};
  for (const key of keys) {
    const id = row[key] ?? metadata[key];
    if (typeof id === "string" && id !== "") return id;
    if (typeof id === "number") return String(id);
  }
  const { id } = row;
  const cut = typeof id === "string" ? /^(.+)#\d+$/s.exec(id)?.[1] : undefined;
  return cut ?? "the whole file";
}
