import type { Case } from "../../../domain/case.ts";
import type {
  AnsweredGeneration,
  FailedGeneration,
  FailureReason,
  Generation,
  Usage,
} from "../../../domain/generation.ts";
import { RemoteError } from "../../../lib/errors.ts";
import { unitInterval } from "../../../lib/hash.ts";
import { type Attempt, type AttemptWorld, attempt } from "./attempt.ts";
import { type ChatTarget, chatBody, contextFor } from "./chat-target.ts";
import { retryAfterMs } from "./durations.ts";
import type { RateGate } from "./rate-gate.ts";

export interface AskWorld extends AttemptWorld {
  /** @throws InterruptedError when the signal fires */
  readonly wait: (ms: number, signal: AbortSignal) => Promise<void>;
  /** Milliseconds since 1970, for waits that are told as a date. */
  readonly date: () => number;
}

export interface AskOrder {
  readonly target: ChatTarget;
  readonly gate: RateGate;
  readonly timeoutMs: number;
  /** So many requests for one case, and no more. */
  readonly mostAttempts: number;
}

/** A service that asks for a longer wait has had enough for the day. */
const longestWaitMs = 5 * 60_000;
const longestPauseMs = 30_000;

/**
 * Asks one candidate one case until there is an answer or a failure for good. Repeated is only what can't have been
 * answered: 408, 429, 5xx, and a connection that was cut before any token.
 * @throws RemoteError where no other request would fare better: a wrong key, no money, a wait of minutes
 */
export async function askCase(question: Case, order: AskOrder, world: AskWorld): Promise<Generation> {
  const { target, gate, mostAttempts } = order;
  const body = chatBody(target, await contextFor(target, question));
  const tokens = tokensOf(body);
  const request = { url: target.url, apiKey: target.apiKey, body, timeoutMs: order.timeoutMs };
  let sentAt: number | null = null;
  for (let attempts = 1; ; attempts += 1) {
    await passGate(gate, tokens, target, world);
    sentAt ??= world.now();
    const came = await attempt(request, world);
    if ("headers" in came) gate.note(came.headers);
    const pauseMs = pauseAfter(came, { question, attempts, target, mostAttempts, nowMs: world.date() });
    if (pauseMs === null)
      return generationFrom(came, { question, target, attempts, sentAt, endedAt: world.now(), tokens });
    if (came.outcome === "status" && came.status === 429) gate.close(pauseMs);
    else await world.wait(pauseMs, world.signal);
  }
}

async function passGate(gate: RateGate, tokens: number, target: ChatTarget, world: AskWorld): Promise<void> {
  for (let pause = gate.pauseMs(tokens); pause > 0; pause = gate.pauseMs(tokens)) {
    if (pause > longestWaitMs) throw exhausted(target, pause);
    await world.wait(pause, world.signal);
  }
}

interface Round {
  readonly question: Case;
  readonly attempts: number;
  readonly target: ChatTarget;
  readonly mostAttempts: number;
  readonly nowMs: number;
}

/** Null where it isn't to be asked again. The wait grows, and differs from case to case so that not all come at once. */
function pauseAfter(
  came: Attempt,
  { question, attempts, target, mostAttempts, nowMs }: Round,
): number | null {
  if (came.outcome === "status" && [401, 402, 403].includes(came.status)) throw refusedForGood(target, came);
  if (!mayRepeat(came) || attempts >= mostAttempts) return null;
  const told = came.outcome === "status" ? retryAfterMs(came.headers, nowMs) : null;
  if (told !== null && told > longestWaitMs) throw exhausted(target, told);
  const grown = Math.min(longestPauseMs, 500 * 2 ** (attempts - 1));
  const spread = 0.5 + unitInterval(`${question.id}:${attempts}`) / 2;
  return Math.max(told ?? 0, told === null ? grown * spread : 1);
}

function mayRepeat(came: Attempt): boolean {
  if (came.outcome === "cut") return !came.begun;
  if (came.outcome !== "status" || came.begun) return false;
  return came.status === 408 || came.status === 429 || came.status >= 500;
}

