import { describe, expect, test } from "vitest";
import { hashDecoder } from "../../../test/support/hash-decoder.ts";
import { smallTokenizer } from "../../../test/support/small-tokenizer.ts";
import { wishfulDecoder } from "../../../test/support/wishful-decoder.ts";
import type { AssistantMessage, Message } from "../../domain/message.ts";
import type { Tool } from "../../domain/tool.ts";
import { UsageError } from "../../lib/errors.ts";
import type { JsonObject } from "../../lib/json.ts";
import { homeTools, pizzaTools } from "../../samples/tools.ts";
import { encodeReply } from "../text/reply.ts";
import { createGenerator } from "./create-generator.ts";
import type { Generation, GenerationDelta, GenerationRequest } from "./generator.ts";

const tokenizer = smallTokenizer(JSON.stringify([pizzaTools, homeTools]), 200);

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
        tool("save", {
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
    ["a tool without arguments", [tool("stop_now", {})], calls(["stop_now", {}])],
  ])("%s", async (_, tools, message) => {
    const wish = [...encodeReply(tokenizer, message), tokenizer.special("<end>")];
    const generation = await generatorOf(wish).generate({ ...plain, tools });
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
    const generation = await generator.generate({ ...plain, tools: [tool("save", properties)] });
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
      ...plain,
      tools: [tool("save", { value: schema }, ["value"])],
    });
    const made = JSON.parse(generation.message.tool_calls?.[0]?.function.arguments ?? "{}") as JsonObject;
    expect(String(made["value"])).toBe(written);
  });

  test("a value that only the validator can judge is found in the caller's words", async () => {
    const code = { type: "string", pattern: "^(?=.*\\d)(?=.*[A-Z])[A-Z0-9]{6}$" };
    const generation = await generatorOf(wishFor("save", '{"code":"the code"}')).generate({
      ...plain,
      messages: [{ role: "user", content: "It is AB12CD, thanks." }],
      tools: [tool("save", { code }, ["code"])],
    });
    expect(generation.message.tool_calls?.[0]?.function.arguments).toBe('{"code":"AB12CD"}');
  });

  test("an optional value that can't be found is left out; a required one takes the call with it", async () => {
    const impossible = { type: "string", pattern: "^(a)\\1b$", maxLength: 2 };
    const wish = wishFor("save", '{"code":"x","note":"y"}');
    const optional = [tool("save", { code: impossible, note: { type: "string" } })];
    const required = [tool("save", { code: impossible, note: { type: "string" } }, ["code"])];
    const without = await generatorOf(wish).generate({ ...plain, tools: optional, maxTokens: 100 });
    expect(without.message.tool_calls?.[0]?.function.arguments).not.toContain("code");
    const words = await generatorOf(wish).generate({ ...plain, tools: required, maxTokens: 100 });
    expect(words.message.tool_calls).toBeUndefined();
    expect(words.message.content).not.toBe("");
    await expect(
      generatorOf(wish).generate({ ...plain, tools: required, toolChoice: "required" }),
    ).rejects.toThrow(UsageError);
  });

  test("where a call is asked for, a value is invented before there is none, and the other tool tried", async () => {
    const hard = tool("hard", { code: { type: "string", pattern: "^(x)\\1$", maxLength: 1 } }, ["code"]);
    const easy = tool("easy", { code: { type: "string", pattern: "^(?=.*\\d)\\S{5,40}$" } }, ["code"]);
    const wish = wishFor("hard", '{"code":"none"}');
    const generation = await generatorOf(wish).generate({
      ...plain,
      tools: [hard, easy],
      toolChoice: "required",
    });
    expect(generation.message.tool_calls?.map((call) => call.function.name)).toContain("easy");
  });
});

describe("names", () => {
  test("of two tools or keys with the same words each can be meant", async () => {
    const tools = [tool("book_table", { party_size: {}, partySize: {} }), tool("bookTable", { x: {} })];
    const both = await generatorOf(wishFor("book_table", '{"party_size":1,"partySize":2}')).generate({
      ...plain,
      tools,
    });
    expect(both.message.tool_calls?.[0]?.function).toEqual({
      name: "book_table",
      arguments: '{"party_size":1,"partySize":2}',
    });
    const second = await generatorOf(wishFor("bookTable", '{"x":1}')).generate({
      ...plain,
      tools,
      toolChoice: { name: "bookTable" },
    });
    expect(second.message.tool_calls?.[0]?.function).toEqual({ name: "bookTable", arguments: '{"x":1}' });
  });

  test.each(["get", "get_menu", "get_menu_items"])("a name that begins like others is %s", async (name) => {
    const tools = ["get", "get_menu", "get_menu_items"].map((one) => tool(one, {}));
    const generation = await generatorOf(wishFor(name, "{}")).generate({ ...plain, tools });
    expect(generation.message.tool_calls?.[0]?.function.name).toBe(name);
  });

  test("a name without a letter is a name", async () => {
    const generation = await generatorOf(wishFor("___", "{}")).generate({
      ...plain,
      tools: [tool("___", {})],
    });
    expect(generation.message.tool_calls?.[0]?.function.name).toBe("___");
  });

  test("a choice that can't be kept is refused", async () => {
    const ask = (request: Partial<GenerationRequest>) => generatorOf([]).generate({ ...plain, ...request });
    await expect(ask({ toolChoice: "required" })).rejects.toThrow(UsageError);
    await expect(ask({ toolChoice: { name: "other" }, tools: pizzaTools })).rejects.toThrow(UsageError);
    await expect(ask({ tools: [tool("broken", { x: { $ref: "#/nowhere" } })] })).rejects.toThrow(
      'tool "broken"',
    );
  });
});

