import { z } from "zod";
import type { Call } from "./call.ts";
import { Tool } from "./tool.ts";

/** Tools for every call, or by tenant id with `*` for the others. */
export const ToolsFile = z.union([z.array(Tool).min(1), z.record(z.string(), z.array(Tool).min(1))]);
export type ToolsFile = z.infer<typeof ToolsFile>;

/** Where a call's tool schemas come from. */
export const toolOrigins = ["call", "file", "inferred", "none"] as const;
export type ToolOrigin = (typeof toolOrigins)[number];

/** Tool schemas to use where calls don't carry them, by tenant id or `*`. */
export interface ToolBook {
  readonly file: Readonly<Record<string, readonly Tool[]>> | null;
  readonly inferred: Readonly<Record<string, readonly Tool[]>> | null;
}

export interface ResolvedTools {
  readonly tools: readonly Tool[];
  readonly origin: ToolOrigin;
}

/** The call's own tools come first, then the file's, then those inferred from logged arguments. */
export function toolsOf(call: Call, book: ToolBook): ResolvedTools {
  if (call.tools !== null && call.tools.length > 0) return { tools: call.tools, origin: "call" };
  const key = call.tenant?.id ?? "*";
  const fromFile = book.file?.[key] ?? book.file?.["*"];
  if (fromFile !== undefined) return { tools: fromFile, origin: "file" };
  const inferred = book.inferred?.[key] ?? book.inferred?.["*"];
  return inferred === undefined ? { tools: [], origin: "none" } : { tools: inferred, origin: "inferred" };
}

export function byTenant(file: ToolsFile): Readonly<Record<string, readonly Tool[]>> {
  return Array.isArray(file) ? { "*": file } : file;
}
