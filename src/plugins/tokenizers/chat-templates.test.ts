import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  qwen3Renderer,
  referenceCounter,
  renderLlama31,
  renderQwen25,
} from "../../../test/support/tokenizer-references.ts";
import type { Message } from "../../domain/message.ts";
import type { Tool } from "../../domain/tool.ts";
import type { JsonObject } from "../../lib/json.ts";
import { tokenizers } from "./index.ts";
import type { Row, Tokenizer } from "./tokenizer.ts";

const system: Message = { role: "system", content: "You are Mia, the phone agent of Luigi's." };
const user: Message = { role: "user", content: "  Two large margheritas, please – to 12 Elm St.\n" };
const reply: Message = { role: "assistant", content: "Sure! Anything else?" };
const order = assistant(null, ['{"items":[{"name":"Margherita \\u00e9","size":"L","price":12.50}],"tip":0}']);
const result: Message = { role: "tool", tool_call_id: "1", content: '{"ok": true, "id": "A-77"}\n' };
const tools = [
  tool("create_order", "Places an order.", {
    items: { type: "array", items: { type: "object", properties: {} }, description: 'What "they" want' },
    size: { type: "string", enum: ["S", "L", "größer"] },
  }),
  tool("end_call", "Ends the call."),
];

/** Rows that every template can say: at most one tool call a message, a user's words first. */
const rows: readonly (readonly [about: string, row: Row])[] = [
  ["words alone", { tools: [], messages: [user, reply] }],
  ["a system message", { tools: [], messages: [system, user, reply] }],
  ["tools", { tools, messages: [user, reply] }],
  ["tools and a system message", { tools, messages: [system, user, reply] }],
  ["a tool call", { tools, messages: [system, user, order] }],
  ["a result", { tools, messages: [system, user, order, result, reply] }],
  [
    "results side by side",
    { tools, messages: [system, user, order, result, result, result, reply, user, reply] },
  ],
  ["results apart", { tools, messages: [system, user, order, result, order, result, reply] }],
  ["a system message in the middle", { tools, messages: [system, user, reply, system, user, reply] }],
  [
    "empty contents",
    { tools, messages: [{ ...system, content: "" }, { ...user, content: "" }, assistant("", [])] },
  ],
  ["a greeting first", { tools, messages: [system, reply, user, reply] }],
  ["a tool call first", { tools, messages: [system, order, result, reply, user, reply] }],
  ["a result first", { tools, messages: [result, user, reply] }],
  ["no arguments", { tools, messages: [system, user, assistant(null, ["{}"])] }],
  [
    "arguments that are no JSON",
    { tools, messages: [system, user, assistant(null, ['{"day": "mon']), result, reply] },
  ],
  [
    "a system message that ends in spaces",
    { tools, messages: [{ ...system, content: "Hi: \n " }, user, reply] },
  ],
];
/** What Llama's template refuses or leaves out, and Qwen's doesn't. */
const qwenRows: readonly (readonly [about: string, row: Row])[] = [
  [
    "two tool calls",
    { tools, messages: [system, user, assistant(null, ["{}", '{"a": [1,2]}']), result, result, reply] },
  ],
  ["words beside a tool call", { tools, messages: [system, user, assistant("One moment.", ["{}"])] }],
  [
    "thoughts",
    {
      tools,
      messages: [
        user,
        assistant("<think>\nHm.\n</think>\n\nYes?", []),
        user,
        assistant("<think>Ok</think>No", []),
      ],
    },
  ],
  [
    "thoughts before a tool call",
    { tools, messages: [user, assistant("<think>\n?\n</think>\n\n", ["{}"]), result, reply] },
  ],
  ["no user's words", { tools, messages: [system, reply] }],
  [
    "a result written as a user's words",
    { tools: [], messages: [user, { ...user, content: "<tool_response>\n</tool_response>" }, reply] },
  ],
];

const templates = [
  ["llama3", renderLlama31, referenceCounter("llama3"), rows],
  ["qwen25", renderQwen25, referenceCounter("qwen25"), [...rows, ...qwenRows]],
  ["qwen3", qwen3Renderer(), referenceCounter("qwen3"), [...rows, ...qwenRows]],
] as const;

