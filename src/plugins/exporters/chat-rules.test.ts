import { describe, expect, test } from "vitest";
import { agent, called, result, tool, user } from "../../../test/support/chat-rows.ts";
import type { JsonObject } from "../../lib/json.ts";
import { schemaChecks } from "./argument-schemas.ts";
import { type ExporterName, exporters } from "./index.ts";

const system = { role: "system", content: "Be brief." };
const text = { type: "text", text: "x" };
const image = { type: "image_url", image_url: { url: "https://example.com/a.png" } };
const functions = [{ name: "book", parameters: { type: "object" } }];
const functionCall = {
  role: "assistant",
  content: null,
  function_call: { name: "book", arguments: "{}" },
};
const functionResult = { role: "function", name: "book", content: "1" };

/** What a row is refused or warned for, by dialect; rules that all share are in together.test.ts. */
const cases: readonly (readonly [dialect: ExporterName, name: string, row: JsonObject, faults: string[]])[] =
  [
    ["openai", "parallel_tool_calls", { ...chat(), parallel_tool_calls: false }, []],
    ["openai", "names", chat({ name: "Ann" }), []],
    ["openai", "a developer message", messages({ role: "developer", content: "x" }, user, agent), []],
    ["openai", "an agent who begins", messages(agent, user, agent), []],
    ["openai", "a system message in the middle", messages(user, agent, system, user, agent), []],
    ["openai", "another column", { ...chat(), weight: 1 }, ["error extra-column"]],
    ["openai", "another key in a message", chat({ emotion: "calm" }), ["error extra-key"]],
    ["openai", "a weight of a caller's message", chat({ weight: 1 }), ["error extra-key"]],
    ["openai", "a thought", messages(user, { ...agent, reasoning_content: "x" }), ["error extra-key"]],
    ["openai", "a row that ends with the caller", messages(agent, user), ["error last-message"]],
    ["openai", "parts of the agent", messages(user, { ...agent, content: [text] }), []],
    ["openai", "parts of the system", messages({ ...system, content: [text] }, user, agent), []],
    ["openai", "an image by its address", messages({ ...user, content: [text, image] }, agent), []],
    [
      "openai",
      "an image of the agent",
      messages(user, { ...agent, content: [image] }),
      ["error content-part"],
    ],
    ["openai", "a result with a name", called({ id: "a" }, { ...result, name: "look_up" }), []],
    ["openai", "a refusal", messages(user, { role: "assistant", content: null, refusal: "no" }), []],
    ["openai", "a function call", { messages: [user, functionCall, functionResult, agent], functions }, []],
    ["openai", "a function call alone", { messages: [user, functionCall], functions }, []],
    [
      "openai",
      "a function that the row doesn't have",
      { messages: [user, functionCall], functions: [{ name: "other" }] },
      ["error unknown-tool"],
    ],
    [
      "openai",
      "a function call with an object",
      messages(user, { role: "assistant", function_call: { name: "book", arguments: {} } }),
      ["error arguments"],
    ],
    [
      "openai",
      "a function call that is text",
      messages(user, { role: "assistant", function_call: "book" }),
      ["error tool-call"],
    ],
    ["openai", "functions without a name", { ...chat(), functions: [{}] }, ["error tool"]],
    ["openai", "functions that are a text", { ...chat(), functions: "book" }, ["error functions"]],
    [
      "openai",
      "a function's result of no call",
      messages(user, functionResult, agent),
      ["error tool-message-unpaired"],
    ],
    [
      "openai",
      "parallel_tool_calls as text",
      { ...chat(), parallel_tool_calls: "no" },
      ["error parallel-tool-calls"],
    ],
    ["openai", "a preference", preference({ parallel_tool_calls: false }), []],
    ["openai", "a prompt and its completion", { prompt: "x", completion: "y" }, ["error missing-column"]],
    [
      "together",
      "a function call",
      messages(user, functionCall),
      ["error empty-assistant", "warning extra-key"],
    ],
    [
      "together",
      "a preference of OpenAI",
      preference({ parallel_tool_calls: false }),
      ["error extra-column"],
    ],
    ["fireworks", "a preference", preference(), []],
    ["fireworks", "a prompt and its completion", { prompt: "x", completion: "y" }, []],
    ["hf", "a text", { text: "x" }, []],
    [
      "together",
      "an endless weight of the row",
      { ...chat(), weight: Number.POSITIVE_INFINITY },
      ["error row-weight"],
    ],
    [
      "together",
      "arguments that nest without end",
      called({ id: "a" }, result, undefined, `{"city":${"[".repeat(1e5)}${"]".repeat(1e5)}}`),
      ["error arguments"],
    ],
    ["hf", "an image of the template", messages({ ...user, content: [{ type: "image" }, text] }, agent), []],
    [
      "openai",
      "a result without an id",
      called({ id: "a" }, { role: "tool", content: "1" }),
      ["error missing-tool-call-id"],
    ],
    [
      "openai",
      "a call without an id",
      called({}, { role: "tool", tool_call_id: "a", content: "1" }),
      ["error missing-id"],
    ],
    ["fireworks", "weights", messages({ ...user, weight: 0 }, { ...agent, weight: 1 }), []],
    [
      "fireworks",
      "a system message in the middle",
      messages(user, agent, system, user, agent),
      ["error late-system"],
    ],
    ["fireworks", "an agent who begins", messages(agent, user, agent), []],
    ["together", "an agent who begins", messages(agent, user, agent), []],
    ["together", "two callers in a row", messages(user, user, agent), ["warning turn-taking"]],
    [
      "fireworks",
      "a caller after a result",
      called({ id: "a" }, result, user),
      ["warning no-words", "warning turn-taking"],
    ],
    ["fireworks", "a message without words", called({ id: "a" }, result), ["warning no-words"]],
    ["fireworks", "a row that ends with the caller", messages(agent, user), ["error last-message"]],
    ["fireworks", "another column", { ...chat(), id: 1 }, ["warning extra-column"]],
    ["hf", "arguments as an object", called({ id: "a" }, result, undefined, { city: "x" }), []],
    ["hf", "arguments as text", called({ id: "a" }, result), ["error arguments"]],
    [
      "hf",
      "ids that are missing",
      called({}, { role: "tool", content: "1" }, undefined, { city: "x" }),
      ["warning missing-tool-call-id", "warning missing-id"],
    ],
    ["hf", "a weight", messages(user, { ...agent, weight: 1 }), ["warning extra-key"]],
    ["hf", "settings of the template", { ...chat(), chat_template_kwargs: { enable_thinking: false } }, []],
  ];

