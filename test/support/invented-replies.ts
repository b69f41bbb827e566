import type { Case } from "../../src/domain/case.ts";
import type { Generation } from "../../src/domain/generation.ts";
import type { AssistantMessage } from "../../src/domain/message.ts";
import { type JsonObject, parseJsonObject } from "../../src/lib/json.ts";
import { type Random, seededRandom } from "../../src/lib/seeded-random.ts";

/** How a made-up candidate behaves. */
export interface Temper {
  readonly name: string;
  /** Chance of a wrong decision, of a wrong argument, of a failed request. */
  readonly misses: number;
  readonly slips: number;
  readonly fails: number;
  /** Milliseconds to the first token, about; null where nothing was timed. */
  readonly firstTokenMs: number | null;
}

/** What the candidate answers to the case, by the seed. */
export function inventedReply(question: Case, temper: Temper, seed: string): Generation {
  const random = seededRandom(`${seed}:${temper.name}:${question.id}`);
  // Cases that are hard for one are hard for all.
  const hardness = seededRandom(`${seed}:${question.id}`).next() < 0.25 ? 2.4 : 0.55;
  const shared = { caseId: question.id, candidate: temper.name };
  if (random.chance(temper.fails))
    return {
      ...shared,
      outcome: "failed",
      reason: random.pick(["timeout", "server_error"] as const),
      status: null,
      totalMs: 10_000,
      attempts: 3,
    };
  const message = messageOf(question, random, {
    ...temper,
    misses: temper.misses * hardness,
    slips: temper.slips * hardness,
  });
  return {
    ...shared,
    outcome: "answered",
    message,
    finishReason: message.tool_calls === undefined ? "stop" : "tool_calls",
    usage: {
      promptTokens: 700 + 30 * question.messages.length,
      cachedPromptTokens: 0,
      completionTokens: 20 + random.below(30),
      estimated: false,
    },
    latency: latencyOf(message, random, temper),
  };
}

function messageOf(question: Case, random: Random, { misses, slips }: Temper): AssistantMessage {
  const { expected, tools } = question;
  const toolNames = tools.map(({ function: { name } }) => name);
  if (expected.kind === "reply") {
    if (!random.chance(misses)) return { role: "assistant", content: expected.text ?? "Of course." };
    return callsOf([[random.pick(toolNames), {}]]);
  }
  if (random.chance(misses * 0.6))
    return { role: "assistant", content: "One moment, let me look into that for you." };
  if (random.chance(misses * 0.5)) return callsOf([[random.pick(toolNames), {}]]);
  return callsOf(
    expected.toolCalls.map((due) => [due.name, slipped(parseJsonObject(due.arguments) ?? {}, random, slips)]),
  );
}

/** The arguments with a slip here and there. */
function slipped(given: JsonObject, random: Random, slips: number): JsonObject {
  const changed = Object.entries(given).flatMap(([key, value]): [string, JsonObject[string]][] => {
    if (!random.chance(slips)) return [[key, value]];
    if (random.chance(0.25)) return [];
    if (typeof value === "number") return [[key, random.chance(0.5) ? value + 1 : String(value)]];
    if (typeof value === "string")
      return [[key, random.chance(0.5) ? value.toUpperCase() : `${value.slice(0, -1)}7`]];
    return [[key, value]];
  });
  if (random.chance(slips * 0.5)) changed.push(["notes", "call back"]);
  return Object.fromEntries(changed);
}

function callsOf(made: readonly (readonly [string, JsonObject])[]): AssistantMessage {
  const toolCalls = made.map(([name, given], index) => ({
    id: `call_${index}`,
    type: "function" as const,
    function: { name, arguments: JSON.stringify(given) },
  }));
  return { role: "assistant", content: null, tool_calls: toolCalls };
}

function latencyOf(message: AssistantMessage, random: Random, { firstTokenMs }: Temper) {
  if (firstTokenMs === null) return null;
  const spread = Math.exp((random.next() + random.next() + random.next() - 1.5) * 0.8);
  const first = Math.round(firstTokenMs * spread * (random.chance(0.04) ? 3 : 1));
  const calls =
    message.tool_calls === undefined ? null : first + Math.round(first * 0.6 * (0.5 + random.next()));
  return { firstTokenMs: first, toolCallsMs: calls, totalMs: (calls ?? first) + 60, attempts: 1, chunks: 12 };
}
