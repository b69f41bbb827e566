import { isJsonObject, type Json, type JsonObject, parseJson } from "../../lib/json.ts";

/**
 * What Together's published validator (together-py, `lib/utils/files.py`, the version that knows tools) says of the first
 * thing wrong with a row's messages, in its order and words; null where it finds nothing. That of a missing role is the
 * service's own, from its documents.
 */
export function firstMessageFault(
  written: Json | undefined,
  tools: Json | undefined,
  line: number,
): string | null {
  if (!isList(written)) return `The \`messages\` column must be a list on line ${line}.`;
  if (written.length === 0) return `The \`messages\` column must not be empty on line ${line}.`;
  const names = toolNames(tools);
  let assistant = false;
  for (const [index, entry] of written.entries()) {
    if (!isJsonObject(entry)) return `The \`messages\` column must be a list of dicts on line ${line}.`;
    const message = withoutNulls(entry);
    const fault = messageFault(message, { index, line, names });
    if (fault !== null) return fault;
    assistant ||= message["role"] === "assistant";
  }
  return assistant ? null : `At least one message with the assistant role must be present on line ${line}.`;
}

/** Likewise of a row's list of tools. */
export function firstToolFault(tools: Json | undefined, line: number): string | null {
  if (tools === undefined || tools === null) return null;
  if (!isList(tools)) return `'tools' must be a list on line ${line}.`;
  if (tools.length === 0) return `'tools' must not be empty if provided on line ${line}.`;
  for (const tool of tools) {
    const fault = toolFault(tool);
    if (fault !== null) return `${fault} on line ${line}.`;
  }
  return null;
}

function toolFault(tool: Json): string | null {
  if (!isJsonObject(tool)) return "Each tool must be a dictionary";
  if (!("type" in tool)) return "Each tool must have a 'type' field";
  if (tool["type"] !== "function") return `Tool type must be 'function', got '${named(tool["type"])}'`;
  if (!("function" in tool)) return "Each tool must have a 'function' field";
  const described = tool["function"];
  if (!isJsonObject(described)) return "'function' must be a dictionary";
  if (!("name" in described)) return "Each function must have a 'name' field";
  return typeof described["name"] === "string" ? null : "Function 'name' must be a string";
}

interface Place {
  readonly index: number;
  readonly line: number;
  /** Null where the row has no tools. */
  readonly names: readonly string[] | null;
}

const roles = ["system", "user", "assistant", "tool"];

function messageFault(message: JsonObject, { index, line, names }: Place): string | null {
  const { role, weight, content } = message;
  if (role === undefined) return `Line ${line}: \`messages[${index}]\` must contain a \`role\` field`;
  if (typeof role !== "string") return `Column \`role\` is not a string on line ${line}.`;
  if (!roles.includes(role))
    return `Invalid role \`${named(role)}\` in conversation on line ${line}. Possible roles: ${roles.join(", ")}`;
  if (weight !== undefined && !Number.isInteger(weight)) return `Weight must be an integer on line ${line}.`;
  if (weight !== undefined && weight !== 0 && weight !== 1)
    return `Weight must be either 0 or 1 on line ${line}.`;
  const fault =
    bodyFault(message, role) ?? contentFault(content, role) ?? callsFault(message["tool_calls"], names);
  return fault === null ? null : fault(line);
}

type Fault = (line: number) => string;

const onLine =
  (sentence: string, more = ""): Fault =>
  (line) =>
    `${sentence} on line ${line}.${more}`;

function bodyFault({ content, tool_calls }: JsonObject, role: string): Fault | null {
  if (role === "assistant") {
    if (content !== undefined || tool_calls !== undefined) return null;
    return onLine("Assistant message must have 'content' and/or 'tool_calls'");
  }
  if (content === undefined) return onLine(`Message with role '${role}' must have 'content'`);
  return tool_calls === undefined ? null : onLine(`Message with role '${role}' cannot have 'tool_calls'`);
}

/** Words, or a list of parts. */
export function contentFault(content: Json | undefined, role: string): Fault | null {
  if (content === undefined || typeof content === "string") return null;
  if (!isList(content)) return onLine("Column `content` is not a string or a list of dicts");
  for (const part of content) {
    const fault = partFault(part, role);
    if (fault !== null) return fault;
  }
  return null;
}

function partFault(part: Json, role: string): Fault | null {
  if (!isJsonObject(part)) return onLine("The `content` field must be a list of dicts");
  if (!("type" in part)) return onLine("The `content` items must have a `type` field");
  if (part["type"] === "text")
    return typeof part["text"] === "string"
      ? null
      : onLine("The `text` field must be present and be a string");
  if (part["type"] !== "image_url")
    return onLine("The `type` field must be 'text' or 'image_url'", ` Got '${named(part["type"])}'.`);
  return role === "user" ? null : onLine("Only user messages can contain images");
}

function callsFault(calls: Json | undefined, names: readonly string[] | null): Fault | null {
  if (calls === undefined) return null;
  if (!isList(calls)) return onLine("Column `tool_calls` is not a list");
  for (const call of calls) {
    const fault = callFault(call, names);
    if (fault !== null) return fault;
  }
  return null;
}

function callFault(call: Json, names: readonly string[] | null): Fault | null {
  if (!isJsonObject(call) || !("type" in call)) return onLine("Each tool call must have a 'type' field");
  if (call["type"] !== "function") return null;
  if (!("function" in call)) return onLine("Tool call with type 'function' must have a 'function' field");
  const made = call["function"];
  if (!isJsonObject(made)) return onLine("'tool_call.function' must be a dictionary");
  const { name } = made;
  if (name === undefined) return onLine("Each tool call function must have a 'name' field");
  if (typeof name !== "string") return onLine("'tool_call.function.name' must be a string");
  if (names !== null && !names.includes(name)) {
    const got = ` Got '${named(name)}' but available tools are: ${names.map(named).join(", ")}`;
    return onLine("'tool_call.function.name' must reference a tool in the tools list", got);
  }
  return "arguments" in made ? argumentsFault(made["arguments"]) : null;
}

function argumentsFault(written: Json | undefined): Fault | null {
  if (typeof written !== "string")
    return onLine("'tool_call.function.arguments' must be a serialized JSON string");
  const parsed = parseJson(written);
  if (parsed === undefined) return onLine("'tool_call.function.arguments' must be valid JSON");
  return isJsonObject(parsed) ? null : onLine("'tool_call.function.arguments' must deserialize to an object");
}

function toolNames(tools: Json | undefined): string[] | null {
  if (!isList(tools)) return null;
  return tools.map((tool) => {
    const described = isJsonObject(tool) ? tool["function"] : null;
    return isJsonObject(described) ? String(described["name"]) : "";
  });
}

/** A name is repeated as it is; anything else may be what a caller said. */
export function named(value: Json | undefined): string {
  return typeof value === "string" && /^[\w.-]{1,64}$/.test(value) ? value : "…";
}

function withoutNulls(message: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(message).filter(([, value]) => value !== null));
}

function isList(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value);
}
