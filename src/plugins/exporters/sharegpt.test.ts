import { describe, expect, test } from "vitest";
import type { Example } from "../../domain/example.ts";
import type { Message } from "../../domain/message.ts";
import type { JsonObject } from "../../lib/json.ts";
import { sharegpt } from "./sharegpt.ts";

describe("a ShareGPT row", () => {
  test("holds a call with its tools as LLaMA-Factory reads it", () => {
    expect(sharegpt.toRow(example(system, asked, called, answered, replied))).toEqual({
      conversations: [
        { from: "human", value: "is seven free" },
        { from: "function_call", value: '{"name":"look_up","arguments":{"hour":7}}' },
        { from: "observation", value: '{"free":true}' },
        { from: "gpt", value: "Seven is free." },
      ],
      system: "You take bookings.",
      tools:
        '[{"name":"look_up","description":"","parameters":{"type":"object","properties":{"hour":{"type":"integer"}}}}]',
    });
  });

  test.each<readonly [string, Message[], string[]]>([
    ["an agent that speaks first", [replied, asked, replied], ["human", "gpt", "human", "gpt"]],
    ["two replies after each other", [asked, replied, called], ["human", "gpt", "human", "function_call"]],
    ["a caller who speaks twice", [asked, asked, replied], ["human", "gpt"]],
    [
      "two results",
      [asked, twice, answered, answered, replied],
      ["human", "function_call", "observation", "gpt"],
    ],
  ])("puts in turn %s", (_, messages, speakers) => {
    const row = sharegpt.toRow(example(...messages));
    expect(entriesOf(row).map(({ from }) => from)).toEqual(speakers);
    expect(sharegpt.checkRow(row)).toEqual([]);
  });

  test("gives back what it can hold: several results, new ids, no words beside tool calls", () => {
    const words: Message = { ...twice, content: "One moment." };
    const back = sharegpt.fromRow(
      sharegpt.toRow(example(system, asked, words, answered, answered, replied)),
      "x",
    );
    expect(back.messages).toEqual([
      system,
      asked,
      {
        role: "assistant",
        content: null,
        tool_calls: [
          { id: "call_1", type: "function", function: { name: "look_up", arguments: '{"hour":7}' } },
          { id: "call_2", type: "function", function: { name: "look_up", arguments: '{"hour":8}' } },
        ],
      },
      { role: "tool", tool_call_id: "call_1", content: '{"free":true}' },
      { role: "tool", tool_call_id: "call_2", content: '{"free":true}' },
      replied,
    ]);
    expect(back.tools.map((tool) => tool.function.name)).toEqual(["look_up"]);
  });
});

describe("the rules of ShareGPT", () => {
  const good = sharegpt.toRow(example(asked, called, answered, replied));
  const human = { from: "human", value: "hi" };
  const gpt = { from: "gpt", value: "hello" };
  const call = (value: string) => ({ ...good, conversations: [human, { from: "function_call", value }] });

  test.each<readonly [string, JsonObject, string]>([
    ["no conversations", { messages: [] }, "missing-column"],
    ["an empty list", { conversations: [] }, "conversations"],
    ["another column", { ...good, id: 7 }, "extra-column"],
    ["a system prompt that isn't text", { ...good, system: 7 }, "system"],
    ["a row that starts with gpt", { conversations: [gpt, human] }, "turn-taking"],
    ["a row that ends with human", { conversations: [human, gpt, human] }, "last-entry"],
    [
      "a system entry in the middle",
      { conversations: [human, { from: "system", value: "x" }] },
      "late-system",
    ],
    ["an unknown speaker", { conversations: [human, { from: "assistant", value: "x" }] }, "unknown-role"],
    ["a value that isn't text", { conversations: [human, { from: "gpt", value: null }] }, "entry"],
    ["an entry that isn't an object", { conversations: [human, "gpt"] }, "entry"],
    ["tools as a list", { ...good, tools: [] }, "tools"],
    ["tools that aren't JSON", { ...good, tools: "none" }, "tools"],
    ["tools that are an object", { ...good, tools: "{}" }, "tools"],
    ["a tool without a name", { ...good, tools: '[{"description":"x"}]' }, "tool"],
    ["a function_call that isn't JSON", call("look it up"), "tool-call"],
    ["a function_call without a name", call('{"arguments":{}}'), "tool-call"],
    ["arguments as text", call('{"name":"look_up","arguments":"{}"}'), "arguments"],
    ["a tool that isn't there", call('{"name":"cancel","arguments":{}}'), "unknown-tool"],
    [
      "arguments that break their schema",
      call('{"name":"look_up","arguments":{"hour":"seven"}}'),
      "arguments-schema",
    ],
  ])("find %s", (_, row, rule) => {
    expect(sharegpt.checkRow(row).map((fault) => fault.rule)).toContain(rule);
  });

  test("take a leading system entry and a row without tools", () => {
    expect(sharegpt.checkRow({ conversations: [{ from: "system", value: "x" }, human, gpt] })).toEqual([]);
  });

  test("name the position that is out of turn", () => {
    const after = {
      conversations: [
        human,
        call("").conversations[1] ?? human,
        { from: "observation", value: "1" },
        human,
        gpt,
        gpt,
      ],
    };
    expect(sharegpt.checkRow(after).find(({ rule }) => rule === "turn-taking")?.sentence).toBe(
      "conversations[3]: human stands at position 4; human and observation stand at odd positions, gpt and function_call at even ones.",
    );
  });
});

const system: Message = { role: "system", content: "You take bookings." };
const asked: Message = { role: "user", content: "is seven free" };
const called: Message = { role: "assistant", content: null, tool_calls: [lookUp("a", 7)] };
const twice: Message = { role: "assistant", content: null, tool_calls: [lookUp("a", 7), lookUp("b", 8)] };
const answered: Message = { role: "tool", tool_call_id: "a", content: '{"free":true}' };
const replied: Message = { role: "assistant", content: "Seven is free." };

function lookUp(id: string, hour: number) {
  return {
    id,
    type: "function" as const,
    function: { name: "look_up", arguments: JSON.stringify({ hour }) },
  };
}

function example(...messages: Message[]): Example {
  const parameters = { type: "object", properties: { hour: { type: "integer" } } };
  return { id: "call-1", tools: [{ type: "function", function: { name: "look_up", parameters } }], messages };
}

function entriesOf(row: JsonObject): JsonObject[] {
  const entries: unknown = row["conversations"];
  return Array.isArray(entries) ? entries : [];
}
