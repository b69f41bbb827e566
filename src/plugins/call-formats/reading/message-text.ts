import { isJsonObject, type Json, type JsonObject } from "../../../lib/json.ts";

const textFields = [
  "content",
  "text",
  "message",
  "transcript",
  "value",
  "utterance",
  "sentence",
  "refusal",
] as const;

/** What was said in a message, trimmed; undefined where no field holds text or nothing. */
export function messageText(message: JsonObject): string | undefined {
  let found: string | undefined;
  for (const field of textFields) {
    const value = message[field];
    if (value === undefined) continue;
    const text = spokenText(value);
    if (text !== undefined && text !== "") return text;
    found ??= text;
  }
  return found;
}

/** Text as such, or as parts; null says nothing was said. Images and sound have no text. */
export function spokenText(value: Json): string | undefined {
  if (typeof value === "string") return value.trim();
  if (value === null) return "";
  if (Array.isArray(value)) return value.map(partText).filter(Boolean).join(" ");
  return isJsonObject(value) ? partText(value) : undefined;
}

function partText(part: Json): string {
  if (typeof part === "string") return part.trim();
  if (!isJsonObject(part)) return "";
  const text = part["text"] ?? part["transcript"] ?? part["content"] ?? part["refusal"];
  if (isJsonObject(text) && typeof text["value"] === "string") return text["value"].trim();
  return typeof text === "string" ? text.trim() : "";
}
