import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Example } from "../../domain/example.ts";
import type { AssistantMessage, Message } from "../../domain/message.ts";
import type { Tool, ToolCall } from "../../domain/tool.ts";
import { UsageError } from "../../lib/errors.ts";
import type { JsonObject } from "../../lib/json.ts";
import type { Exporter } from "./exporter.ts";
import { exporters } from "./index.ts";

const table: readonly (readonly [string, Exporter])[] = Object.entries(exporters);
const inChatForm = table.filter(([name]) => name !== "sharegpt");
const withWeights = table.filter(([, exporter]) => exporter.holdsWeights);
const withoutWeights = table.filter(([, exporter]) => !exporter.holdsWeights);

describe.each(inChatForm)("%s", (_, exporter) => {
  test("gives back the example that was written", () => {
    fc.assert(
      fc.property(examples(), (example) => {
        expect(exporter.fromRow(reread(exporter.toRow(example)), example.id)).toEqual(example);
      }),
    );
  });
});

describe.each(table)("%s", (_, exporter) => {
  test("writes rows that keep to its own rules", () => {
    fc.assert(
      fc.property(examples({ inTurn: true }), (example) => {
        expect(errorsOf(exporter, exporter.toRow(example))).toEqual([]);
      }),
    );
  });

  test("leaves `tools` out where there are none, and puts the messages first", () => {
    const [first, ...others] = Object.keys(exporter.toRow({ ...booking, tools: [] }));
    expect(first).toMatch(/^(messages|conversations)$/);
    expect(others).not.toContain("tools");
  });

  test("needs the rows that its limits say", () => {
    const { minRows } = exporter.limits;
    const facts = { bytes: 1, keySets: new Map(), fieldTypes: new Map() };
    expect(exporter.checkFile({ ...facts, rows: minRows })).toEqual([]);
    expect(exporter.checkFile({ ...facts, rows: minRows - 1 }).map(({ rule }) => rule)).toEqual([
      "too-few-rows",
    ]);
  });

  test("finds a tool call that breaks the schema of its tool", () => {
    const broken = { ...booking, messages: [...booking.messages.slice(0, -1), callOf('{"people":"four"}')] };
    expect(errorsOf(exporter, exporter.toRow(broken))).toMatchObject([{ rule: "arguments-schema" }]);
  });

  test.each(["not json", "[1]", '"text"', ""])("refuses arguments that aren't an object: %j", (text) => {
    const broken = { ...booking, messages: [...booking.messages.slice(0, -1), callOf(text)] };
    expect(errorsOf(exporter, exporter.toRow(broken)).map(({ rule }) => rule)).toContain("arguments");
  });
});

describe.each(withWeights)("%s", (_, exporter) => {
  test("gives weight 0 to what goes before the reply of an example without weights", () => {
    const row = exporter.toRow(booking);
    expect(assistantsOf(row).map(({ weight }) => weight)).toEqual([0, undefined]);
  });

  test("gives back the weights of a whole call", () => {
    fc.assert(
      fc.property(examples({ weighted: true }), (example) => {
        expect(exporter.fromRow(reread(exporter.toRow(example)), example.id)).toEqual(example);
      }),
    );
  });

  test("reads a row without weights as one that teaches every reply", () => {
    const row = {
      messages: [
        said("user", "hello"),
        said("assistant", "hi"),
        said("user", "bye"),
        said("assistant", "bye"),
      ],
    };
    const example = exporter.fromRow(row, "x");
    expect(example.messages.flatMap((message) => ("weight" in message ? [message.weight] : []))).toEqual([
      1, 1,
    ]);
  });
});

describe.each(withoutWeights)("%s", (_, exporter) => {
  test("says that it can't hold weights rather than dropping them", () => {
    const weighted: Example = { ...booking, messages: [{ role: "assistant", content: "hi", weight: 1 }] };
    expect(() => exporter.toRow(weighted)).toThrow(UsageError);
  });
});

describe("what stands for the words of a message that is tool calls alone", () => {
  test.each([
    ["together", undefined],
    ["openai", null],
    ["fireworks", ""],
    ["hf", ""],
    ["hf-null", null],
    ["hf-absent", undefined],
  ] as const)("is in %s: %j", (name, content) => {
    expect(assistantsOf(exporters[name].toRow(booking)).at(-1)?.["content"]).toBe(content);
  });

  test("is nothing at all where the key is left out", () => {
    expect(assistantsOf(exporters.together.toRow(booking)).at(-1)).not.toHaveProperty("content");
  });
});

