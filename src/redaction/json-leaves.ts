import { parseJson } from "../lib/json.ts";
import { codeAt } from "../lib/text-codes.ts";
import { broken, isDigit, isSpace, mark, numberEnd, stringEnd, wordEnd } from "./json-literals.ts";

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
  const walk: Walk = {
    leaves: [],
    keys: [],
    isWanted,
    path: [],
    shared: null,
    parents: [],
    awaits: "root",
  };
  const { length } = json;
  for (let at = 0; at < length; ) {
    at = step(json, at, walk);
    if (at === broken || walk.path.length > deepest) return null;
  }
  return walk.awaits === "end" ? walk : null;
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
  /** What may come next, besides space: JSON.parse, which made values that nobody used, took longer than all of this. */
  awaits: "root" | "value" | "item or end" | "key" | "key or end" | "colon" | "comma or end" | "end";
}

/** Takes one mark or literal and gives the offset behind it; `broken` where it may not stand there. */
function step(json: string, at: number, walk: Walk): number {
  const code = codeAt(json, at);
  if (isSpace(code)) return at + 1;
  switch (walk.awaits) {
    case "root":
      return code === mark.openObject || code === mark.openList ? open(code, at, walk) : broken;
    case "key or end":
      return code === mark.closeObject ? close(json, at, walk) : takeKey(json, at, walk);
    case "key":
      return takeKey(json, at, walk);
    case "colon":
      walk.awaits = "value";
      return code === mark.colon ? at + 1 : broken;
    case "item or end":
      return code === mark.closeList ? close(json, at, walk) : takeValue(json, at, walk);
    case "value":
      return takeValue(json, at, walk);
    case "comma or end":
      return takeComma(json, at, walk);
    case "end":
      return broken;
  }
}

function open(code: number, at: number, walk: Walk): number {
  const isObject = code === mark.openObject;
  walk.parents.push(at);
  walk.path.push(isObject ? "" : "[]");
  walk.shared = null;
  walk.awaits = isObject ? "key or end" : "item or end";
  return at + 1;
}

/** An object ends with a brace, a list with a bracket. */
function close(json: string, at: number, walk: Walk): number {
  const opened = codeAt(json, walk.parents.pop() ?? 0);
  if (codeAt(json, at) !== (opened === mark.openObject ? mark.closeObject : mark.closeList)) return broken;
  walk.path.pop();
  walk.shared = null;
  walk.awaits = walk.parents.length === 0 ? "end" : "comma or end";
  return at + 1;
}

function takeComma(json: string, at: number, walk: Walk): number {
  if (codeAt(json, at) !== mark.comma) return close(json, at, walk);
  walk.awaits = codeAt(json, walk.parents.at(-1) ?? 0) === mark.openObject ? "key" : "value";
  return at + 1;
}

function takeValue(json: string, at: number, walk: Walk): number {
  const code = codeAt(json, at);
  if (code === mark.openObject || code === mark.openList) return open(code, at, walk);
  walk.awaits = "comma or end";
  if (code === mark.quote) return takeString(json, at, walk);
  return code === mark.minus || isDigit(code) ? takeNumber(json, at, walk) : wordEnd(json, at);
}

function takeString(json: string, start: number, walk: Walk): number {
  const end = stringEnd(json, start);
  if (end !== broken) take(walk, { start, end, text: unquote(json.slice(start, end)), type: "string" });
  return end;
}

function takeNumber(json: string, start: number, walk: Walk): number {
  const end = numberEnd(json, start);
  if (end !== broken) take(walk, { start, end, text: json.slice(start, end), type: "number" });
  return end;
}

function takeKey(json: string, start: number, walk: Walk): number {
  const end = codeAt(json, start) === mark.quote ? stringEnd(json, start) : broken;
  if (end === broken) return broken;
  const text = unquote(json.slice(start, end));
  if (walk.isWanted(text))
    walk.keys.push(leafOf(walk, walk.path.slice(0, -1), { start, end, text, type: "string" }));
  walk.path[walk.path.length - 1] = text;
  walk.shared = null;
  walk.awaits = "colon";
  return end;
}

type Literal = Pick<JsonLeaf, "start" | "end" | "text" | "type">;

function take(walk: Walk, literal: Literal): void {
  walk.shared ??= walk.path.slice();
  walk.leaves.push(leafOf(walk, walk.shared, literal));
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

function unquote(literal: string): string {
  return literal.includes("\\") ? String(parseJson(literal)) : literal.slice(1, -1);
}
