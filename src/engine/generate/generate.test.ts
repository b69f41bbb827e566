import { describe, expect, test } from "vitest";
import {
  generatorOf,
  plainRequest,
  tokenizer,
  toolWith,
  wishFor,
  wishOf,
} from "../../../test/support/generation-requests.ts";
import type { AssistantMessage } from "../../domain/message.ts";
import type { Tool } from "../../domain/tool.ts";
import { UsageError } from "../../lib/errors.ts";
import type { Json, JsonObject } from "../../lib/json.ts";
import { homeTools, pizzaTools } from "../../samples/tools.ts";

describe("what the model wants and the tools allow is answered as it is", () => {
  test.each<[string, Tool[], AssistantMessage]>([
    ["words", pizzaTools, { role: "assistant", content: "Sure – a table for two, at 18:30?\nGrüße 😀" }],
    [
      "a call",
      pizzaTools,
      calls(["check_availability", { time: "18:30", date: "2028-02-29", party_size: 12 }]),
    ],
    [
      "words and two calls",
      homeTools,
      {
        ...calls(
          ["get_quote", { service: "plumbing", problem: "the sink leaks" }],
          ["end_call", { reason: "caller_done" }],
        ),
        content: "One moment.",
      },
    ],
    [
      "objects in lists",
      pizzaTools,
      calls([
        "create_order",
        {
          items: [
            { name: "Margherita", quantity: 2, size: "large" },
            { quantity: 1, name: "Tiramisu" },
          ],
          fulfilment: "pickup",
          customer_name: "Zoë O'Brien-名",
          phone: "+14155550101",
        },
      ]),
    ],
    [
      "values of every type",
      [
        toolWith("save", {
          n: { type: ["number", "null"] },
          flag: { type: "boolean" },
          any: {},
          o: { type: "object" },
          l: { type: "array" },
          text: { type: "string" },
        }),
      ],
      calls([
        "save",
        { n: -12.5, flag: true, any: [null, "x", { y: [] }], o: { a_key: 1 }, l: [[1], "b"], text: "42" },
      ]),
    ],
    ["a tool without arguments", [toolWith("stop_now", {})], calls(["stop_now", {}])],
  ])("%s", async (_, tools, message) => {
    const wish = wishOf(message);
    const generation = await generatorOf(wish).generate({ ...plainRequest, tools });
    expect(withoutIds(generation.message)).toEqual(withoutIds(message));
    expect(generation.finishReason).toBe(message.tool_calls ? "tool_calls" : "stop");
    expect(generation.usage.completionTokens).toBe(wish.length);
  });

  test("keys that look like numbers and __proto__ keep their place", async () => {
    const properties = JSON.parse('{"b":{},"1":{},"__proto__":{"type":"integer"}}') as JsonObject;
    const fields = (text: string) => wishFor("save", text).slice(0, -1);
    const name = fields("{}");
    const wish = [...fields('{"b":"x"}'), ...fields('{"1":"y","__proto__":3}').slice(name.length)];
    const generator = generatorOf([...wish, tokenizer.special("<end>")]);
    const generation = await generator.generate({ ...plainRequest, tools: [toolWith("save", properties)] });
    const text = '{"b":"x","1":"y","__proto__":3}';
    expect(generation.message.tool_calls?.[0]?.function.arguments).toBe(text);
  });
});

