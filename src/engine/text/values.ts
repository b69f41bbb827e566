import { isJsonObject, type Json, type JsonObject, parseJson } from "../../lib/json.ts";
import type { ValueSchema } from "./schema.ts";
import { identifierWords } from "./split-words.ts";
import type { Tokenizer } from "./tokenizer.ts";

/**
 * An object's fields as tokens: `<argument> key-words <value> value`, one after the other.
 * A value is text (strings as they are, other scalars as JSON), `<object> fields </object>` or
 * `<list> <item> value … </list>`.
 */
export function encodeFields(tokenizer: Tokenizer, fields: JsonObject): number[] {
  return Object.entries(fields).flatMap(([key, value]) => [
    tokenizer.special("<argument>"),
    ...encodeText(tokenizer, identifierWords(key)),
    tokenizer.special("<value>"),
    ...encodeValue(tokenizer, value),
  ]);
}

function encodeValue(tokenizer: Tokenizer, value: Json): number[] {
  if (typeof value === "string") return encodeText(tokenizer, value);
  if (Array.isArray(value)) {
    const items = value.flatMap((item) => [tokenizer.special("<item>"), ...encodeValue(tokenizer, item)]);
    return [tokenizer.special("<list>"), ...items, tokenizer.special("</list>")];
  }
  if (!isJsonObject(value)) return encodeText(tokenizer, JSON.stringify(value));
  return [tokenizer.special("<object>"), ...encodeFields(tokenizer, value), tokenizer.special("</object>")];
}

/** Text always stands behind a space, so that a word has the same tokens wherever it is copied to. */
export function encodeText(tokenizer: Tokenizer, text: string): number[] {
  return tokenizer.encode(` ${text}`);
}

/** What `encodeText` was given. */
export function decodeText(tokenizer: Tokenizer, tokens: readonly number[]): string {
  const text = tokenizer.decode(tokens);
  return text.startsWith(" ") ? text.slice(1) : text;
}

/** Reads tokens from left to right. */
export interface TokenReader {
  readonly tokens: readonly number[];
  at: number;
}

/** The fields of an object; ends before the first token that belongs to none. Keys are found again in the schema. */
export function readFields(
  tokenizer: Tokenizer,
  reader: TokenReader,
  schema: ValueSchema | null,
): JsonObject {
  const fields: Record<string, Json> = {};
  while (reader.tokens[reader.at] === tokenizer.special("<argument>")) {
    reader.at += 1;
    const words = readText(tokenizer, reader);
    if (reader.tokens[reader.at] === tokenizer.special("<value>")) reader.at += 1;
    const key = keyOf(words, schema);
    // Not an assignment: a key may be "__proto__".
    Object.defineProperty(fields, key, {
      value: readValue(tokenizer, reader, schema?.properties.get(key) ?? null),
      enumerable: true,
      configurable: true,
      writable: true,
    });
  }
  return fields;
}

function keyOf(words: string, schema: ValueSchema | null): string {
  for (const key of schema?.properties.keys() ?? []) if (identifierWords(key) === words) return key;
  return words.replaceAll(" ", "_");
}

function readValue(tokenizer: Tokenizer, reader: TokenReader, schema: ValueSchema | null): Json {
  const first = reader.tokens[reader.at];
  if (first === tokenizer.special("<object>")) {
    reader.at += 1;
    const fields = readFields(tokenizer, reader, schema);
    if (reader.tokens[reader.at] === tokenizer.special("</object>")) reader.at += 1;
    return fields;
  }
  if (first !== tokenizer.special("<list>")) return scalarOf(readText(tokenizer, reader), schema);
  reader.at += 1;
  const items: Json[] = [];
  while (reader.tokens[reader.at] === tokenizer.special("<item>")) {
    reader.at += 1;
    items.push(readValue(tokenizer, reader, schema?.items ?? null));
  }
  if (reader.tokens[reader.at] === tokenizer.special("</list>")) reader.at += 1;
  return items;
}

/** Text up to the next special token. */
export function readText(tokenizer: Tokenizer, reader: TokenReader): string {
  const start = reader.at;
  while (reader.at < reader.tokens.length && tokenizer.pieceOf(reader.tokens[reader.at] ?? 0) !== null) {
    reader.at += 1;
  }
  return decodeText(tokenizer, reader.tokens.slice(start, reader.at));
}

/** Where the schema leaves the kind open, what reads as a JSON number or word is one. */
function scalarOf(text: string, schema: ValueSchema | null): Json {
  if (schema?.kind === "string") {
    return text === "null" && !schema.choices.includes("null") && acceptsNull(schema) ? null : text;
  }
  const value = parseJson(text);
  const scalar = value === null || typeof value !== "object";
  return value !== undefined && scalar ? value : text;
}

function acceptsNull(schema: ValueSchema): boolean {
  const type = schema.raw["type"];
  return (Array.isArray(type) && type.includes("null")) || schema.raw["nullable"] === true;
}
