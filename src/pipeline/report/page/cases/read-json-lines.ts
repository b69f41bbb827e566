import { createReadStream } from "node:fs";
import { basename } from "node:path";
import type { z } from "zod";
import { DataError } from "../../../../lib/errors.ts";
import { parseJson } from "../../../../lib/json.ts";
import { readLines, textOf } from "../../../../lib/read-lines.ts";

/** A line of one of our own JSON Lines files. */
export interface OwnLine {
  readonly bytes: Buffer;
  /** Counts from 1. */
  readonly number: number;
  /** Where it begins, in bytes. */
  readonly offset: number;
}

/** Where to begin reading: in front of a line. */
export type LineStart = Pick<OwnLine, "number" | "offset">;

const chunkBytes = 256 * 1024;
const quote = 0x22;
const backslash = 0x5c;

/**
 * The lines of a file, which end with `\n` alone; empty ones are passed over. They come in portions: to wait for each
 * costs as much as to parse it.
 */
export async function* readOwnLines(
  path: string,
  start: LineStart = { number: 1, offset: 0 },
): AsyncGenerator<readonly OwnLine[]> {
  const input = createReadStream(path, { start: start.offset, highWaterMark: chunkBytes });
  let { offset } = start;
  for await (const lines of readLines(input, { name: basename(path) })) {
    const portion: OwnLine[] = [];
    for (const { number: ofPart, bytes } of lines) {
      const number = start.number + ofPart - 1;
      if (bytes === null) throw damaged(path, number);
      if (bytes.length > 0) portion.push({ bytes, number, offset });
      offset += bytes.length + 1;
    }
    yield portion;
  }
}

/** What a line says; undefined where it is damaged. */
export type ParseLine<Value> = (text: string) => Value | undefined;

export function parseBy<Schema extends z.ZodType>(schema: Schema): ParseLine<z.infer<Schema>> {
  return (text) => schema.safeParse(parseJson(text)).data;
}

export function parseAs<Value>(isRight: (value: unknown) => value is Value): ParseLine<Value> {
  return (text) => {
    const value: unknown = parseJson(text);
    return isRight(value) ? value : undefined;
  };
}

/** What a line says, and which it is. */
export interface JsonLine<Value> {
  readonly value: Value;
  readonly number: number;
}

/**
 * The values of a file's lines, in portions that are parsed as they are walked.
 * @throws DataError where a line can't be parsed
 */
export async function* readJsonLines<Value>(
  path: string,
  parse: ParseLine<Value>,
  start?: LineStart,
): AsyncGenerator<Iterable<JsonLine<Value>>> {
  for await (const lines of readOwnLines(path, start)) yield jsonLines(path, lines, parse);
}

function* jsonLines<Value>(
  path: string,
  lines: readonly OwnLine[],
  parse: ParseLine<Value>,
): Generator<JsonLine<Value>> {
  for (const { bytes, number } of lines) {
    const text = textOf(bytes);
    const value = text === null ? undefined : parse(text);
    if (value === undefined) throw damaged(path, number);
    yield { value, number };
  }
}

/**
 * A text field of a line, without parsing the rest: a tenth of the time. In JSON as we write it, without spaces, these
 * bytes are a key and nothing else, since quotes within texts are escaped.
 * @throws DataError where the line has no such field
 */
export function textField(path: string, { bytes, number }: OwnLine, name: string): string {
  const mark = `"${name}":"`;
  const start = bytes.indexOf(mark) + mark.length - 1;
  const end = start < mark.length - 1 ? -1 : endOfText(bytes, start);
  if (end === -1) throw damaged(path, number);
  const text = bytes.toString("utf8", start + 1, end);
  if (!text.includes("\\")) return text;
  const value = parseJson(`"${text}"`);
  if (typeof value !== "string") throw damaged(path, number);
  return value;
}

/** Where the quote stands that ends the text which begins at `start`; −1 where none does. */
function endOfText(bytes: Buffer, start: number): number {
  let end = bytes.indexOf(quote, start + 1);
  while (end !== -1 && isEscaped(bytes, end)) end = bytes.indexOf(quote, end + 1);
  return end;
}

function isEscaped(bytes: Buffer, place: number): boolean {
  let before = place;
  while (bytes[before - 1] === backslash) before -= 1;
  return (place - before) % 2 === 1;
}

function damaged(path: string, line: number): DataError {
  return new DataError({ file: basename(path), line }, "this line is damaged; evaluate again");
}
