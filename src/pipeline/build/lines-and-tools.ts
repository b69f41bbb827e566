import { isAscii } from "node:buffer";
import type { Tool } from "../../domain/tool.ts";

/**
 * The lines of a stretch that holds whole lines only. Each is decoded by itself: one character beyond ASCII would
 * double the bytes of all text that is decoded with it.
 */
export function linesOf(bytes: Uint8Array): string[] {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const lines: string[] = [];
  for (let start = 0; start < buffer.length; ) {
    const found = buffer.indexOf(10, start);
    const end = found === -1 ? buffer.length : found;
    lines.push(decoded(buffer.subarray(start, end)));
    start = end + 1;
  }
  return lines;
}

function decoded(bytes: Buffer): string {
  return bytes.toString(isAscii(bytes) ? "latin1" : "utf8");
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
