import { describe, expect, test } from "vitest";
import { boatTool, calling, encoded, tokenizer } from "../../../test/support/boat-rental.ts";
import type { Message } from "../../domain/message.ts";
import type { Tool } from "../../domain/tool.ts";
import type { Json, JsonObject } from "../../lib/json.ts";
import { type Chat, encodePrompt } from "./prompt.ts";
import { encodeRows } from "./rows.ts";
import { specialTokens } from "./tokenizer.ts";

describe("prompts", () => {
  test("a reply in the history has the tokens it was learnt with", () => {
    const reply = calling("rent_boat", { people: 4, customer: "Maria Lopez" });
    const before: Chat = { tools: [boatTool], messages: [{ role: "user", content: "four people" }] };
    const after = { ...before, messages: [...before.messages, reply, result('{"ok":true}')] };
    const made = [...encoded(reply, before.tools), tokenizer.special("<end>")];
    const beginning = [...encodePrompt(tokenizer, before, 500), ...made];
    expect(encodePrompt(tokenizer, after, 500).slice(0, beginning.length)).toEqual(beginning);
  });

  test("a tool shows its parameters with type, choices and what is inside them", () => {
    expect(show(encodePrompt(tokenizer, { tools: [orderTool], messages: [] }, 500))).toBe(
      "<begin> <tool> make order <about> Takes an order. <parameter> items <required> <type> list object " +
        "<parameter> items name <choice> oar <choice> sail <parameter> day <type> date <agent>",
    );
  });

  test("schemas of any kind are read", () => {
    const odd: JsonObject[] = [
      { type: "object", properties: { a: { $ref: "#/$defs/a" } }, $defs: { a: { $ref: "#/$defs/a" } } },
      {
        type: "object",
        properties: { a: { oneOf: [{ type: "null" }, { type: "integer" }] }, b: true as Json },
      },
      { type: "array" },
      { allOf: [{ properties: { a: { type: ["string", "null"], pattern: "(?<" } } }, {}] },
      {},
    ];
    for (const parameters of odd) {
      const tool: Tool = { type: "function", function: { name: "x", parameters } };
      expect(encodePrompt(tokenizer, { tools: [tool], messages: [] }, 500).length).toBeGreaterThan(3);
    }
    expect(encodePrompt(tokenizer, { tools: [], messages: [] }, 500)).toHaveLength(2);
  });

  test("a prompt keeps to its limit, and keeps the caller's last turn", () => {
    const chat = longChat(40);
    for (const limit of [2000, 700, 400, 250, 120]) {
      const tokens = encodePrompt(tokenizer, chat, limit);
      expect(tokens.length).toBeLessThanOrEqual(limit);
      expect(show(tokens)).toMatch(/<user> boat number 39 please <agent>$/);
      expect(show(tokens)).toContain("<tool> rent boat");
    }
    expect(show(encodePrompt(tokenizer, chat, 250))).toContain("Today is Friday");
  });

  test("whatever the limit, nothing throws", () => {
    for (let limit = 2; limit < 80; limit += 1) {
      expect(encodePrompt(tokenizer, longChat(3), limit).length).toBeLessThanOrEqual(limit);
    }
  });
});

describe("rows", () => {
  test("the decisions of one call become one sequence with several learnt stretches", () => {
    const { messages, tools } = longChat(3);
    const learnt = (message: Message, weight: 0 | 1) =>
      message.role === "assistant" ? { ...message, weight } : message;
    const row = (length: number) => ({
      tools,
      messages: messages.slice(0, length).map((message, at) => learnt(message, at === length - 1 ? 1 : 0)),
    });
    const { sequences, shortenedRows } = encodeRows(tokenizer, [row(3), row(7), row(5)], 1024);
    expect(shortenedRows).toBe(0);
    expect(sequences).toHaveLength(1);
    expect(learntTexts(sequences[0])).toEqual([
      "<say> Noted 0. <end>",
      "<say> Noted 1. <end>",
      "<say> Noted 2. <end>",
    ]);
  });

  test("a row that is too long is learnt decision by decision", () => {
    const { sequences, shortenedRows } = encodeRows(tokenizer, [longChat(12)], 200);
    expect(shortenedRows).toBe(1);
    expect(sequences.flatMap(learntTexts)).toHaveLength(12);
    for (const sequence of sequences) expect(sequence.tokens.length).toBeLessThanOrEqual(200);
  });
});

const orderTool: Tool = {
  type: "function",
  function: {
    name: "make_order",
    description: "Takes an order.",
    parameters: {
      type: "object",
      required: ["items"],
      properties: {
        items: { type: "array", items: { type: "object", properties: { name: { enum: ["oar", "sail"] } } } },
        day: { type: "string", format: "date" },
      },
    },
  },
};

function longChat(turns: number): Chat {
  const messages: Message[] = [
    {
      role: "system",
      content: "You rent boats and you are friendly. ".repeat(20) + "Today is Friday, 2026-03-06.",
    },
  ];
  for (let turn = 0; turn < turns; turn += 1) {
    messages.push({ role: "user", content: `boat number ${turn} please` });
    messages.push({ role: "assistant", content: `Noted ${turn}.` });
  }
  if (turns === 40) messages.pop();
  return { tools: [boatTool, orderTool], messages };
}

function show(tokens: Iterable<number>): string {
  return Array.from(tokens, (token) => {
    const mark = specialTokens.find((one) => tokenizer.special(one) === token);
    return mark ? ` ${mark}` : tokenizer.decode([token]);
  })
    .join("")
    .trim();
}

function learntTexts(
  sequence: { tokens: ArrayLike<number>; learn: ArrayLike<number> } | undefined,
): string[] {
  const texts: string[] = [];
  let stretch: number[] = [];
  for (let at = 0; at <= (sequence?.tokens.length ?? -1); at += 1) {
    if (sequence?.learn[at]) stretch.push(sequence.tokens[at] ?? 0);
    else if (stretch.length > 0) {
      texts.push(show(stretch));
      stretch = [];
    }
  }
  return texts;
}

function result(content: string): Message {
  return { role: "tool", tool_call_id: "call_1", content };
}
