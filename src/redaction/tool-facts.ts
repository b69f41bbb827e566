import type { Tool } from "../domain/tool.ts";
import { isJsonObject, type JsonObject } from "../lib/json.ts";
import { businessWords, offeredBy } from "./business.ts";
import { isBinding, schemasAt } from "./leaf-schema.ts";

/** What the schemas of a call's tools say; read once for all calls with the same tools. */
export interface ToolFacts {
  /** The words of all values that the schemas offer to choose from. */
  words(): string;
  /** The schemas of one argument. */
  schemas(tool: string, path: readonly string[]): readonly JsonObject[];
  /** Whether a schema names this key of an object in the arguments. */
  names(tool: string, path: readonly string[], key: string): boolean;
}

export type ToolReader = (tools: readonly Tool[] | null) => ToolFacts;

const mostRemembered = 64;
/** Calls name tools that there are not, and arguments nobody asked for: no log has so many in earnest. */
const mostTools = 100;
const mostPaths = 100;
const noSchemas: readonly JsonObject[] = [];

export function createToolReader(): ToolReader {
  const remembered = new Map<string, ToolFacts>();
  const byList = new WeakMap<readonly Tool[], ToolFacts>();
  return (tools) => {
    if (tools === null || tools.length === 0) return noFacts;
    const same = byList.get(tools);
    if (same !== undefined) return same;
    const facts = readOnce(tools, remembered);
    byList.set(tools, facts);
    return facts;
  };
}

/** Equal lists that are not the same object are read once too. */
function readOnce(tools: readonly Tool[], remembered: Map<string, ToolFacts>): ToolFacts {
  const key = JSON.stringify(tools);
  const before = remembered.get(key);
  if (before !== undefined) return before;
  const facts = readTools(tools);
  if (remembered.size >= mostRemembered) remembered.clear();
  remembered.set(key, facts);
  return facts;
}

const noFacts: ToolFacts = { words: () => "", schemas: () => noSchemas, names: () => false };

function readTools(tools: readonly Tool[]): ToolFacts {
  let words: string | null = null;
  const byTool = new Map<string, Map<string, readonly JsonObject[]>>();
  const schemaOf = (tool: string) =>
    tools.find(({ function: { name } }) => name === tool)?.function.parameters;
  return {
    words: () => {
      words ??= businessWords(offeredBy(tools));
      return words;
    },
    schemas(tool, path) {
      const byPath = byTool.get(tool) ?? new Map<string, readonly JsonObject[]>();
      const key = path.length === 1 ? (path[0] ?? "") : path.join("\n");
      const before = byPath.get(key);
      if (before !== undefined) return before;
      const parameters = schemaOf(tool);
      const schemas = isJsonObject(parameters) ? schemasAt(parameters, path).filter(isBinding) : noSchemas;
      if (byTool.size < mostTools && byPath.size < mostPaths) byTool.set(tool, byPath.set(key, schemas));
      return schemas;
    },
    names(tool, path, key) {
      const parameters = schemaOf(tool);
      return isJsonObject(parameters) && schemasAt(parameters, path).some((schema) => hasKey(schema, key));
    },
  };
}

function hasKey({ properties }: JsonObject, key: string): boolean {
  return isJsonObject(properties) && properties[key] !== undefined;
}
