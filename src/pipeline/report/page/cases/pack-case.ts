import type { ExpectedReply } from "../../../../domain/case.ts";
import type { Judgement } from "../../../../domain/judgement.ts";
import type { AssistantMessage, Message } from "../../../../domain/message.ts";
import type { ToolCall } from "../../../../domain/tool.ts";
import { changeOf, type PageCase, type PageReply } from "./page-case.ts";
import { pairPlaces } from "./pair-places.ts";

/** Longest text of a call that the page holds whole, in UTF-16 units. */
const mostUnits = 20_000;

/**
 * A case in the short form in which the page holds it (`assets/script/` reads it). What it shares with others, its
 * messages and tools, is not in it; fields that say the usual are left out.
 */
export function packCase({ case: question, replies }: PageCase, baseline: number): object {
  return {
    id: clipped(question.id),
    call: clipped(question.callId),
    expected: packExpected(question.expected),
    next: question.next?.map((due) => due.function.name),
    replies: replies.map((reply, place) =>
      packReply(reply, question.expected, place === baseline ? undefined : replies[baseline]),
    ),
  };
}

export function packMessage(message: Message): object {
  const { role } = message;
  const text = message.content === null ? undefined : clipped(message.content);
  if (role !== "assistant" || message.tool_calls === undefined) return { role, text };
  return { role, text, calls: message.tool_calls.map(packToolCall) };
}

/** A text with its end left out where it is very long, and so many characters said. */
export function clipped(text: string): string {
  if (text.length <= mostUnits) return text;
  const beginning = text.slice(0, mostUnits).replace(/[\ud800-\udbff]$/, "");
  return `${beginning} […${(text.length - mostUnits).toLocaleString("en-US")} more characters are left out]`;
}

function packExpected(expected: ExpectedReply): object {
  if (expected.kind === "reply") return { text: expected.text === null ? undefined : clipped(expected.text) };
  return {
    calls: expected.toolCalls.map(({ name, arguments: text, accepted }) => [
      clipped(name),
      clipped(text),
      ...(accepted === undefined ? [] : [accepted]),
    ]),
    order: expected.order === "listed" ? "listed" : undefined,
  };
}

function packReply(
  reply: PageReply,
  expected: ExpectedReply,
  baseline: PageReply | undefined,
): object | null {
  const { scored, message } = reply;
  if (scored === null) return null;
  if (scored.outcome === "failed") return { failed: scored.reason };
  const { judgement } = scored;
  return {
    decision: judgement.decision,
    exact: judgement.exact ? 1 : undefined,
    change: changeOf(reply, baseline) ?? undefined,
    flags: flagsOf(judgement),
    ...packAnswer(message, expected, judgement),
  };
}

/** `same` stands for tool calls that are the expected ones to the letter. */
function packAnswer(message: AssistantMessage | null, expected: ExpectedReply, judgement: Judgement): object {
  if (message === null) return {};
  const text = message.content === null || message.content === "" ? undefined : clipped(message.content);
  const made = message.tool_calls ?? [];
  if (made.length === 0 && judgement.toolCalls.length === 0) return { text };
  if (judgement.exact && isSame(made, expected)) return { text, same: 1 };
  const wanted = expected.kind === "calls" ? expected.toolCalls : [];
  return {
    text,
    calls: made.map(packToolCall),
    pairs: packPairs(judgement, pairPlaces(judgement, wanted, made)),
  };
}

function packPairs({ toolCalls }: Judgement, places: readonly (readonly [number, number])[]): unknown[] {
  return toolCalls.map(({ fault, arguments: verdicts }, index) => [
    ...(places[index] ?? [-1, -1]),
    fault ?? 0,
    verdicts.flatMap(({ parameter, error, ungrounded }) =>
      error === null ? [] : [[parameter, error, ungrounded ? 1 : 0]],
    ),
  ]);
}

function flagsOf({ callInText, premature, truncated }: Judgement): string[] | undefined {
  const flags = Object.entries({ callInText, premature, truncated }).flatMap(([flag, isSo]) =>
    isSo ? [flag] : [],
  );
  return flags.length === 0 ? undefined : flags;
}

function isSame(made: readonly ToolCall[], expected: ExpectedReply): boolean {
  if (expected.kind === "reply" || expected.toolCalls.length !== made.length) return false;
  return expected.toolCalls.every(
    (due, index) =>
      due.name === made[index]?.function.name && due.arguments === made[index]?.function.arguments,
  );
}

function packToolCall({ function: { name, arguments: text } }: ToolCall): [string, string] {
  return [clipped(name), clipped(text)];
}