test("tool calls hold arguments as text for services and as objects for chat templates", () => {
  const argumentsIn = (exporter: Exporter) =>
    JSON.stringify(assistantsOf(exporter.toRow(booking)).at(-1)?.["tool_calls"]);
  expect(argumentsIn(exporters.together)).toContain('"arguments":"{\\"people\\":4}"');
  expect(argumentsIn(exporters.hf)).toContain('"arguments":{"people":4}');
});

const book: Tool = {
  type: "function",
  function: {
    name: "book",
    description: "Books a table.",
    parameters: {
      type: "object",
      properties: { people: { type: "integer" }, note: { type: "string" } },
      required: ["people"],
      additionalProperties: false,
    },
  },
};
const hangUp: Tool = { type: "function", function: { name: "hang_up", parameters: { type: "object" } } };

const booking: Example = {
  id: "call-1#3",
  tools: [book, hangUp],
  messages: [
    { role: "system", content: "You take bookings." },
    { role: "user", content: "hello" },
    { role: "assistant", content: "How can I help?" },
    { role: "user", content: "a table for four" },
    callOf('{"people":4}'),
  ],
};

function callOf(text: string): AssistantMessage {
  return { role: "assistant", content: null, tool_calls: [toolCall("call_1", "book", text)] };
}

function toolCall(id: string, name: string, text: string): ToolCall {
  return { id, type: "function", function: { name, arguments: text } };
}

function said(role: string, content: string): JsonObject {
  return { role, content };
}

function reread(row: JsonObject): JsonObject {
  return JSON.parse(JSON.stringify(row));
}

function errorsOf(exporter: Exporter, row: JsonObject) {
  return exporter.checkRow(row).filter(({ severity }) => severity === "error");
}

function assistantsOf(row: JsonObject): JsonObject[] {
  const messages: unknown = row["messages"];
  return Array.isArray(messages)
    ? messages.filter((message: JsonObject) => message["role"] === "assistant")
    : [];
}

/** Examples as builds make them; `inTurn` ones keep to the turns that every dialect can hold. */
function examples({ inTurn = false, weighted = false } = {}): fc.Arbitrary<Example> {
  const words = fc
    .string({ unit: "grapheme", minLength: 1, maxLength: 12 })
    .filter((text) => text.trim() !== "");
  const user = words.map((content): Message[] => [{ role: "user", content }]);
  const plain = words.map((content): Message[] => [{ role: "assistant", content }]);
  const used = fc.tuple(
    fc.option(words),
    fc.array(fc.tuple(fc.integer(), words), { minLength: 1, maxLength: 3 }),
  );
  const calls = used.map(
    ([content, made]): AssistantMessage => ({
      role: "assistant",
      content,
      tool_calls: made.map(([people, note], index) =>
        toolCall(`id-${index}`, "book", JSON.stringify({ people, note })),
      ),
    }),
  );
  const answered = fc
    .tuple(calls, words)
    .map(([message, result]): Message[] => [
      message,
      ...(message.tool_calls ?? []).map(
        ({ id }): Message => ({ role: "tool", tool_call_id: id, content: result }),
      ),
    ]);
  const turns = inTurn
    ? fc.array(fc.oneof(fc.tuple(user, plain), fc.tuple(user, answered, plain)), { maxLength: 4 })
    : fc.array(fc.tuple(fc.oneof(user, plain, answered)), { maxLength: 6 });
  const system = fc.option(words.map((content): Message => ({ role: "system", content })));
  return fc
    .tuple(
      system,
      turns,
      words,
      fc.oneof(
        calls,
        plain.map(([only]) => only),
      ),
      fc.infiniteStream(fc.constantFrom(0, 1)),
    )
    .map(([first, middle, asked, reply, weights]) => {
      const messages = [
        ...(first === null ? [] : [first]),
        ...middle.flat(2),
        { role: "user" as const, content: asked },
        ...(reply === undefined ? [] : [reply]),
      ];
      return {
        id: "call-7#4",
        tools: [book, hangUp],
        messages: weighted ? weigh(messages, weights) : messages,
      };
    });
}

/** Weights of a whole call; those that teach the last message alone are written as none, so one more is taught. */
function weigh(messages: readonly Message[], weights: Iterator<0 | 1 | number>): Message[] {
  const one: Message[] = [{ role: "assistant", content: "taught", weight: 1 }];
  return one.concat(
    messages.map((message) =>
      message.role === "assistant" ? { ...message, weight: weights.next().value === 0 ? 0 : 1 } : message,
    ),
  );
}
