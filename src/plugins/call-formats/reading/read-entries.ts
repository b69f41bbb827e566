import { noResult } from "../../../domain/call-messages.ts";
import { isJsonObject, type JsonObject } from "../../../lib/json.ts";
import { withoutCutMark } from "./cut-mark.ts";
import type { AgentEntry, Entry, ResultEntry } from "./entry.ts";
import { firstOf, flagOf, numberOf, wordOf } from "./fields.ts";
import { rawText } from "./jsonish.ts";
import {
  answeredToolCall,
  argumentFields,
  createIdMaker,
  readToolCall,
  readToolCalls,
  resultOf,
  successOf,
  type ToolCallReader,
} from "./made-tool-calls.ts";
import { messageText, spokenText } from "./message-text.ts";
import type { ProblemList } from "./problem-list.ts";
import { type Role, roleOf, type Speakers } from "./roles.ts";
import { type Moment, readMoment } from "./times.ts";

export interface EntryReader {
  readonly speakers: Speakers;
  readonly problems: ProblemList;
}

/**
 * Reads a list of messages, in OpenAI's form or one of the many beside it, into entries. What isn't a message, or
 * comes from nobody we know, becomes a problem at `<field>[<index>]`.
 */
export function readEntries(messages: readonly unknown[], field: string, reader: EntryReader): Entry[] {
  const toolCalls: ToolCallReader = { newId: createIdMaker(), problems: reader.problems };
  return messages.flatMap((message, index) => {
    const place = `${field}[${index}]`;
    const entry = readEntry(message, { place, speakers: reader.speakers, toolCalls });
    if (typeof entry !== "string") return entry;
    reader.problems.add("turn_unreadable", `${place} ${entry}`);
    return [];
  });
}

interface EntryPlace {
  readonly place: string;
  readonly speakers: Speakers;
  readonly toolCalls: ToolCallReader;
}

/** The entry, or what is wrong with it. */
function readEntry(wrapped: unknown, at: EntryPlace): Entry | string {
  const message = unwrapped(wrapped);
  if (!isJsonObject(message)) return "is not a message";
  const role = roleIn(message, at.speakers);
  if (role === null) return "has no role we know";
  const time = timeOf(message);
  if (role === "tool call") return flatToolCalls(message, time, at);
  if (role === "result") return resultOrWholeToolCall(message, time, at);
  if (role === "agent") return agentEntry(message, time, at);
  const text = messageText(message);
  if (text === undefined) return "has no text we can read";
  if (role === "system") return { kind: "system", text, time };
  return { kind: "caller", text, time, confidence: confidenceOf(message) };
}

/** Pipecat keeps messages for one LLM only as `{llm, message}`. */
function unwrapped(message: unknown): unknown {
  if (isJsonObject(message) && isJsonObject(message["message"]) && message["role"] === undefined)
    return message["message"];
  return message;
}

const roleFields = ["role", "speaker", "sender", "from", "participant", "author", "user", "type"] as const;

function roleIn(message: JsonObject, speakers: Speakers): Role | null {
  for (const field of roleFields) {
    const name = wordOf(message[field]);
    const role = name === null ? null : roleOf(name, speakers);
    if (role !== null) return role;
  }
  return null;
}

function agentEntry(message: JsonObject, time: Moment | null, at: EntryPlace): AgentEntry | string {
  const toolCalls = readToolCalls(message, at.place, at.toolCalls);
  const said = messageText(message);
  if (said === undefined && toolCalls.length === 0) return "has neither text nor tool calls we can read";
  const { text, cut } = withoutCutMark(said ?? "");
  const interrupted = cut || flagOf(message["interrupted"]) === true;
  return { kind: "agent", text, toolCalls, interrupted, time };
}

/** A tool call in a message of its own, flat (`{role: "tool_call", name, arguments}`) or as a list. */
function flatToolCalls(message: JsonObject, time: Moment | null, at: EntryPlace): AgentEntry | string {
  const listed = readToolCalls(message, at.place, at.toolCalls);
  const flat = listed.length > 0 ? null : readToolCall(message, at.toolCalls.newId);
  const toolCalls = flat === null ? listed : [flat];
  if (toolCalls.length === 0) return "holds no tool call we can read";
  return { kind: "agent", text: "", toolCalls, interrupted: false, time };
}

/** A message from a tool that brings the arguments along is the whole tool call; OpenAI's has the result alone. */
function resultOrWholeToolCall(message: JsonObject, time: Moment | null, at: EntryPlace): Entry | string {
  if (firstOf(message, argumentFields) !== undefined) return flatToolCalls(message, time, at);
  return { kind: "result", place: at.place, ...answeredToolCall(message), ...resultIn(message), time };
}

/** Pipecat writes a word where the result will stand, and another where it won't; our own messages say `noResult`. */
function resultIn(message: JsonObject): Pick<ResultEntry, "result" | "succeeded"> {
  const own = resultOf(message);
  const result = own === undefined ? resultText(message) : rawText(own);
  if (result === "IN_PROGRESS" || result === noResult) return { result: null, succeeded: null };
  return { result, succeeded: result === "CANCELLED" ? false : successOf(message) };
}

/** Parts of text are one text; anything else is the raw result. */
function resultText(message: JsonObject): string {
  const content = firstOf(message, ["content", "text", "message"]) ?? "";
  const isParts =
    Array.isArray(content) && content.some((part) => isJsonObject(part) && part["type"] === "text");
  return (isParts ? spokenText(content) : rawText(content)) ?? "";
}

const secondsFields = [
  "timestamp",
  "time",
  "created_at",
  "createdAt",
  "at",
  "ts",
  "start_time",
  "startTime",
  "started_at",
  "start",
  "time_in_call_secs",
  "secondsFromStart",
  "time_sec",
  "offset",
] as const;
const millisecondsFields = [
  "timestamp_ms",
  "start_ms",
  "startMs",
  "at_ms",
  "atMs",
  "time_ms",
  "offset_ms",
] as const;

function timeOf(message: JsonObject): Moment | null {
  const time = readMoment(firstOf(message, secondsFields));
  return time ?? readMoment(firstOf(message, millisecondsFields), "ms");
}

function confidenceOf(message: JsonObject): number | null {
  const confidence = numberOf(firstOf(message, ["confidence", "transcript_confidence", "asr_confidence"]));
  return confidence !== null && confidence >= 0 && confidence <= 1 ? confidence : null;
}
