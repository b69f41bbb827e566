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

/** The leaves of a JSON object or array in order; null where the text is broken or a bare value. */
export function jsonLeaves(json: string): JsonLeaf[] | null {
  const value = parseJson(json);
  if (typeof value !== "object" || value === null) return null;
  const walk: Walk = { leaves: [], path: [], parents: [], awaitsKey: false };
  for (let at = 0; at < json.length; at = step(json, at, walk));
  return walk.leaves;
}

interface Walk {
  readonly leaves: JsonLeaf[];
  readonly path: string[];
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
    walk.awaitsKey = character === "{";
  } else if (character === "}" || character === "]") {
    walk.parents.pop();
    walk.path.pop();
  } else if (character === ",") walk.awaitsKey = json.charAt(walk.parents.at(-1) ?? 0) === "{";
  else if (character === ":") walk.awaitsKey = false;
  return at + 1;
}

function takeString(json: string, start: number, walk: Walk): number {
  const end = stringEnd(json, start);
  const text = unquote(json.slice(start, end));
  if (walk.awaitsKey) walk.path[walk.path.length - 1] = text;
  else take(walk, { start, end, text, type: "string" });
  return end;
}

function takeNumber(json: string, start: number, walk: Walk): number {
  const end = numberEnd(json, start);
  take(walk, { start, end, text: json.slice(start, end), type: "number" });
  return end;
}

function take(
  { leaves, path, parents }: Walk,
  literal: Pick<JsonLeaf, "start" | "end" | "text" | "type">,
): void {
  const { start, end, text, type } = literal;
  leaves.push({ path: path.slice(), parent: parents.at(-1) ?? -1, start, end, text, type });
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
