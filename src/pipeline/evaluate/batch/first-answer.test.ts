import { expect, test } from "vitest";
import type { FailedGeneration, Generation } from "../../../domain/generation.ts";
import { awaitFirstAnswer } from "./first-answer.ts";

test.each<readonly [string, readonly Generation[], number]>([
  ["one request that knows no such model", [failure(404)], 1],
  ["two of them", [failure(404), failure(404)], 2],
  ["three requests that are refused, whatever the status", [failure(404), failure(400), failure(422)], 3],
])("%s say that nobody is there, and none is kept", async (_what, came, failures) => {
  const { kept, absence } = await taken(came, false);
  expect([kept, absence]).toEqual([[], { failures, last: came.at(-1) }]);
});

test.each<readonly [string, readonly Generation[], boolean]>([
  ["nothing at all", [], false],
  ["two that were refused for what they ask", [failure(400), failure(400)], false],
  ["refusals among which time ran out", [failure(404), failure(404), failure(null, "timeout")], false],
  ["a mixed bag", [failure(404), failure(500, "server_error"), failure(404)], false],
  ["refusals before an answer", [failure(404), failure(404), failure(404), answer()], false],
  ["refusals behind an answer", [answer(), failure(404), failure(404), failure(404)], false],
  ["refusals of one that had answered before", [failure(404), failure(404), failure(404)], true],
])("%s is kept, each once, in its order", async (_what, came, hasAnswered) => {
  const { kept, absence } = await taken(came, hasAnswered);
  expect([kept, absence]).toEqual([came, null]);
});

async function taken(came: readonly Generation[], hasAnswered: boolean) {
  const kept: Generation[] = [];
  const first = awaitFirstAnswer({ hasAnswered, keep: async (generation) => void kept.push(generation) });
  for (const generation of came) await first.take(generation);
  return { absence: await first.end(), kept };
}

function failure(status: number | null, reason: FailedGeneration["reason"] = "refused"): Generation {
  return { caseId: "a", candidate: "mine", outcome: "failed", reason, status, totalMs: null, attempts: 1 };
}

function answer(): Generation {
  return {
    caseId: "b",
    candidate: "mine",
    outcome: "answered",
    message: { role: "assistant", content: "Hello" },
    finishReason: "stop",
    usage: null,
    latency: null,
  };
}