describe("what the tools don't allow becomes what comes nearest", () => {
  test.each<[string, JsonObject, string, string]>([
    [
      "an enum value that begins like another",
      { enum: ["New York", "New York City"] },
      "New York City",
      "New York City",
    ],
    ["the shorter of the two", { enum: ["New York City", "New York"] }, "New York", "New York"],
    ["a number in bounds", { type: "integer", minimum: 1, maximum: 60 }, "600", "60"],
    ["a multiple", { type: "integer", multipleOf: 15 }, "45", "45"],
    ["digits alone", { type: "string", pattern: "^\\d{5}$" }, "94107", "94107"],
    ["a short text", { type: "string", maxLength: 4 }, "caretaker", "care"],
    ["a price", { type: "number", minimum: 0 }, "12.50", "12.5"],
  ])("%s", async (_, schema, wanted, written) => {
    const wish = wishFor("save", JSON.stringify({ value: wanted }));
    const generation = await generatorOf(wish).generate({
      ...plainRequest,
      tools: [toolWith("save", { value: schema }, ["value"])],
    });
    const made = JSON.parse(generation.message.tool_calls?.[0]?.function.arguments ?? "{}") as JsonObject;
    expect(String(made["value"])).toBe(written);
  });

  test("a value that only the validator can judge is found in the caller's words", async () => {
    const code = { type: "string", pattern: "^(?=.*\\d)(?=.*[A-Z])[A-Z0-9]{6}$" };
    const generation = await generatorOf(wishFor("save", '{"code":"the code"}')).generate({
      ...plainRequest,
      messages: [{ role: "user", content: "It is AB12CD, thanks." }],
      tools: [toolWith("save", { code }, ["code"])],
    });
    expect(generation.message.tool_calls?.[0]?.function.arguments).toBe('{"code":"AB12CD"}');
  });

  test.each<[said: string, schema: JsonObject, wanted: string, written: Json]>([
    ["tomorrow please", { type: "string", format: "date" }, "2019-01-01", "2026-03-07"],
    ["at half past seven pm", { type: "string", pattern: "^\\d\\d:\\d\\d$" }, "11:11", "19:30"],
    ["for seven people", { type: "integer" }, "4444", 7],
    ["code four two one seven", { type: "string", pattern: "^BK-\\d{4}$" }, "BK-9999", "BK-4217"],
    ["no idea", { type: "integer" }, "4444", 4444],
  ])("a value of a form of its own is one that was said: %s", async (said, schema, wanted, written) => {
    const generation = await generatorOf(wishFor("save", JSON.stringify({ value: wanted }))).generate({
      ...plainRequest,
      messages: [
        { role: "system", content: "Today is Friday, 2026-03-06." },
        { role: "user", content: said },
      ],
      tools: [toolWith("save", { value: schema }, ["value"])],
    });
    expect(JSON.parse(generation.message.tool_calls?.[0]?.function.arguments ?? "{}")).toEqual({
      value: written,
    });
  });

  test("an optional value that can't be found is left out; a required one takes the call with it", async () => {
    const impossible = { type: "string", pattern: "^(a)\\1b$", maxLength: 2 };
    const wish = wishFor("save", '{"code":"x","note":"y"}');
    const optional = [toolWith("save", { code: impossible, note: { type: "string" } })];
    const required = [toolWith("save", { code: impossible, note: { type: "string" } }, ["code"])];
    const without = await generatorOf(wish).generate({ ...plainRequest, tools: optional, maxTokens: 100 });
    expect(without.message.tool_calls?.[0]?.function.arguments).not.toContain("code");
    const words = await generatorOf(wish).generate({ ...plainRequest, tools: required, maxTokens: 100 });
    expect(words.message.tool_calls).toBeUndefined();
    expect(words.message.content).not.toBe("");
    await expect(
      generatorOf(wish).generate({ ...plainRequest, tools: required, toolChoice: "required" }),
    ).rejects.toThrow(UsageError);
  });

  test("where a call is asked for, a value is invented before there is none, and the other tool tried", async () => {
    const hard = toolWith("hard", { code: { type: "string", pattern: "^(x)\\1$", maxLength: 1 } }, ["code"]);
    const easy = toolWith("easy", { code: { type: "string", pattern: "^(?=.*\\d)\\S{5,40}$" } }, ["code"]);
    const wish = wishFor("hard", '{"code":"none"}');
    const generation = await generatorOf(wish).generate({
      ...plainRequest,
      tools: [hard, easy],
      toolChoice: "required",
    });
    expect(generation.message.tool_calls?.map((call) => call.function.name)).toContain("easy");
  });
});

function calls(...made: readonly (readonly [string, JsonObject])[]): AssistantMessage {
  const toCall = ([name, args]: readonly [string, JsonObject], index: number) => ({
    id: `${index}`,
    type: "function" as const,
    function: { name, arguments: JSON.stringify(args) },
  });
  return { role: "assistant", content: null, tool_calls: made.map(toCall) };
}

function withoutIds(message: AssistantMessage) {
  return { ...message, tool_calls: message.tool_calls?.map((call) => call.function) };
}
