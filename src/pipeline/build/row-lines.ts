import type { JsonObject } from "../../lib/json.ts";
import { toJsonLine } from "../../lib/json-lines.ts";

/** A row's line in two parts: its own text, and bytes that thousands of rows share. */
export interface RowLine {
  readonly text: string;
  readonly rest: Uint8Array;
}

const lineEnd = Buffer.from("\n");

/** Makes rows into lines. Tools are half of a row and the same in thousands of them, so their bytes are made once. */
export function rowLines(): (row: JsonObject) => RowLine {
  const restOfTools = new WeakMap<object, Uint8Array>();
  return (row) => {
    const { tools, ...others } = row;
    if (!Array.isArray(tools) || Object.keys(row).at(-1) !== "tools")
      return { text: toJsonLine(row), rest: lineEnd };
    const rest = restOfTools.get(tools) ?? Buffer.from(`,"tools":${toJsonLine(tools)}}\n`);
    restOfTools.set(tools, rest);
    return { text: toJsonLine(others).slice(0, -1), rest };
  };
}

export function bytesOf(lines: readonly RowLine[]): Uint8Array {
  const lengths = lines.map(({ text }) => Buffer.byteLength(text));
  let size = 0;
  for (const [index, { rest }] of lines.entries()) size += (lengths[index] ?? 0) + rest.length;
  // Not from Node's pool: the bytes are handed to another thread with all of their memory.
  const bytes = Buffer.allocUnsafeSlow(size);
  let at = 0;
  for (const [index, { text, rest }] of lines.entries()) {
    const length = lengths[index] ?? 0;
    // Text as long as its bytes is ASCII, which is copied as it is.
    bytes.write(text, at, length === text.length ? "latin1" : "utf8");
    bytes.set(rest, at + length);
    at += length + rest.length;
  }
  return bytes;
}
