import type { Json, JsonObject } from "../lib/json.ts";
import { isJsonObject } from "../lib/json.ts";
import type { Call } from "./call.ts";

/**
 * The prompt for calls whose log keeps none. `{{name}}` reads a tenant column, `{{agent_personality.tone}}` a field
 * in it, `{{call.date}}` and `{{call.weekday}}` the day the call began (UTC). A line with a placeholder that has no
 * value is left out.
 */
export const defaultSystemPrompt = [
  "You are {{agent_name}}, the phone agent of {{business_name}}.",
  "The business is in {{industry}}.",
  "Your tone is {{agent_personality.tone}}.",
  "Today is {{call.weekday}}, {{call.date}}.",
  "Use the tools for facts and actions. Ask for what is missing; never invent a value.",
].join("\n");

/** The prompt the agent had in this call: the logged one, else the template filled in. */
export function systemPromptOf(call: Call, template: string): string {
  if (call.systemPrompt !== null) return call.systemPrompt;
  const values = { ...call.tenant?.columns, call: callValues(call) };
  return template
    .split("\n")
    .map((line) => fillLine(line, values))
    .filter((line) => line !== null)
    .join("\n");
}

function fillLine(line: string, values: JsonObject): string | null {
  let complete = true;
  const filled = line.replace(/\{\{\s*([\w.]+)\s*\}\}/g, (_, path: string) => {
    const value = lookUp(values, path.split("."));
    if (value === null) complete = false;
    return value ?? "";
  });
  return complete ? filled : null;
}

function lookUp(values: Json, path: readonly string[]): string | null {
  let value: Json | undefined = values;
  for (const key of path) {
    if (!isJsonObject(value)) return null;
    value = value[key];
  }
  if (typeof value === "string") return value === "" ? null : value;
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  if (Array.isArray(value)) return value.join(", ");
  return null;
}

const weekdays = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"] as const;

function callValues(call: Call): JsonObject {
  const at = call.startedAt === null ? Number.NaN : Date.parse(call.startedAt);
  if (Number.isNaN(at)) return {};
  const day = new Date(at);
  return {
    date: day.toISOString().slice(0, 10),
    weekday: weekdays[day.getUTCDay()] ?? "",
    started_at: day.toISOString(),
  };
}
