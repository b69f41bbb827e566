import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { AssistantMessage, Message } from "../../domain/message.ts";
import type { Tool } from "../../domain/tool.ts";
import type { Json, JsonObject } from "../../lib/json.ts";
import { type Chat, encodePrompt } from "./prompt.ts";
import { decodeReply, encodeReply } from "./reply.ts";
import { encodeRows } from "./rows.ts";
import { identifierWords, splitWords } from "./split-words.ts";
import { createTokenizer, specialTokens } from "./tokenizer.ts";
import { tagsOf } from "./tool-tags.ts";
import { trainPieces } from "./train-pieces.ts";

const prose = `the caller would like to rent a boat on the lake for the whole day and asks what it costs Maria maria Lopez
  renting boats create rental customer name quantity items notes number of people`;
const tokenizer = createTokenizer(
  trainPieces({ words: counted(`${prose} ${prose} ${prose}`), merges: 150, capitals: 20 }),
);

describe("tokenizer", () => {
  test("any text comes back", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        expect(tokenizer.decode(tokenizer.encode(text))).toBe(text);
      }),
      { numRuns: 2000 },
    );
  });

  test("the same words give the same pieces, in whatever order they are counted", () => {
    const words = counted(prose);
    const reversed = new Map([...words].reverse());
    expect(trainPieces({ words: reversed, merges: 90, capitals: 9 })).toEqual(
      trainPieces({ words, merges: 90, capitals: 9 }),
    );
  });

  test("a capital doesn't move the cuts of a word", () => {
    const pieces = (text: string) => tokenizer.encode(text).map((token) => tokenizer.pieceOf(token));
    expect(pieces(" Maria").map((piece) => piece?.toLowerCase())).toEqual(pieces(" maria"));
  });

  test("digits are single, and the space before them too", () => {
    expect(tokenizer.encode(" 1984")).toHaveLength(5);
  });

  test("special tokens have no text", () => {
    expect(
      tokenizer.decode([tokenizer.special("<user>"), ...tokenizer.encode("hi"), tokenizer.special("<end>")]),
    ).toBe("hi");
    expect(tokenizer.pieceOf(tokenizer.special("<call>"))).toBeNull();
  });
});

test.each([
  ["create_booking", "create booking"],
  ["createBooking", "create booking"],
  ["SearchOnewayFlight", "search oneway flight"],
  ["get-URL.v2", "get url v2"],
  ["HTTPServer", "http server"],
])("%s reads %s", (identifier, words) => expect(identifierWords(identifier)).toBe(words));

describe("replies", () => {
  test("arguments of any shape come back", () => {
    fc.assert(
      fc.property(fields(), (drawn) => {
        const args = plain(drawn);
        const tool = toolFor(args);
        const message = calling("rent_boat", args);
        const reply = decodeReply(tokenizer, encoded(message, [tool]), [tool]);
        expect(reply.content).toBeNull();
        expect(reply.calls.map((call) => JSON.parse(call.arguments))).toEqual([args]);
      }),
      { numRuns: 2000 },
    );
  });

  test("words and several calls stand in one reply", () => {
    const message: AssistantMessage = {
      role: "assistant",
      content: "One moment.",
      tool_calls: [call("rent_boat", '{"people":4}'), call("list_docks", "{}")],
    };
    expect(decodeReply(tokenizer, encoded(message, [boatTool]), [boatTool])).toEqual({
      content: "One moment.",
      calls: [
        { name: "rent_boat", arguments: '{"people":4}' },
        { name: "list_docks", arguments: "{}" },
      ],
    });
  });

  test("arguments that aren't JSON stand as text", () => {
    const message: AssistantMessage = {
      role: "assistant",
      content: null,
      tool_calls: [call("rent_boat", "{people: 4")],
    };
    expect(decodeReply(tokenizer, encoded(message, [boatTool]), [boatTool]).calls).toEqual([
      { name: "rent_boat", arguments: "{people: 4" },
    ]);
  });
});

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

const boatTool: Tool = {
  type: "function",
  function: {
    name: "rent_boat",
    parameters: { type: "object", properties: { people: { type: "integer" } } },
  },
};

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

function encoded(message: AssistantMessage, tools: readonly Tool[]): number[] {
  return encodeReply(tokenizer, message, tagsOf(tokenizer, tools));
}

function call(name: string, args: string) {
  return { id: "call_1", type: "function" as const, function: { name, arguments: args } };
}

function calling(name: string, fields: JsonObject): AssistantMessage {
  return { role: "assistant", content: null, tool_calls: [call(name, JSON.stringify(fields))] };
}

function result(content: string): Message {
  return { role: "tool", tool_call_id: "call_1", content };
}

function counted(text: string): Map<string, number> {
  const words = new Map<string, number>();
  for (const word of splitWords(text)) words.set(word, (words.get(word) ?? 0) + 1);
  return words;
}

/** Keys that the words of an identifier lead back to. */
function key() {
  return fc.stringMatching(/^[a-z]{1,6}(_[a-z]{1,6}){0,2}$/);
}

/** Objects whose schema says what each value is. */
function fields(): fc.Arbitrary<JsonObject> {
  const leaf = fc.oneof(
    fc.string({ unit: "grapheme" }),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.boolean(),
  );
  const lists = fc.oneof(fc.array(fc.string()), fc.array(fc.integer()), fc.array(fc.array(fc.boolean())));
  const { object } = fc.letrec<{ object: JsonObject }>((tie) => ({
    object: fc.dictionary(
      key(),
      fc.oneof({ depthSize: "small" }, leaf, lists, tie("object"), fc.array(fc.string().map((a) => ({ a })))),
    ) as fc.Arbitrary<JsonObject>,
  }));
  return object;
}

/** What JSON can write and read back. */
function plain(fields: JsonObject): JsonObject {
  return JSON.parse(JSON.stringify(fields).replaceAll("-0", "0"));
}

function toolFor(fields: JsonObject): Tool {
  return { type: "function", function: { name: "rent_boat", parameters: schemaFor(fields) } };
}

/** The schema that says of each value what it is. */
function schemaFor(value: Json): JsonObject {
  if (typeof value === "string") return { type: "string" };
  if (Array.isArray(value)) {
    const items = value.map((item) => schemaFor(item));
    return {
      type: "array",
      items:
        new Set(items.map((item) => JSON.stringify(item))).size === 1 ? (items[0] ?? {}) : { type: "string" },
    };
  }
  if (typeof value !== "object" || value === null) return {};
  return {
    type: "object",
    properties: Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, schemaFor(inner)])),
  };
}
