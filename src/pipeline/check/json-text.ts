import { isJsonObject, type Json, type JsonObject } from "../../lib/json.ts";

/** How many keys the objects of a JSON value have, and how deep they nest; without recursion, for text from outside. */
export function measureJson(value: Json): { readonly keys: number; readonly depth: number } {
  let keys = 0;
  let depth = 0;
  let level = [value].filter(holdsValues);
  while (level.length > 0) {
    depth += 1;
    const inside: Holder[] = [];
    for (const holder of level) {
      const values: Json[] = Object.values(holder);
      if (isJsonObject(holder)) keys += values.length;
      for (const each of values) if (holdsValues(each)) inside.push(each);
    }
    level = inside;
  }
  return { keys, depth };
}

type Holder = JsonObject | readonly Json[];

function holdsValues(value: Json): value is Holder {
  return typeof value === "object" && value !== null;
}

/** How many keys a JSON text writes; more than its value has where a key is repeated. The text must be valid. */
export function countKeys(text: string): number {
  let keys = 0;
  for (let open = text.indexOf('"'); open !== -1; ) {
    const close = endOfString(text, open);
    if (text.charCodeAt(skipSpace(text, close + 1)) === colon) keys += 1;
    open = text.indexOf('"', close + 1);
  }
  return keys;
}

/** The first key that an object of the text has twice; null where none has. The text must be valid. */
export function repeatedKey(text: string): string | null {
  const open: Set<string>[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (opensHolder(code)) open.push(new Set());
    else if (closesHolder(code)) open.pop();
    if (code !== quote) continue;
    const close = endOfString(text, at);
    const key = keyIn(text, at, close);
    at = close;
    if (key === null) continue;
    if (open.at(-1)?.has(key)) return key;
    open.at(-1)?.add(key);
  }
  return null;
}

function keyIn(text: string, open: number, close: number): string | null {
  if (text.charCodeAt(skipSpace(text, close + 1)) !== colon) return null;
  const key: unknown = JSON.parse(text.slice(open, close + 1));
  return typeof key === "string" ? key : null;
}

const quote = 34;
const colon = 58;
const openBracket = 91;
const backslash = 92;
const closeBracket = 93;
const openBrace = 123;
const closeBrace = 125;

function opensHolder(code: number): boolean {
  return code === openBrace || code === openBracket;
}

function closesHolder(code: number): boolean {
  return code === closeBrace || code === closeBracket;
}

/** Where the string that opens at `open` closes: at a quote behind an even number of backslashes. */
function endOfString(text: string, open: number): number {
  let close = text.indexOf('"', open + 1);
  while (close !== -1) {
    let before = close - 1;
    while (text.charCodeAt(before) === backslash) before -= 1;
    if ((close - before) % 2 === 1) return close;
    close = text.indexOf('"', close + 1);
  }
  return text.length;
}

function skipSpace(text: string, from: number): number {
  let at = from;
  while (text.charCodeAt(at) === 32 || (text.charCodeAt(at) >= 9 && text.charCodeAt(at) <= 13)) at += 1;
  return at;
}
