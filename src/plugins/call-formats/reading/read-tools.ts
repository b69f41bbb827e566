import type { Tool } from "../../../domain/tool.ts";
import { isJsonObject, type JsonObject } from "../../../lib/json.ts";
import { firstOf, wordOf } from "./fields.ts";
import { decoded } from "./jsonish.ts";
import type { ProblemList } from "./problem-list.ts";

/**
 * The tools the agent had: OpenAI's form, its deprecated `functions`, or the flat form of the Responses and Realtime
 * APIs. Null where the log doesn't say; what can't be read is a problem.
 */
export function readTools(value: unknown, problems: ProblemList): Tool[] | null {
  const list = decoded(value);
  if (list === null || list === undefined) return null;
  if (!Array.isArray(list)) {
    problems.add("tools_unreadable", "tools is not a list");
    return null;
  }
  return list.flatMap((one, index) => {
    const tool = readTool(one);
    if (tool === null) problems.add("tools_unreadable", `tools[${index}] is no function with a name`);
    return tool ?? [];
  });
}

function readTool(value: unknown): Tool | null {
  if (!isJsonObject(value)) return null;
  const inner = value["function"];
  const body = isJsonObject(inner) ? inner : value;
  const name = wordOf(body["name"]);
  if (name === null) return null;
  return { type: "function", function: { name, ...describing(body) } };
}

function describing(body: JsonObject): Omit<Tool["function"], "name"> {
  const { description, strict } = body;
  const parameters = decoded(firstOf(body, ["parameters", "input_schema", "inputSchema"]));
  return {
    ...(typeof description === "string" ? { description } : {}),
    ...(isJsonObject(parameters) ? { parameters } : {}),
    ...(typeof strict === "boolean" ? { strict } : {}),
  };
}
