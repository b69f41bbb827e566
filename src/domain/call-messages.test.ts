import { describe, expect, test } from "vitest";
import type { MadeToolCall, Turn } from "./call.ts";
import { messagesByTurn, messagesFromTurns, noResult } from "./call-messages.ts";
import { Message } from "./message.ts";

describe("messages of a call", () => {
  test("put each result behind the tool calls it answers, with ids that are unique in the call", () => {
    const turns: Turn[] = [
      { role: "caller", text: "Two tables, please." },
      {
        role: "agent",
        text: "Let me look.",
        toolCalls: [made("check", "{}", "free"), made("check", "{}", "full")],
      },
      { role: "agent", text: "", toolCalls: [made("book", '{"n":2}', "ok")] },
    ];
    expect(messagesFromTurns(turns)).toEqual([
      { role: "user", content: "Two tables, please." },
      {
        role: "assistant",
        content: "Let me look.",
        tool_calls: [toolCall("call_1", "check", "{}"), toolCall("call_2", "check", "{}")],
      },
      { role: "tool", tool_call_id: "call_1", content: "free" },
      { role: "tool", tool_call_id: "call_2", content: "full" },
      { role: "assistant", content: null, tool_calls: [toolCall("call_3", "book", '{"n":2}')] },
      { role: "tool", tool_call_id: "call_3", content: "ok" },
    ]);
  });

  test("answer a tool call that got no result, since providers refuse one without", () => {
    const [, answer] = messagesFromTurns([
      { role: "agent", text: "", toolCalls: [made("book", "{}", null)] },
    ]);
    expect(answer).toEqual({ role: "tool", tool_call_id: "call_1", content: noResult });
  });

  test("keep an instruction put in while the call went on", () => {
    expect(messagesFromTurns([{ role: "system", text: "Speak Spanish now." }])).toEqual([
      { role: "system", content: "Speak Spanish now." },
    ]);
  });

  test("stand by turn, and a turn without words and tool calls has none", () => {
    const byTurn = messagesByTurn([
      { role: "caller", text: "Hello?" },
      { role: "agent", text: "", toolCalls: [] },
      { role: "agent", text: "", toolCalls: [made("book", "{}", "ok")] },
    ]);
    expect(byTurn.map((messages) => messages.map(({ role }) => role))).toEqual([
      ["user"],
      [],
      ["assistant", "tool"],
    ]);
    for (const message of byTurn.flat()) expect(Message.safeParse(message).success).toBe(true);
  });
});

function made(name: string, rawArguments: string, result: string | null): MadeToolCall {
  return { id: "same", name, arguments: rawArguments, result, succeeded: null };
}

function toolCall(id: string, name: string, rawArguments: string) {
  return { id, type: "function", function: { name, arguments: rawArguments } };
}
