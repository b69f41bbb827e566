import { isJsonObject, type Json, type JsonObject } from "../../lib/json.ts";
import { checkChatRow } from "./chat-rules.ts";
import type { RowFault } from "./exporter.ts";
import { error, graded, isList, shown } from "./faults.ts";
import type { ChatRules } from "./row-message.ts";

/** The columns of the formats that services take beside conversations; all of a format's must be there. */
const columnsOf = {
  text: ["text"],
  instruction: ["prompt", "completion"],
  preference: ["input", "preferred_output", "non_preferred_output"],
} as const;
export type OtherFormat = keyof typeof columnsOf;

/**
 * Every broken rule of a row that is no conversation; null where it has none of the formats. `input` holds `messages`
 * and `tools` as a conversation's row does.
 */
export function checkOtherFormat(
  row: JsonObject,
  formats: readonly OtherFormat[],
  rules: ChatRules,
): readonly RowFault[] | null {
  if (row["messages"] !== undefined) return null;
  const format = formats.find((each) => columnsOf[each].some((column) => row[column] !== undefined));
  if (format === undefined) return null;
  const columns: readonly string[] = columnsOf[format];
  return [
    ...Object.keys(row)
      .filter((column) => !columns.includes(column))
      .flatMap((column) => extraColumn(column, columns, rules)),
    ...columns
      .filter((column) => row[column] === undefined)
      .map((column) => error("missing-column", `Missing required column "${column}".`)),
    ...(format === "preference" ? preferenceFaults(row, rules) : textFaults(row, columns)),
  ];
}

function extraColumn(column: string, columns: readonly string[], { extraColumns }: ChatRules): RowFault[] {
  const name = shown(column).replaceAll("'", '"');
  return graded(
    extraColumns,
    "extra-column",
    `Found extra column ${name}; a row may have ${columns.join(", ")}.`,
  );
}

function textFaults(row: JsonObject, columns: readonly string[]): RowFault[] {
  return columns
    .filter((column) => row[column] !== undefined && typeof row[column] !== "string")
    .map((column) => error("content", `Column \`${column}\` is not a string but ${shown(row[column])}.`));
}

function preferenceFaults(row: JsonObject, rules: ChatRules): RowFault[] {
  const { input, preferred_output: preferred, non_preferred_output: other } = row;
  if (input !== undefined && !isJsonObject(input))
    return [error("preference", "The `input` field must be a dictionary.")];
  const outputs = [
    ...outputFaults(preferred, "preferred_output"),
    ...outputFaults(other, "non_preferred_output"),
  ];
  if (!isJsonObject(input) || outputs.length > 0) return outputs;
  const { messages } = input;
  if (!isList(messages) || messages.length === 0)
    return [error("preference", "The `input` dictionary must contain `messages`, a list that isn't empty.")];
  const last = messages.at(-1);
  if (isJsonObject(last) && last["role"] === "assistant")
    return [error("preference", "The last message in the input must not be from the assistant.")];
  return [
    ...inputFaults(input, firstOf(preferred), "preferred_output", rules),
    // What shouldn't be said may break a schema.
    ...inputFaults(input, firstOf(other), "non_preferred_output", rules)
      .filter(({ rule }) => rule !== "arguments-schema" && rule !== "unknown-tool")
      .filter(({ sentence }) => sentence.startsWith("non_preferred_output")),
  ];
}

function outputFaults(output: Json | undefined, name: string): RowFault[] {
  if (output === undefined) return [];
  if (!isList(output) || output.length !== 1)
    return [error("preference", `The \`${name}\` list must contain exactly one message.`)];
  const [message] = output;
  if (isJsonObject(message) && message["role"] === "assistant") return [];
  return [error("preference", `The first element of \`${name}\` must be a message of the assistant.`)];
}

/** The faults of the conversation that input and output make. */
function inputFaults(
  input: JsonObject,
  output: Json | undefined,
  name: string,
  rules: ChatRules,
): readonly RowFault[] {
  if (output === undefined) return [];
  const messages = isList(input["messages"]) ? input["messages"] : [];
  const inOutput = `messages[${messages.length}]`;
  return checkChatRow({ ...input, messages: [...messages, output] }, rules).map((fault) => ({
    ...fault,
    sentence: fault.sentence.startsWith(inOutput)
      ? `${name}[0]${fault.sentence.slice(inOutput.length)}`
      : `input: ${fault.sentence}`,
  }));
}

function firstOf(output: Json | undefined): Json | undefined {
  return isList(output) ? output[0] : undefined;
}
