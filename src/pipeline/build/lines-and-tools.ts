import { isAscii } from "node:buffer";
import type { Tool } from "../../domain/tool.ts";

/** The lines of a stretch that holds whole lines only. */
export function linesOf(bytes: Uint8Array): string[] {
  const lines: string[] = [];
  visitLines(bytes, (line) => lines.push(decoded(line)));
  return lines;
}

/** The lines at these places, counted from 0 and in order; none where the stretch has fewer. */
export function linesAt(bytes: Uint8Array, places: readonly number[]): string[] {
  const lines: string[] = [];
  let place = 0;
  visitLines(bytes, (line) => {
    if (place === places[lines.length]) lines.push(decoded(line));
    place += 1;
  });
  return lines;
}

/**
 * Each is decoded by itself: one character beyond ASCII would
 * double the bytes of all text that is decoded with it.
 */
function decoded(bytes: Buffer): string {
  return bytes.toString(isAscii(bytes) ? "latin1" : "utf8");
}

function visitLines(bytes: Uint8Array, visit: (line: Buffer) => void): void {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let start = 0; start < buffer.length; ) {
    const found = buffer.indexOf(10, start);
    const end = found === -1 ? buffer.length : found;
    visit(buffer.subarray(start, end));
    start = end + 1;
  }
}

/** Calls that carry equal tools share one array, so that a schema is compiled once per thread and not per call. */
export function toolsInterner(): (tools: readonly Tool[]) => readonly Tool[] {
  const byText = new Map<string, readonly Tool[]>();
  const known = new WeakSet<readonly Tool[]>();
  return (tools) => {
    if (known.has(tools)) return tools;
    const text = JSON.stringify(tools);
    const shared = byText.get(text) ?? tools;
    if (byText.size < 1000) byText.set(text, shared);
    known.add(shared);
    return shared;
  };
}