describe("ends", () => {
  const message: AssistantMessage = { role: "assistant", content: "Hello there, how are you?" };
  const wish = [...encodeReply(tokenizer, message), tokenizer.special("<end>")];

  test("content ends before a stop string, and none of it is seen", async () => {
    const deltas: GenerationDelta[] = [];
    const request = { ...plain, stop: ["are yes", "ow a", "you"] };
    const generation = await generatorOf(wish).generate(request, (delta) => deltas.push(delta));
    expect(generation).toMatchObject({ message: { content: "Hello there, h" }, finishReason: "stop" });
    expect(deltas.map((delta) => ("text" in delta ? delta.text : "")).join("")).toBe("Hello there, h");
  });

  test("a limit cuts words and says so", async () => {
    const generation = await generatorOf(wish).generate({ ...plain, maxTokens: 4 });
    expect(generation.finishReason).toBe("length");
    expect(generation.usage.completionTokens).toBe(4);
    expect(message.content?.startsWith(generation.message.content ?? "?")).toBe(true);
  });

  test("a limit drops a call that could still fail, and closes one that couldn't", async () => {
    const text = '{"department":"manager","reason":"a long story about bread and tea"}';
    const ask = (maxTokens: number) =>
      generatorOf(wishFor("transfer_to_human", text)).generate({ ...plain, tools: pizzaTools, maxTokens });
    const early = await ask(8);
    expect(early).toMatchObject({ message: { role: "assistant", content: "" }, finishReason: "length" });
    const late = await ask(wishFor("transfer_to_human", text).length - 3);
    expect(late.finishReason).toBe("length");
    expect(late.message.tool_calls?.[0]?.function.arguments).toBe('{"department":"manager"}');
  });

  test("the context is a limit too", async () => {
    const decoder = hashDecoder({ size: tokenizer.size, seed: 1, marks: 0 });
    const generator = createGenerator({ name: "endless", context: 128, tokenizer, decoder });
    const { usage, finishReason } = await generator.generate({
      ...plain,
      tools: pizzaTools,
      toolChoice: "none",
    });
    expect(usage.promptTokens + usage.completionTokens).toBe(128);
    expect(finishReason).toBe("length");
  });

  test("an abort ends the generation and lets the next one in", async () => {
    const controller = new AbortController();
    const generator = generatorOf(wish);
    const first = generator.generate({ ...plain, signal: controller.signal }, () =>
      controller.abort(new Error("enough")),
    );
    const second = generator.generate(plain);
    await expect(first).rejects.toThrow("enough");
    expect((await second).message).toEqual(message);
    await generator.close();
  });
});

describe("hostile schemas end in bounded work", () => {
  const tree = { type: "object", properties: { child: { $ref: "#/$defs/tree" } }, required: ["child"] };
  const choices = Array.from({ length: 5000 }, (_, index) => `choice ${index} of many`);
  const deep = Array.from({ length: 40 }).reduce<JsonObject>(
    (inner) => ({ type: "object", properties: { x: inner }, required: ["x"] }),
    { type: "string" },
  );
  const wide: JsonObject = {
    anyOf: Array.from({ length: 30 }, () => ({
      anyOf: Array.from({ length: 30 }, () => ({
        anyOf: choices.slice(0, 30).map((value) => ({ const: value })),
      })),
    })),
  };
  test.each<[string, JsonObject]>([
    ["an endless tree", { ...parameters({ root: { $ref: "#/$defs/tree" } }, ["root"]), $defs: { tree } }],
    [
      "a loop of references",
      {
        ...parameters({ x: { $ref: "#/$defs/a" } }),
        $defs: { a: { $ref: "#/$defs/b" }, b: { $ref: "#/$defs/a" } },
      },
    ],
    ["forty objects in each other", parameters({ deep }, ["deep"])],
    ["five thousand choices", parameters({ choice: { enum: choices } }, ["choice"])],
    ["27,000 alternatives", parameters({ wide }, ["wide"])],
    ["contradictions", parameters({ x: { type: "string", minLength: 5, maxLength: 4 } }, ["x"])],
    ["a false schema", { type: "object", properties: { x: false }, required: ["x"] }],
    [
      "a required key that is forbidden",
      { type: "object", properties: {}, required: ["y"], additionalProperties: false },
    ],
    ["a huge count", parameters({ x: { type: "string", pattern: "^(a{1,900}){900}$" } }, ["x"])],
    [
      "a list that can't be long enough",
      parameters({ x: { type: "array", items: { enum: ["a"] }, uniqueItems: true, minItems: 3 } }, ["x"]),
    ],
    [
      "a hundred impossible keys",
      parameters(
        Object.fromEntries(
          choices.slice(0, 100).map((key) => [key, { type: "string", pattern: "^(a)\\1b$", maxLength: 2 }]),
        ),
      ),
    ],
  ])("%s", async (_, schema) => {
    for (const toolChoice of ["auto", "required"] as const) {
      const decoder = hashDecoder({ size: tokenizer.size, seed: 5, marks: 0.4 });
      const generator = createGenerator({ name: "hostile", context: 1024, tokenizer, decoder });
      const tools = [{ type: "function" as const, function: { name: "hostile", parameters: schema } }];
      const answer = await generator
        .generate({ ...plain, tools, toolChoice })
        .catch((error: unknown) => error);
      if (!isGeneration(answer)) expect(answer).toBeInstanceOf(UsageError);
      expect(decoder.fed).toBeLessThan(200_000);
    }
  });
});