describe.each(templates)(
  "a row of %s counts as the rendered text does",
  (name, render, countReference, ownRows) => {
    test.each(ownRows)("with %s", (_, row) => {
      expect(countRow(tokenizers[name], row)).toBe(countReference(render(row)));
    });

    test("whatever is said in it", () => {
      fc.assert(
        fc.property(anyRow(name === "llama3" ? 1 : 3), (row) => {
          expect(countRow(tokenizers[name], row)).toBe(countReference(render(row)));
        }),
        { numRuns: 150 },
      );
    });
  },
);

test("Llama's template takes one tool call a message, so several count as one message each", () => {
  const { countMessage } = tokenizers.llama3;
  const both = countMessage(assistant(null, ["{}", '{"a":1}']));
  expect(both).toBe(countMessage(assistant(null, ["{}"])) + countMessage(assistant(null, ['{"a":1}'])));
});

test("o200k counts a tool by the formula of OpenAI's cookbook", () => {
  const weather = tool("get_weather", "Gets the weather.", {
    unit: { type: "string", enum: ["C", "F"], description: "Unit." },
  });
  const { countText, countTools } = tokenizers.o200k;
  const texts =
    countText("get_weather:Gets the weather") +
    countText("unit:string:Unit") +
    countText("C") +
    countText("F");
  expect(countTools([weather])).toBe(texts + 7 + 3 + 3 - 3 + 3 + 3 + 12);
});

test("o200k counts three tokens a message and three for the reply's start", () => {
  const { countText, countMessage, countFrame } = tokenizers.o200k;
  expect(countMessage(reply)).toBe(3 + countText("assistant") + countText("Sure! Anything else?"));
  expect(countFrame({ hasTools: false, hasSystem: false })).toBe(3);
});

function countRow(tokenizer: Tokenizer, row: Row): number {
  const shape = { hasTools: row.tools.length > 0, hasSystem: row.messages[0]?.role === "system" };
  return (
    tokenizer.countFrame(shape) +
    (shape.hasTools ? tokenizer.countTools(row.tools) : 0) +
    row.messages.reduce((sum, message) => sum + tokenizer.countMessage(message), 0) +
    tokenizer.countJoins(row)
  );
}

function anyRow(mostToolCalls: number): fc.Arbitrary<Row> {
  const edge = fc.constantFrom(
    "",
    " ",
    "\n",
    "\n\n",
    ".",
    "?)\n",
    "'s",
    "\u00a0",
    "é",
    "7",
    "}",
    "\u0301",
    '"',
    "<",
  );
  const content = fc.tuple(edge, fc.lorem({ maxCount: 4 }), edge).map((parts) => parts.join(""));
  // Hugging Face's Jinja strips all white space where Qwen's template, in Python, strips line ends.
  const words = content.map((text) => text.trimStart());
  const value = fc.oneof(
    fc.string({ unit: "grapheme", maxLength: 8 }),
    fc.integer(),
    fc.boolean(),
    fc.constant(null),
    fc.constant([1, {}]),
  );
  const args = fc
    .dictionary(fc.constantFrom("day", "party size", "größe", 'x"y'), value)
    .map((made) => JSON.stringify(made));
  const toolCalls = fc.array(args, { minLength: 1, maxLength: mostToolCalls });
  const message: fc.Arbitrary<Message> = fc.oneof(
    content.map((text): Message => ({ role: "user", content: text })),
    words.map((text) => assistant(text, [])),
    toolCalls.map((calls) => assistant(null, calls)),
    content.map((text): Message => ({ role: "tool", tool_call_id: "1", content: text })),
  );
  return fc.record({
    tools: fc.subarray(tools),
    messages: fc
      .tuple(fc.option(content), fc.array(message, { maxLength: 7 }), words)
      .map(([head, rest, last]): Message[] => [
        ...(head === null ? [] : [{ role: "system" as const, content: head }]),
        ...rest,
        assistant(last, []),
      ]),
  });
}

function assistant(content: string | null, toolCallArguments: readonly string[]): Message {
  if (toolCallArguments.length === 0) return { role: "assistant", content };
  const made = toolCallArguments.map((text, index) => ({
    id: `call_${index}`,
    type: "function" as const,
    function: { name: "create_order", arguments: text },
  }));
  return { role: "assistant", content, tool_calls: made };
}

function tool(name: string, description: string, properties: Record<string, JsonObject> = {}): Tool {
  return { type: "function", function: { name, description, parameters: { type: "object", properties } } };
}
