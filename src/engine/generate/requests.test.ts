import { describe, expect, test } from "vitest";
import {
  generatorOf,
  plainRequest,
  tokenizer,
  toolWith,
  wishFor,
  wishOf,
} from "../../../test/support/generation-requests.ts";
import { hashDecoder } from "../../../test/support/hash-decoder.ts";
import { wishfulDecoder } from "../../../test/support/wishful-decoder.ts";
import type { AssistantMessage, Message } from "../../domain/message.ts";
import { UsageError } from "../../lib/errors.ts";
import { homeTools, pizzaTools } from "../../samples/tools.ts";
import { createGenerator } from "./create-generator.ts";
import type { GenerationDelta, GenerationRequest } from "./generator.ts";

describe("names", () => {
  test("of two tools or keys with the same words each can be meant", async () => {
    const tools = [
      toolWith("book_table", { party_size: {}, partySize: {} }),
      toolWith("bookTable", { x: {} }),
    ];
    const both = await generatorOf(wishFor("book_table", '{"party_size":1,"partySize":2}')).generate({
      ...plainRequest,
      tools,
    });
    expect(both.message.tool_calls?.[0]?.function).toEqual({
      name: "book_table",
      arguments: '{"party_size":1,"partySize":2}',
    });
    const second = await generatorOf(wishFor("bookTable", '{"x":1}')).generate({
      ...plainRequest,
      tools,
      toolChoice: { name: "bookTable" },
    });
    expect(second.message.tool_calls?.[0]?.function).toEqual({ name: "bookTable", arguments: '{"x":1}' });
  });

  test.each(["get", "get_menu", "get_menu_items"])("a name that begins like others is %s", async (name) => {
    const tools = ["get", "get_menu", "get_menu_items"].map((one) => toolWith(one, {}));
    const generation = await generatorOf(wishFor(name, "{}")).generate({ ...plainRequest, tools });
    expect(generation.message.tool_calls?.[0]?.function.name).toBe(name);
  });

  test("a name without a letter is a name", async () => {
    const generation = await generatorOf(wishFor("___", "{}")).generate({
      ...plainRequest,
      tools: [toolWith("___", {})],
    });
    expect(generation.message.tool_calls?.[0]?.function.name).toBe("___");
  });

  test("a choice that can't be kept is refused", async () => {
    const ask = (request: Partial<GenerationRequest>) =>
      generatorOf([]).generate({ ...plainRequest, ...request });
    await expect(ask({ toolChoice: "required" })).rejects.toThrow(UsageError);
    await expect(ask({ toolChoice: { name: "other" }, tools: pizzaTools })).rejects.toThrow(UsageError);
    await expect(ask({ tools: [toolWith("broken", { x: { $ref: "#/nowhere" } })] })).rejects.toThrow(
      'tool "broken"',
    );
  });
});

describe("ends", () => {
  const message: AssistantMessage = { role: "assistant", content: "Hello there, how are you?" };
  const wish = wishOf(message);

  test("content ends before a stop string, and none of it is seen", async () => {
    const deltas: GenerationDelta[] = [];
    const request = { ...plainRequest, stop: ["are yes", "ow a", "you"] };
    const generation = await generatorOf(wish).generate(request, (delta) => deltas.push(delta));
    expect(generation).toMatchObject({ message: { content: "Hello there, h" }, finishReason: "stop" });
    expect(deltas.map((delta) => ("text" in delta ? delta.text : "")).join("")).toBe("Hello there, h");
  });

  test("a limit cuts words and says so", async () => {
    const generation = await generatorOf(wish).generate({ ...plainRequest, maxTokens: 4 });
    expect(generation.finishReason).toBe("length");
    expect(generation.usage.completionTokens).toBe(4);
    expect(message.content?.startsWith(generation.message.content ?? "?")).toBe(true);
  });

  test("a limit drops a call that could still fail, and closes one that couldn't", async () => {
    const text = '{"department":"manager","reason":"a long story about bread and tea"}';
    const ask = (maxTokens: number) =>
      generatorOf(wishFor("transfer_to_human", text)).generate({
        ...plainRequest,
        tools: pizzaTools,
        maxTokens,
      });
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
      ...plainRequest,
      tools: pizzaTools,
      toolChoice: "none",
    });
    expect(usage.promptTokens + usage.completionTokens).toBe(128);
    expect(finishReason).toBe("length");
  });

  test("an abort ends the generation and lets the next one in", async () => {
    const controller = new AbortController();
    const generator = generatorOf(wish);
    const first = generator.generate({ ...plainRequest, signal: controller.signal }, () =>
      controller.abort(new Error("enough")),
    );
    const second = generator.generate(plainRequest);
    await expect(first).rejects.toThrow("enough");
    expect((await second).message).toEqual(message);
    await generator.close();
  });
});

describe("many requests", () => {
  const message: AssistantMessage = { role: "assistant", content: "Hello there" };
  const wish = wishOf(message);

  test("wait for one another", async () => {
    const decoder = wishfulDecoder(tokenizer, wish);
    const generator = createGenerator({ name: "wishful", context: 1024, tokenizer, decoder });
    await Promise.all([1, 2, 3].map(() => generator.generate(plainRequest)));
    expect(decoder.together).toBe(1);
  });

  test("the next turn of a call reads only what is new", async () => {
    const decoder = wishfulDecoder(tokenizer, wish);
    const generator = createGenerator({ name: "wishful", context: 1024, tokenizer, decoder });
    const first = await generator.generate({ ...plainRequest, tools: pizzaTools });
    const before = decoder.fed;
    const messages: Message[] = [...plainRequest.messages, message, { role: "user", content: "bye" }];
    const second = await generator.generate({ ...plainRequest, tools: pizzaTools, messages });
    expect(second.usage.promptTokens).toBeGreaterThan(first.usage.promptTokens);
    expect(decoder.fed - before).toBeLessThan(20 + wish.length);
  });

  test("one seed, one answer; others differ; ids are unique and look like OpenAI's", async () => {
    const ask = async (seed: number | null) => {
      const decoder = hashDecoder({ size: tokenizer.size, seed: 3, marks: 0.3 });
      const generator = createGenerator({ name: "hash", context: 1024, tokenizer, decoder });
      const request = {
        ...plainRequest,
        tools: homeTools,
        toolChoice: "required" as const,
        temperature: 1,
        seed,
      };
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
