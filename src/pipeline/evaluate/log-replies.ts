import type { Call } from "../../domain/call.ts";
import { messagesByTurn } from "../../domain/call-messages.ts";
import type { Case } from "../../domain/case.ts";
import type { AnsweredGeneration } from "../../domain/generation.ts";
import type { AssistantMessage } from "../../domain/message.ts";
import { UsageError } from "../../lib/errors.ts";
import type { CallIndex } from "./cases/call-index.ts";

/**
 * What the agent really did at a case of the dataset, right or wrong. Nobody timed the model or counted its tokens.
 * @throws UsageError where the calls aren't those that the dataset was built from
 */
export async function logReply(
  question: Case,
  candidate: string,
  calls: CallIndex,
): Promise<AnsweredGeneration> {
  const call = await calls.read(question.callId);
  const turn = Number(question.id.slice(question.callId.length + 1));
  const message = call === null ? null : replyAt(call, turn);
  if (message === null) throw changedCalls();
  return {
    caseId: question.id,
    candidate,
    outcome: "answered",
    message,
    finishReason: message.tool_calls === undefined ? "stop" : "tool_calls",
    usage: null,
    latency: null,
  };
}

function replyAt(call: Call, turn: number): AssistantMessage | null {
  if (call.turns[turn]?.role !== "agent") return null;
  const reply = messagesByTurn(call.turns)[turn]?.find((message) => message.role === "assistant");
  return reply?.role === "assistant" ? reply : { role: "assistant", content: "" };
}

function changedCalls(): UsageError {
  return new UsageError(
    "calls.jsonl no longer holds the calls that the test split was cut from, so there is no log to judge; run calltune build again, or name candidates without log",
  );
}