describe("the rules of each dialect", () => {
  test.each(cases)("of %s find in %s: %#", (dialect, _, row, faults) => {
    const found = exporters[dialect].checkRow(row).map(({ severity, rule }) => `${severity} ${rule}`);
    expect(found.sort()).toEqual([...faults].sort());
  });

  test("read a schema of draft 2020-12, and one with an id, again and again", () => {
    const row = (size: number) => ({
      ...called({ id: "a" }, result, undefined, `{"sizes":[${size}]}`),
      tools: [
        tool({
          $schema: "https://json-schema.org/draft/2020-12/schema",
          $id: "https://example.com/sizes",
          properties: { sizes: { prefixItems: [{ maximum: 3 }] } },
        }),
      ],
    });
    expect(exporters.together.checkRow(row(3))).toEqual([]);
    expect(exporters.together.checkRow(row(4)).map(({ rule }) => rule)).toEqual(["arguments-schema"]);
  });

  test("know formats", () => {
    const row = (date: string) => ({
      ...called({ id: "a" }, result, undefined, JSON.stringify({ date })),
      tools: [tool({ properties: { date: { type: "string", format: "date" } } })],
    });
    expect(exporters.together.checkRow(row("2026-03-02"))).toEqual([]);
    expect(exporters.together.checkRow(row("tomorrow"))).toHaveLength(1);
  });

  test("stay right when so many schemas come that old ones are forgotten", () => {
    const checkFor = schemaChecks(3);
    for (const size of [1, 2, 3, 4, 5, 1, 2]) {
      const check = checkFor({ properties: { size: { maximum: size } } });
      expect([check?.({ size }), check?.({ size: size + 1 })]).toEqual([null, `'size' must be <= ${size}`]);
    }
  });

  test("name only the first of many tools", () => {
    const tools = Array.from({ length: 30 }, (_, index) => ({
      type: "function",
      function: { name: `tool_${index}` },
    }));
    const [fault] = exporters.together.checkRow({ ...called({ id: "a" }, result), tools });
    expect(fault?.sentence).toMatch(/tool_9 and 20 more$/);
  });
});

function messages(...listed: JsonObject[]): JsonObject {
  return { messages: listed };
}

function chat(more: JsonObject = {}): JsonObject {
  return messages({ ...user, ...more }, agent);
}

function preference(input: JsonObject = {}): JsonObject {
  return { input: { messages: [user], ...input }, preferred_output: [agent], non_preferred_output: [agent] };
}
