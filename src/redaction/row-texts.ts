import { isJsonObject, type Json, type JsonObject } from "../lib/json.ts";
import type { LookedAt } from "./second-look.ts";

/** Of a row or a call: what the business says of itself. */
const ownKeys = new Set(["tools", "functions", "system", "systemPrompt", "tenant"]);
/** No field is called so. */
const telling = /[\s@]|(?:\d[().+-]{0,2}){7}/;
const opaque = /^[\w.:-]*$/;

interface Waiting {
  readonly key: string;
  readonly value: Json;
  readonly into: string[];
}

/** All texts of a row of a training file, in whatever dialect: the business's (prompt, tools), and all others. */
export function textsOfRow(row: Json): LookedAt {
  const own: string[] = [];
  const others: string[] = [];
  // A list of what is still to be read instead of recursion: rows come from outside, and may nest deep.
  const waiting: Waiting[] = [{ key: "", value: row, into: others }];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const text = textOfLeaf(next);
    if (text !== null) next.into.push(text);
    else waiting.push(...inside(next, own));
  }
  return { own: own.reverse(), others: others.reverse() };
}

function textOfLeaf({ key, value }: Waiting): string | null {
  if (typeof value === "string") return isOpaqueId(key, value) ? null : value;
  return typeof value === "number" && Number.isSafeInteger(value) && value >= 1e9 ? String(value) : null;
}

function inside({ key, value, into }: Waiting, own: string[]): Waiting[] {
  if (Array.isArray(value)) return value.map((item) => ({ key, value: item, into }));
  if (!isJsonObject(value)) return [];
  const ofPrompt = isPrompt(value);
  return Object.entries(value).flatMap(([name, field]) => {
    const target = ofPrompt || ownKeys.has(name) ? own : into;
    const waiting = { key: name, value: field, into: target };
    // A key may be a value too: "John Smith", "415-555-2671".
    return telling.test(name) ? [{ key: "", value: name, into: target }, waiting] : [waiting];
  });
}

function isPrompt({ role, from }: JsonObject): boolean {
  const speaker = role ?? from;
  return speaker === "system" || speaker === "developer";
}

/** Ids of tool calls are random letters and digits, which may look like a card's number. */
function isOpaqueId(key: string, value: string): boolean {
  return /^(?:id|tool_call_id|toolCallId)$/.test(key) && opaque.test(value);
}
