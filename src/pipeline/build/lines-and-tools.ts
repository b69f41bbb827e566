import type { Tool } from "../../domain/tool.ts";

/** The lines of a stretch that holds whole lines only. */
export function linesOf(bytes: Uint8Array): string[] {
  const lines = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("utf8").split("\n");
  if (lines.at(-1) === "") lines.pop();
  return lines;
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
