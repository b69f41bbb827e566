import { z } from "zod";
import { isJsonObject, type JsonObject } from "../lib/json.ts";
import type { Call } from "./call.ts";
import { Tool } from "./tool.ts";

/** Tools for every call, or by tenant id with `*` for the others. */
export const ToolsFile = z.union([z.array(Tool).min(1), z.record(z.string(), z.array(Tool).min(1))]);
export type ToolsFile = z.infer<typeof ToolsFile>;

/**
 * What a tools file holds, in the form of `ToolsFile`: also bare functions (`{"name", "parameters"}`), those of other
 * providers (`input_schema`, `inputSchema`) and request bodies (`{"tools": […]}`). What is none of them stays as it is.
 */
export function toToolsFile(content: unknown): unknown {
  if (Array.isArray(content)) return content.map(toTool);
  if (!isJsonObject(content)) return content;
  const list = content["tools"] ?? content["functions"];
  if (Array.isArray(list)) return list.map(toTool);
  return Object.fromEntries(
    Object.entries(content).map(([tenant, tools]) => [
      tenant,
      Array.isArray(tools) ? tools.map(toTool) : tools,
    ]),
  );
}

function toTool(tool: unknown): unknown {
  if (!isJsonObject(tool) || "function" in tool || typeof tool["name"] !== "string") return tool;
  const { name, description, strict } = tool;
  const parameters = tool["parameters"] ?? tool["input_schema"] ?? tool["inputSchema"];
  return { type: "function", function: withoutAbsent({ name, description, parameters, strict }) };
}

function withoutAbsent(fields: Record<string, unknown>): JsonObject {
  return JSON.parse(JSON.stringify(fields)) as JsonObject;
}

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
