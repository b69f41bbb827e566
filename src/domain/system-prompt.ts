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
  const columns = call.tenant?.columns ?? {};
  const ofCall = callValues(call);
  const valueAt = (path: readonly string[]) =>
    path[0] === "call" ? lookUp(ofCall, path.slice(1)) : lookUp(columns, path);
  return linesOf(template)
    .map((line) => fillLine(line, valueAt))
    .filter((line) => line !== null)
    .join("\n");
}

/** Text and paths of placeholders by turns, text first. */
type TemplateLine = readonly { readonly text: string; readonly path: readonly string[] | null }[];

const mostTemplates = 16;
const linesByTemplate = new Map<string, readonly TemplateLine[]>();

/** A template is taken apart once, and filled in for each call. */
function linesOf(template: string): readonly TemplateLine[] {
  const known = linesByTemplate.get(template);
  if (known !== undefined) return known;
  const lines = template.split("\n").map(takenApart);
  if (linesByTemplate.size >= mostTemplates) linesByTemplate.clear();
  linesByTemplate.set(template, lines);
  return lines;
}

function takenApart(line: string): TemplateLine {
  const pieces = line.split(/\{\{\s*([\w.]+)\s*\}\}/);
  return pieces.map((text, index) => ({ text, path: index % 2 === 0 ? null : text.split(".") }));
}

function fillLine(line: TemplateLine, valueAt: (path: readonly string[]) => string | null): string | null {
  let filled = "";
  for (const { text, path } of line) {
    const part = path === null ? text : valueAt(path);
    if (part === null) return null;
    filled += part;
  }
  return filled;
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
  const instant = day.toISOString();
  return { date: instant.slice(0, 10), weekday: weekdays[day.getUTCDay()] ?? "", started_at: instant };
}
