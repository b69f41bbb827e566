import { isJsonObject, type Json, type JsonObject } from "../../../lib/json.ts";
import { firstOf, wordOf } from "../reading/fields.ts";
import { decoded } from "../reading/jsonish.ts";
import type { Loss } from "../reading/problem-list.ts";

/** The messages of a record, wherever it keeps them. */
export interface LoggedMessages {
  readonly messages: readonly unknown[];
  readonly tools: Json | undefined;
  /** Set where the record is one request to the model with its response, not a whole call. */
  readonly request: { readonly id: string | null } | null;
}

/** Reads `{messages, tools}`, `{request, response}`, `{input, output}` and `{messages, choices}`. */
export function loggedMessages(record: JsonObject): LoggedMessages | Loss {
  const request = requestOf(record);
  const messages = isJsonObject(request) ? decoded(request["messages"]) : request;
  if (messages === undefined || messages === null) return { reason: "no_transcript" };
  if (!Array.isArray(messages)) return { reason: "messages_unreadable", detail: "messages is not a list" };
  const reply = responseMessages(record);
  const isOneRequest = request !== record || reply.length > 0;
  return {
    messages: [...messages, ...reply],
    tools: toolsOf(isJsonObject(request) ? request : record) ?? toolsOf(record),
    request: isOneRequest ? { id: requestId(record) } : null,
  };
}

function requestOf(record: JsonObject): JsonObject | readonly Json[] {
  if (record["messages"] !== undefined) return record;
  const request = decoded(firstOf(record, ["request", "input", "request_body"]));
  return isJsonObject(request) || Array.isArray(request) ? request : record;
}

function toolsOf(request: JsonObject): Json | undefined {
  return firstOf(request, ["tools", "functions"]);
}

function requestId(record: JsonObject): string | null {
  const response = decoded(firstOf(record, responseFields));
  const ofResponse = isJsonObject(response) ? wordOf(response["id"]) : null;
  return ofResponse ?? wordOf(firstOf(record, ["request_id", "requestId", "id"]));
}

const responseFields = ["response", "output", "completion", "response_body"] as const;

/** What the model answered; nothing where the request failed. */
function responseMessages(record: JsonObject): readonly unknown[] {
  const response = decoded(firstOf(record, responseFields) ?? choicesOf(record));
  if (Array.isArray(response)) return response;
  if (typeof response === "string") return [{ role: "assistant", content: response }];
  if (!isJsonObject(response)) return [];
  if (response["role"] !== undefined) return [response];
  const choices = response["choices"];
  const [choice] = Array.isArray(choices) ? choices : [];
  const message = (isJsonObject(choice) ? choice["message"] : undefined) ?? response["message"];
  return message === undefined || message === null ? [] : [message];
}

function choicesOf(record: JsonObject): Json | undefined {
  return record["choices"] === undefined ? undefined : { choices: record["choices"] };
}
