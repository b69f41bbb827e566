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
  const leaves: JsonLeaf[] = [];
  const path: string[] = [];
  const frames: ("object" | "array")[] = [];
  const parents: number[] = [];
  let parent = -1;
  let key = true;
  for (let at = 0; at < json.length; at += 1) {
    const character = json.charAt(at);
    if (character === "{" || character === "[") {
      parents.push(at);
      parent = at;
      frames.push(character === "{" ? "object" : "array");
      path.push(character === "{" ? "" : "[]");
      key = character === "{";
    } else if (character === "}" || character === "]") {
      frames.pop();
      path.pop();
      parents.pop();
      parent = parents.at(-1) ?? -1;
    } else if (character === ",") {
      key = frames.at(-1) === "object";
    } else if (character === ":") {
      key = false;
    } else if (character === '"') {
      const end = stringEnd(json, at);
      const text = unquote(json.slice(at, end));
      if (key) path[path.length - 1] = text;
      else leaves.push({ path: [...path], parent, start: at, end, text, type: "string" });
      at = end - 1;
    } else if (character === "-" || (character >= "0" && character <= "9")) {
      const end = numberEnd(json, at);
      leaves.push({ path: [...path], parent, start: at, end, text: json.slice(at, end), type: "number" });
      at = end - 1;
    }
  }
  return leaves;
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
  let at = start + 1;
  while (json.charCodeAt(at) !== 0x22) at += json.charCodeAt(at) === 0x5c ? 2 : 1;
  return at + 1;
}

function numberEnd(json: string, start: number): number {
  let at = start + 1;
  while (at < json.length && "0123456789+-.eE".includes(json.charAt(at))) at += 1;
  return at;
}

function unquote(literal: string): string {
  return literal.includes("\\") ? String(parseJson(literal)) : literal.slice(1, -1);
}
