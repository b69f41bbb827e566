import { isJsonObject, type Json, type JsonObject } from "../../lib/json.ts";
import { type SchemaCheck, schemaChecks } from "./argument-schemas.ts";
import type { RowFault } from "./exporter.ts";
import { error, isList, shown, warning } from "./faults.ts";

/** The tools of a row: what is wrong with them, and how to check arguments against each. */
export interface ToolList {
  readonly faults: readonly RowFault[];
  /** By name; null where the row has no list of tools. */
  readonly tools: ReadonlyMap<string, JsonObject> | null;
}

/** Names that every provider's API takes. */
const toolName = /^[a-zA-Z0-9_-]{1,64}$/;
const none: ToolList = { faults: [], tools: null };
const checkFor = schemaChecks();
/** Rows of one build share their list of tools, so it's read once. */
const read = new WeakMap<readonly Json[], ToolList>();

/** A missing or null list is no list. */
export function readTools(value: Json | undefined): ToolList {
  if (value === undefined || value === null) return none;
  if (!isList(value)) return { faults: [error("tools", "'tools' must be a list.")], tools: null };
  const before = read.get(value);
  if (before !== undefined) return before;
  const list = readToolList(value);
  read.set(value, list);
  return list;
}

/** How the tool's arguments break its schema; null where they don't, or where it has none that can be read. */
export function brokenSchema(tool: JsonObject, args: JsonObject): string | null {
  return schemaOf(tool)?.(args) ?? null;
}

function readToolList(list: readonly Json[]): ToolList {
  if (list.length === 0)
    return {
      faults: [error("tools", "'tools' must not be empty if provided; leave the column out.")],
      tools: null,
    };
  const faults: RowFault[] = [];
  const tools = new Map<string, JsonObject>();
  for (const [index, entry] of list.entries()) {
    const at = `tools[${index}]`;
    const shape = shapeFault(entry, at);
    if (shape !== null) {
      faults.push(shape);
      continue;
    }
    const described = functionOf(entry);
    const name = String(described["name"]);
    if (tools.has(name)) faults.push(error("duplicate-tool", `${at}: two tools are named ${shown(name)}.`));
    faults.push(...describedFaults(described, at));
    tools.set(name, described);
  }
  return { faults, tools };
}

function shapeFault(entry: Json, at: string): RowFault | null {
  if (!isJsonObject(entry)) return error("tool", `${at}: a tool must be an object, not ${shown(entry)}.`);
  if (entry["type"] === undefined) return error("tool", `${at}: Each tool must have a 'type' field.`);
  if (entry["type"] !== "function")
    return error("tool", `${at}: Tool type must be 'function', got ${shown(entry["type"])}.`);
  if (!isJsonObject(entry["function"])) return error("tool", `${at}: 'function' must be an object.`);
  if (typeof entry["function"]["name"] !== "string")
    return error("tool", `${at}: Function 'name' must be a string.`);
  return null;
}

function functionOf(entry: Json): JsonObject {
  return isJsonObject(entry) && isJsonObject(entry["function"]) ? entry["function"] : {};
}

function* describedFaults(described: JsonObject, at: string): Generator<RowFault> {
  if (!toolName.test(String(described["name"])))
    yield error("tool-name", `${at}: a tool's name is 1 to 64 letters, digits, "_" or "-".`);
  const parameters = described["parameters"];
  if (parameters === undefined || parameters === null) return;
  if (!isJsonObject(parameters))
    yield error("tool", `${at}: 'parameters' must be a JSON Schema object, not ${shown(parameters)}.`);
  else if (checkFor(parameters) === null)
    yield warning(
      "tool-schema",
      `${at}: 'parameters' is no JSON Schema that can be read; arguments go unchecked.`,
    );
}

function schemaOf(tool: JsonObject): SchemaCheck | null {
  const parameters = tool["parameters"];
  return isJsonObject(parameters) ? checkFor(parameters) : null;
}
