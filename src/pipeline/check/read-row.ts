import { isJsonObject, type Json, type JsonObject } from "../../lib/json.ts";
import type { RowFault } from "../../plugins/exporters/exporter.ts";
import { countKeys, measureJson, repeatedKey } from "./json-text.ts";

/** A line read: its row, where it has one, and the rules of JSON Lines that it breaks. */
export interface ReadRow {
  readonly row: JsonObject | null;
  readonly faults: readonly RowFault[];
}

/** Deeper values than any tool needs would end the programs that read them. */
const deepest = 200;

/** Reads one line without its end; `line` counts from 1. `parse` does what JSON.parse does. */
export function readRow(text: string, line: number, parse: (json: string) => Json = JSON.parse): ReadRow {
  const faults: RowFault[] = [];
  let json = text;
  if (json.endsWith("\r")) {
    json = json.slice(0, -1);
    faults.push(warning("carriage-return", "The line ends with CR LF; write LF alone."));
  }
  if (line === 1 && json.startsWith("\ufeff")) {
    json = json.slice(1);
    faults.push(
      error("byte-order-mark", "The file begins with a byte order mark; save it as UTF-8 without one."),
    );
  }
  if (json.trim() === "") {
    faults.push(warning("blank-line", "The line is blank; some readers stop there. Take it out."));
    return { row: null, faults };
  }
  if (json.includes("\u2028") || json.includes("\u2029"))
    faults.push(
      warning(
        "line-separator",
        "The line holds U+2028 or U+2029 as it is, where some readers end the line; write it as \\u2028 or \\u2029.",
      ),
    );
  const value = parsed(json, parse);
  if ("fault" in value) return { row: null, faults: [...faults, value.fault] };
  faults.push(...valueFaults(value.json, json));
  const row = isJsonObject(value.json) && !faults.some(({ rule }) => rule === "too-deep") ? value.json : null;
  return { row, faults };
}

function parsed(
  text: string,
  parse: (json: string) => Json,
): { readonly json: Json } | { readonly fault: RowFault } {
  try {
    return { json: parse(text) };
  } catch (cause) {
    return { fault: error("not-json", syntaxSentence(cause, text)) };
  }
}

/** Only the place of the error is taken over: the engine's own message quotes the text. */
function syntaxSentence(cause: unknown, text: string): string {
  const message = cause instanceof Error ? cause.message : "";
  const position = /at position (\d+)/.exec(message)?.[1];
  const place = position === undefined ? "" : ` at column ${Number(position) + 1}`;
  if (/^\s*[[{],?\s*$/.test(text)) return "The line isn't JSON by itself: write one whole object a line.";
  if (text.includes("\r")) return "The line isn't JSON: it holds a CR; write LF where lines end.";
  if (message.includes("after JSON"))
    return `The row is followed by something else${place}; one JSON object a line.`;
  if (message.includes("end of JSON"))
    return `The line isn't JSON: it ends in the middle, after column ${text.length}.`;
  return place === "" ? "The line isn't JSON." : `The line isn't JSON: it breaks off${place}.`;
}

function* valueFaults(value: Json, text: string): Generator<RowFault> {
  if (!isJsonObject(value)) {
    const hint = Array.isArray(value) ? " A JSON array of rows must be written as one object a line." : "";
    yield error("not-an-object", `Each line must be a JSON object.${hint}`);
    return;
  }
  const { keys, depth } = measureJson(value);
  if (keys !== countKeys(text)) yield error("duplicate-key", duplicateSentence(text));
  if (depth > deepest) yield error("too-deep", `The row nests ${depth} deep; at most ${deepest}.`);
  else if (/\\u[dD][89a-fA-F]/.test(text) && hasLoneSurrogate(value))
    yield error("lone-surrogate", "A text holds half of a surrogate pair, which can't be written as UTF-8.");
}

function duplicateSentence(text: string): string {
  const key = repeatedKey(text);
  const name = key !== null && /^[\w.-]{1,64}$/.test(key) ? ` "${key}"` : "";
  return `An object has the key${name} twice; readers keep one of the two.`;
}

const loneSurrogate = /\p{Surrogate}/u;

function hasLoneSurrogate(value: Json): boolean {
  if (typeof value === "string") return loneSurrogate.test(value);
  if (typeof value !== "object" || value === null) return false;
  return Object.entries(value).some(([key, field]) => loneSurrogate.test(key) || hasLoneSurrogate(field));
}

function error(rule: string, sentence: string): RowFault {
  return { rule, severity: "error", sentence };
}

function warning(rule: string, sentence: string): RowFault {
  return { rule, severity: "warning", sentence };
}