describe("many requests", () => {
  const message: AssistantMessage = { role: "assistant", content: "Hello there" };
  const wish = [...encodeReply(tokenizer, message), tokenizer.special("<end>")];

  test("wait for one another", async () => {
    const decoder = wishfulDecoder(tokenizer, wish);
    const generator = createGenerator({ name: "wishful", context: 1024, tokenizer, decoder });
    await Promise.all([1, 2, 3].map(() => generator.generate(plain)));
    expect(decoder.together).toBe(1);
  });

  test("the next turn of a call reads only what is new", async () => {
    const decoder = wishfulDecoder(tokenizer, wish);
    const generator = createGenerator({ name: "wishful", context: 1024, tokenizer, decoder });
    const first = await generator.generate({ ...plain, tools: pizzaTools });
    const before = decoder.fed;
    const messages: Message[] = [...plain.messages, message, { role: "user", content: "bye" }];
    const second = await generator.generate({ ...plain, tools: pizzaTools, messages });
    expect(second.usage.promptTokens).toBeGreaterThan(first.usage.promptTokens);
    expect(decoder.fed - before).toBeLessThan(20 + wish.length);
  });

  test("one seed, one answer; others differ; ids are unique and look like OpenAI's", async () => {
    const ask = async (seed: number | null) => {
      const decoder = hashDecoder({ size: tokenizer.size, seed: 3, marks: 0.3 });
      const generator = createGenerator({ name: "hash", context: 1024, tokenizer, decoder });
      const request = { ...plain, tools: homeTools, toolChoice: "required" as const, temperature: 1, seed };
      return [await generator.generate(request), await generator.generate(request)];
    };
    const [seven, same] = await ask(7);
    expect(same).toEqual(seven);
    const [again, eight, free] = [(await ask(7))[0], (await ask(8))[0], await ask(null)];
    expect(again).toEqual(seven);
    expect(eight?.message).not.toEqual(seven?.message);
    expect(free[0]?.message).not.toEqual(free[1]?.message);
    for (const call of seven?.message.tool_calls ?? []) expect(call.id).toMatch(/^call_[A-Za-z0-9]{24}$/);
  });
});

const plain: GenerationRequest = {
  messages: [{ role: "user", content: "hello" }],
  tools: [],
  toolChoice: "auto",
  parallelToolCalls: true,
  maxTokens: null,
  temperature: 0,
  topP: 1,
  seed: null,
  stop: [],
};

function generatorOf(wish: readonly number[]) {
  return createGenerator({
    name: "wishful",
    context: 1024,
    tokenizer,
    decoder: wishfulDecoder(tokenizer, wish),
  });
}

function calls(...made: readonly (readonly [string, JsonObject])[]): AssistantMessage {
  const toCall = ([name, args]: readonly [string, JsonObject], index: number) => ({
    id: `${index}`,
    type: "function" as const,
    function: { name, arguments: JSON.stringify(args) },
  });
  return { role: "assistant", content: null, tool_calls: made.map(toCall) };
}

function wishFor(name: string, text: string): number[] {
  const call = { id: "0", type: "function" as const, function: { name, arguments: text } };
  const message: AssistantMessage = { role: "assistant", content: null, tool_calls: [call] };
  return [...encodeReply(tokenizer, message), tokenizer.special("<end>")];
}

function withoutIds(message: AssistantMessage) {
  return { ...message, tool_calls: message.tool_calls?.map((call) => call.function) };
}

function tool(name: string, properties: JsonObject, required: readonly string[] = []): Tool {
  return { type: "function", function: { name, parameters: parameters(properties, required) } };
}

function parameters(properties: JsonObject, required: readonly string[] = []): JsonObject {
  return { type: "object", properties, required };
}

function isGeneration(answer: unknown): answer is Generation {
  return typeof answer === "object" && answer !== null && "usage" in answer;
}
