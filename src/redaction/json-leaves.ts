import { parseJson } from "../lib/json.ts";

/** A string or a number of a JSON text, where it stands. */
export interface JsonLeaf {
  /** Keys from the root; "[]" for the items of a list. */
  readonly path: readonly string[];
  /** Which object or list it stands in: a number of its own for each. */
  readonly parent: number;
  /** Offsets of the literal, quotes included. */
  readonly start: number;
  readonly end: number;
  /** The string itself, or the number's digits. */
  readonly text: string;
  readonly type: "string" | "number";
}

export interface JsonText {
  readonly leaves: readonly JsonLeaf[];
  /** Keys that are no field's name; `path` is that of the object they stand in. */
  readonly keys: readonly JsonLeaf[];
}

/** Nobody's data nests deeper; a text that does is read as a text. */
const deepest = 200;

/** The leaves of a JSON object or array in order; null where the text is broken, a bare value, or nests too deep. */
export function readJson(json: string, isWanted: (key: string) => boolean = isNoFieldName): JsonText | null {
  const value = parseJson(json);
  if (typeof value !== "object" || value === null) return null;
  const walk: Walk = {
    leaves: [],
    keys: [],
    isWanted,
    path: [],
    shared: null,
    parents: [],
    awaitsKey: false,
  };
  for (let at = 0; at < json.length; at = step(json, at, walk)) if (walk.path.length > deepest) return null;
  return walk;
}

/** "John Smith", "415-555-2671", "José", "a@b.co", "Smith": a person's or a thing's name, no field's. */
export function isNoFieldName(key: string): boolean {
  return noFieldName.test(key);
}

const noFieldName = /[\s@\u0080-\uffff]|(?:\d[().+-]{0,2}){7}|^[A-Z][a-z]+$/;

interface Walk {
  readonly leaves: JsonLeaf[];
  readonly keys: JsonLeaf[];
  readonly isWanted: (key: string) => boolean;
  readonly path: string[];
  /** The path as the leaves have it: one for all items of a list. */
  shared: readonly string[] | null;
  /** Where each open object or list begins. */
  readonly parents: number[];
  awaitsKey: boolean;
}

/** Takes one mark or literal and gives the offset behind it. */
function step(json: string, at: number, walk: Walk): number {
  const character = json.charAt(at);
  if (character === '"') return takeString(json, at, walk);
  if (character === "-" || (character >= "0" && character <= "9")) return takeNumber(json, at, walk);
  if (character === "{" || character === "[") {
    walk.parents.push(at);
    walk.path.push(character === "{" ? "" : "[]");
    walk.shared = null;
    walk.awaitsKey = character === "{";
  } else if (character === "}" || character === "]") {
    walk.parents.pop();
    walk.path.pop();
    walk.shared = null;
  } else if (character === ",") walk.awaitsKey = json.charAt(walk.parents.at(-1) ?? 0) === "{";
  else if (character === ":") walk.awaitsKey = false;
  return at + 1;
}

function takeString(json: string, start: number, walk: Walk): number {
  const end = stringEnd(json, start);
  const text = unquote(json.slice(start, end));
  if (walk.awaitsKey) takeKey(walk, { start, end, text, type: "string" });
  else take(walk, { start, end, text, type: "string" });
  return end;
}

function takeNumber(json: string, start: number, walk: Walk): number {
  const end = numberEnd(json, start);
  take(walk, { start, end, text: json.slice(start, end), type: "number" });
  return end;
}

type Literal = Pick<JsonLeaf, "start" | "end" | "text" | "type">;

function take(walk: Walk, literal: Literal): void {
  walk.shared ??= walk.path.slice();
  walk.leaves.push(leafOf(walk, walk.shared, literal));
}

function takeKey(walk: Walk, literal: Literal): void {
  if (walk.isWanted(literal.text)) walk.keys.push(leafOf(walk, walk.path.slice(0, -1), literal));
  walk.path[walk.path.length - 1] = literal.text;
  walk.shared = null;
}

function leafOf({ parents }: Walk, path: readonly string[], { start, end, text, type }: Literal): JsonLeaf {
  return { path, parent: parents.at(-1) ?? -1, start, end, text, type };
}

/** The JSON text with other literals in the leaves' places; all else stays byte for byte. */
export function withLeaves(
  json: string,
  changes: readonly { readonly leaf: JsonLeaf; readonly text: string }[],
): string {
  let written = "";
  let end = 0;
  for (const { leaf, text } of changes) {
    written += json.slice(end, leaf.start) + (leaf.type === "string" ? JSON.stringify(text) : text);
    end = leaf.end;
  }
  return written + json.slice(end);
}

/** The text is known to be JSON, so a quote that ends the string is there. */
function stringEnd(json: string, start: number): number {
  for (let quote = json.indexOf('"', start + 1); ; quote = json.indexOf('"', quote + 1)) {
    let slashes = 0;
    while (json.charCodeAt(quote - 1 - slashes) === 0x5c) slashes += 1;
    if (slashes % 2 === 0) return quote + 1;
  }
}

function numberEnd(json: string, start: number): number {
  let at = start + 1;
  while (at < json.length && "0123456789+-.eE".includes(json.charAt(at))) at += 1;
  return at;
}

function unquote(literal: string): string {
  return literal.includes("\\") ? String(parseJson(literal)) : literal.slice(1, -1);
}