export interface Circumstances extends Omit<Round, "nowMs" | "mostAttempts"> {
  readonly sentAt: number;
  readonly endedAt: number;
  readonly tokens: number;
}

/** What one request came to, as a line of the log. */
export function generationFrom(came: Attempt, round: Circumstances): Generation {
  if (came.outcome === "answered") return answeredFrom(came.reply, round);
  if (came.outcome === "broken_tool_call") return brokenToolCall(came.text, round);
  const { question, target, attempts, sentAt, endedAt } = round;
  const failed: FailedGeneration = {
    caseId: question.id,
    candidate: target.candidate.name,
    outcome: "failed",
    reason: reasonOf(came),
    status: "status" in came ? came.status : null,
    totalMs: rounded(endedAt - sentAt),
    attempts,
  };
  return failed;
}

function reasonOf(came: Exclude<Attempt, { outcome: "answered" | "broken_tool_call" }>): FailureReason {
  if (came.outcome === "cut") return "connection";
  if (came.outcome !== "status") return came.outcome;
  if (came.status === 429) return "rate_limited";
  return came.status >= 500 || came.status === 408 ? "server_error" : "refused";
}

function answeredFrom(
  reply: Extract<Attempt, { outcome: "answered" }>["reply"],
  { question, target, attempts, sentAt, tokens }: Circumstances,
): AnsweredGeneration {
  const since = (at: number | null) => (at === null ? null : rounded(at - sentAt));
  return {
    caseId: question.id,
    candidate: target.candidate.name,
    outcome: "answered",
    message: reply.message,
    finishReason: reply.finishReason,
    usage: reply.usage ?? estimatedUsage(tokens, JSON.stringify(reply.message)),
    latency: {
      firstTokenMs: since(reply.firstTokenAt),
      toolCallsMs: since(reply.toolCallsAt),
      totalMs: rounded(reply.endedAt - sentAt),
      attempts,
      chunks: reply.chunks,
    },
  };
}

/** The provider keeps the model's words back, but they are what the model answered: no agent could have used them. */
function brokenToolCall(text: string, { question, target, tokens }: Circumstances): AnsweredGeneration {
  return {
    caseId: question.id,
    candidate: target.candidate.name,
    outcome: "answered",
    message: { role: "assistant", content: text },
    finishReason: "other",
    usage: estimatedUsage(tokens, text),
    latency: null,
  };
}

function estimatedUsage(promptTokens: number, reply: string): Usage {
  return { promptTokens, cachedPromptTokens: 0, completionTokens: tokensOf(reply), estimated: true };
}

/** Four bytes a token, give or take a tenth: a real tokenizer would hold up the clocks of the others. */
export function tokensOf(text: string): number {
  return Math.ceil(Buffer.byteLength(text) / 4);
}

/** A hundredth of a millisecond is more than any clock is good for. */
function rounded(ms: number): number {
  return Math.max(0, Math.round(ms * 100) / 100);
}

function refusedForGood(
  { candidate, apiKey, keyVariable }: ChatTarget,
  { status, code, headers }: Extract<Attempt, { outcome: "status" }>,
): RemoteError {
  const key =
    apiKey === null ? `set ${keyVariable}` : `put a key that ${candidate.provider} takes into ${keyVariable}`;
  return new RemoteError({
    system: candidate.provider ?? "provider",
    sentence: `candidate ${candidate.name}: POST /chat/completions was refused with ${status}${code === "" ? "" : ` ${code}`}`,
    status,
    requestId: headers.get("x-request-id") ?? undefined,
    retryable: false,
    advice:
      status === 402
        ? "the account has no money left; pay in, and the same command goes on where it stopped"
        : `${key} (in the environment or .env); the same command goes on where it stopped`,
  });
}

function exhausted({ candidate }: ChatTarget, waitMs: number): RemoteError {
  const minutes = Math.ceil(waitMs / 60_000);
  return new RemoteError({
    system: candidate.provider ?? "provider",
    sentence: `candidate ${candidate.name}: its limit is used up; it asks to wait ${minutes} minutes`,
    status: 429,
    retryable: true,
    advice: "what was answered is kept; the same command goes on where it stopped, once the limit allows it",
  });
}
