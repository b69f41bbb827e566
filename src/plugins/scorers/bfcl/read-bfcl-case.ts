import type { Case, ExpectedToolCall } from "../../../domain/case.ts";
import type { Message } from "../../../domain/message.ts";
import type { Tool } from "../../../domain/tool.ts";
import { isJsonObject, type Json, type JsonObject, parseJson, parseJsonObject } from "../../../lib/json.ts";
import { type PythonObject, type PythonValue, parsePython, writePython } from "./python-value.ts";

/** One line of a question file and its line of the answers; null for `irrelevance`, which has none. */
export interface BfclLines {
  readonly category: string;
  readonly question: string;
  readonly answer: string | null;
}

/**
 * A case of BFCL's single-turn files. Its functions become tools in OpenAI's form (`dict` is `object`, dots in names are
 * underscores); the texts for BFCL's own rules stay beside them.
 * @throws TypeError where the lines are not what BFCL publishes
 */
export function readBfclCase({ category, question, answer }: BfclLines): Case {
  const asked = asMap(parsePython(question));
  const functions = writePython(asked.get("function") ?? null);
  const truth = answer === null ? null : (asMap(parsePython(answer)).get("ground_truth") ?? null);
  const plain = parseJsonObject(question);
  const id = plain?.["id"];
  if (typeof id !== "string") throw new TypeError("a BFCL question has no id");
  const toolCalls = Array.isArray(truth) ? truth.map(expectedToolCall) : [];
  return {
    id,
    callId: id,
    caller: null,
    callStartedAt: null,
    messages: messagesOf(plain?.["question"]),
    tools: toolsOf(parseJson(functions)),
    expected:
      toolCalls.length === 0 ? { kind: "reply", text: null } : { kind: "calls", toolCalls, order: "any" },
    bfcl: { category, functions, possibleAnswer: truth === null ? null : writePython(truth) },
  };
}

function messagesOf(turns: Json | undefined): Message[] {
  const [first] = Array.isArray(turns) ? turns : [];
  const messages = Array.isArray(first) ? first.filter(isJsonObject) : [];
  return messages.map(({ role, content }) => ({
    role: role === "system" ? "system" : "user",
    content: typeof content === "string" ? content : "",
  }));
}

function toolsOf(functions: Json | undefined): Tool[] {
  const described = Array.isArray(functions) ? functions.filter(isJsonObject) : [];
  return described.map(({ name, description, parameters }) => ({
    type: "function",
    function: {
      name: String(name).replaceAll(".", "_"),
      ...(typeof description === "string" ? { description } : {}),
      ...(isJsonObject(parameters) ? { parameters: schemaFrom(parameters) } : {}),
    },
  }));
}

const typeWords: ReadonlyMap<Json, string> = new Map<Json, string>([
  ["dict", "object"],
  ["float", "number"],
  ["tuple", "array"],
  ["any", "string"],
]);

/** BFCL names types as Python does; a property may be called "type", which is no type then. */
function schemaFrom(schema: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(schema).map(([key, value]) => {
      if (key === "type") return [key, typeWords.get(value) ?? value];
      if (key === "properties" && isJsonObject(value))
        return [
          key,
          Object.fromEntries(
            Object.entries(value).map(([name, one]) => [name, isJsonObject(one) ? schemaFrom(one) : one]),
          ),
        ];
      return [key, key === "items" && isJsonObject(value) ? schemaFrom(value) : value];
    }),
  );
}

/** The first accepted values are expected, unless a parameter may be left out; the others are as right. */
function expectedToolCall(answer: PythonValue): ExpectedToolCall {
  const [name = "", parameters] = [...asMap(answer)][0] ?? [];
  const choices = [...asMap(parameters)].map(([parameter, accepted]) => ({
    parameter,
    accepted: listOf(accepted),
  }));
  const required = choices.filter(({ accepted }) => !accepted.includes(""));
  return {
    name: name.replaceAll(".", "_"),
    arguments: writePython(
      new Map(required.map(({ parameter, accepted }) => [parameter, plainValue(accepted[0] ?? null)])),
    ),
    accepted: Object.fromEntries(
      choices.map(({ parameter, accepted }) => [
        parameter,
        accepted
          .filter((value) => value !== "")
          .map((value) => parseJson(writePython(plainValue(value))) ?? null),
      ]),
    ),
  };
}

/** In a dictionary each key has a list of accepted values of its own: the first of each. */
function plainValue(value: PythonValue): PythonValue {
  if (Array.isArray(value)) return value.map((one) => (one instanceof Map ? plainValue(one) : one));
  if (!(value instanceof Map)) return value;
  const kept = [...value].filter(([, choices]) => !listOf(choices).includes(""));
  return new Map(
    kept.map(([key, choices]) => [key, Array.isArray(choices) ? (choices[0] ?? null) : choices]),
  );
}

function asMap(value: PythonValue | undefined): PythonObject {
  return value instanceof Map ? value : new Map();
}

function listOf(value: PythonValue): readonly PythonValue[] {
  return Array.isArray(value) ? value : [];
}
