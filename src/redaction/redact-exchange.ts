import { isJsonObject, type Json, type JsonObject } from "../lib/json.ts";
import type { CallRedactor } from "./create-redactor.ts";
import { type RedactedRow, redactMessagesRow } from "./redact-row.ts";

/**
 * Redacts a logged request to a chat API with its response (`{request: {messages}, response: {choices: [{message}]}}`):
 * one talk, so the messages of both are redacted together. Null where the row is no such thing.
 */
export function redactExchangeRow(
  row: JsonObject,
  redactor: CallRedactor,
  scope: string,
): RedactedRow | null {
  const { request, response, ...beside } = row;
  if (!isJsonObject(request) || !Array.isArray(request["messages"]) || !isJsonObject(response)) return null;
  const { messages: asked, tools = null, ...requestBeside } = request;
  if (!Array.isArray(asked)) return null;
  const { choices = [], ...responseBeside } = response;
  const said = Array.isArray(choices) ? choices.map(messageOf) : [];
  const joined: JsonObject = {
    messages: [...asked, ...said],
    tools,
    beside,
    requestBeside,
    responseBeside,
  };
  const redacted = redactMessagesRow(joined, redactor, scope);
  if (redacted === null) return null;
  const messages = redacted.row["messages"];
  if (!Array.isArray(messages)) return null;
  const answers = messages.slice(asked.length);
  const fields = redacted.row as Readonly<Record<"beside" | "requestBeside" | "responseBeside", JsonObject>>;
  const whole = {
    ...fields.beside,
    request: { ...request, ...fields.requestBeside, messages: messages.slice(0, asked.length) },
    response: {
      ...response,
      ...fields.responseBeside,
      ...(Array.isArray(choices)
        ? { choices: choices.map((choice, at) => withMessage(choice, answers[at])) }
        : {}),
    },
  };
  return { row: whole, counts: redacted.counts };
}

function messageOf(choice: Json): Json {
  return isJsonObject(choice) ? (choice["message"] ?? null) : null;
}

function withMessage(choice: Json, message: unknown): unknown {
  return isJsonObject(choice) ? { ...choice, message } : choice;
}
