import { isJsonObject } from "../lib/json.ts";
import { type Field, isAtLeast, isFlag, isText, isTextOrNull, isWholeAtLeast } from "./field.ts";
import { AnsweredGeneration, FailureReason, type Generation } from "./generation.ts";
import type { AssistantMessage } from "./message.ts";

/** The same answer as `Generation.safeParse` gives, in a fraction of its time: every re-score reads all of them. */
export function isGeneration(value: unknown): value is Generation {
  if (!isJsonObject(value)) return false;
  const { caseId, candidate, outcome } = value;
  if (!isText(caseId) || !isText(candidate)) return false;
  if (outcome === "answered") return isAnswer(value);
  return outcome === "failed" && isFailure(value);
}

const finishes: ReadonlySet<Field> = new Set(AnsweredGeneration.shape.finishReason.options);
const reasons: ReadonlySet<Field> = new Set(FailureReason.options);

function isAnswer({ message, finishReason, usage, latency }: Readonly<Record<string, Field>>): boolean {
  if (!isAssistantMessage(message) || !finishes.has(finishReason)) return false;
  return (usage === null || isUsage(usage)) && (latency === null || isLatency(latency));
}

function isFailure({ reason, status, totalMs, attempts }: Readonly<Record<string, Field>>): boolean {
  const isStatus = status === null || Number.isSafeInteger(status);
  const isTime = totalMs === null || isAtLeast(totalMs, 0);
  return reasons.has(reason) && isStatus && isTime && isWholeAtLeast(attempts, 1);
}

/** The same answer as `AssistantMessage.safeParse` gives. */
export function isAssistantMessage(value: unknown): value is AssistantMessage {
  if (!isJsonObject(value)) return false;
  const { role, content, tool_calls: toolCalls, weight } = value;
  if (role !== "assistant" || !isTextOrNull(content)) return false;
  if (weight !== undefined && weight !== 0 && weight !== 1) return false;
  if (toolCalls === undefined) return true;
  return Array.isArray(toolCalls) && toolCalls.length > 0 && toolCalls.every(isToolCall);
}

function isToolCall(value: Field): boolean {
  if (!isJsonObject(value)) return false;
  const { id, type, function: made } = value;
  if (!isText(id) || type !== "function" || !isJsonObject(made)) return false;
  return isText(made["name"]) && isText(made["arguments"]);
}

function isUsage(value: Field): boolean {
  if (!isJsonObject(value)) return false;
  const { promptTokens, cachedPromptTokens, completionTokens, estimated } = value;
  const counts = [promptTokens, cachedPromptTokens, completionTokens];
  return counts.every((count) => isWholeAtLeast(count, 0)) && isFlag(estimated);
}

function isLatency(value: Field): boolean {
  if (!isJsonObject(value)) return false;
  const { firstTokenMs, toolCallsMs, totalMs, attempts, chunks } = value;
  const hasTimes = [firstTokenMs, toolCallsMs].every((ms) => ms === null || isAtLeast(ms, 0));
  return hasTimes && isAtLeast(totalMs, 0) && isWholeAtLeast(attempts, 1) && isWholeAtLeast(chunks, 0);
}
