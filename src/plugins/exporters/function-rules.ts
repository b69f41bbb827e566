import { isJsonObject, type Json, type JsonObject } from "../../lib/json.ts";
import type { RowFault } from "./exporter.ts";
import { error, isList, shown } from "./faults.ts";
import type { ChatRules, RowMessage } from "./row-message.ts";
import { readArguments, usedToolFaults } from "./tool-call-rules.ts";
import { readTools, type ToolList } from "./tool-list-rules.ts";

/** Rules of what came before tools and is still read: `functions`, `function_call` and the role `function`. */
export function* functionFaults(
  row: JsonObject,
  messages: readonly RowMessage[],
  { columns }: ChatRules,
): Generator<RowFault> {
  if (!columns.includes("functions")) return;
  const functions = readFunctions(row["functions"]);
  yield* functions.faults;
  let called = false;
  for (const message of messages) {
    yield* functionCallFaults(message, functions);
    if (message.role === "function") yield* resultFaults(message, called);
    called = message.role === "assistant" && isJsonObject(message.fields["function_call"]);
  }
}

function readFunctions(value: Json | undefined): ToolList {
  if (!isList(value)) {
    if (value === undefined || value === null) return { faults: [], tools: null };
    return { faults: [error("functions", "'functions' must be a list.")], tools: null };
  }
  const { faults, tools } = readTools(value.map((each) => ({ type: "function", function: each })));
  const renamed = faults.map((fault) => ({
    ...fault,
    sentence: fault.sentence.replace(/^(')?tools\b/, "$1functions"),
  }));
  return { faults: renamed, tools };
}

function* functionCallFaults(
  { fields, role, at, learnt }: RowMessage,
  functions: ToolList,
): Generator<RowFault> {
  const call = fields["function_call"];
  if (role !== "assistant" || call === undefined || call === null) return;
  const place = `${at}.function_call`;
  if (!isJsonObject(call) || typeof call["name"] !== "string") {
    yield error("tool-call", `${place}: must be an object with 'name' and 'arguments'.`);
    return;
  }
  const args = readArguments(call["arguments"], "text");
  if (typeof args === "string") yield error("arguments", `${place}: ${args}`);
  else yield* usedToolFaults({ at: place, name: call["name"], arguments: args, learnt }, functions);
}

function* resultFaults({ fields, at }: RowMessage, called: boolean): Generator<RowFault> {
  if (typeof fields["name"] !== "string")
    yield error("message", `${at}: a function message must have a 'name', not ${shown(fields["name"])}.`);
  if (!called) yield error("tool-message-unpaired", `${at}: answers no function call before it.`);
}
