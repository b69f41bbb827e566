import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Message } from "../../domain/message.ts";
import type { Tool } from "../../domain/tool.ts";
import { type TokenizerName, tokenizerFor, tokenizers } from "./index.ts";

const names = Object.keys(tokenizers) as readonly TokenizerName[];

describe.each(names)("%s", (name) => {
  const tokenizer = tokenizers[name];

  test("says what it is in a line", () => {
    expect(tokenizer.about).toMatch(/^\S.{5,}[^.\s]$/);
  });

  test("no text has no tokens", () => {
    expect(tokenizer.countText("")).toBe(0);
  });

  test.each([
    ["lone surrogates", "a\ud800b\udc00"],
    ["control characters", "\u0000\u0001\u007f\u2028"],
    ["half a special token", "<|im_start <|eot_id"],
  ])("%s are counted as text", (_, text) => {
    expect(tokenizer.countText(text)).toBeGreaterThan(0);
  });

  test("a text has at most as many tokens as bytes, and at least one", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", minLength: 1 }), (text) => {
        const tokens = tokenizer.countText(text);
        // Composing may turn a character into longer ones, so the bytes counted are those of what the model sees.
        const bytes = Math.max(Buffer.byteLength(text), Buffer.byteLength(text.normalize("NFC")));
        expect(tokens).toBeGreaterThanOrEqual(1);
        expect(tokens).toBeLessThanOrEqual(bytes);
      }),
    );
  });

  test("each word, tool, tool call and message costs tokens", () => {
    const short = tokenizer.countMessage({ role: "user", content: "Hello" });
    expect(short).toBeGreaterThan(0);
    expect(tokenizer.countMessage({ role: "user", content: "Hello there, a table for two" })).toBeGreaterThan(
      short,
    );
    expect(tokenizer.countTools([tool("a"), tool("b")])).toBeGreaterThan(tokenizer.countTools([tool("a")]));
    const [one, two] = [toolCalls(1), toolCalls(2)];
    expect(tokenizer.countMessage(two)).toBeGreaterThan(tokenizer.countMessage(one));
  });

  test("counting doesn't depend on what was counted before", () => {
    const texts = ["it's 12345 o'clock", "x".repeat(40), "été", "Straße 7\n\n"];
    const first = texts.map((text) => tokenizer.countText(text));
    for (let i = 0; i < 50_000; i++) tokenizer.countText(` w${i}`);
    expect(texts.map((text) => tokenizer.countText(text))).toEqual(first);
  });

  test("arguments that are not JSON are counted, not refused", () => {
    const broken: Message = {
      role: "assistant",
      content: null,
      tool_calls: [{ id: "1", type: "function", function: { name: "book", arguments: '{"day": ' } }],
    };
    expect(tokenizer.countMessage(broken)).toBeGreaterThan(3);
  });
});

describe("tokenizerFor", () => {
  test.each<[string, TokenizerName]>([
    ["meta-llama/Meta-Llama-3.1-8B-Instruct-Reference", "llama3"],
    ["meta-llama/Llama-3.3-70B-Instruct-Turbo", "llama3"],
    ["llama-3.1-8b-instant", "llama3"],
    ["accounts/fireworks/models/llama-v3p1-8b-instruct", "llama3"],
    ["accounts/me/models/llama3-bookings", "llama3"],
    ["meta-llama/Llama-4-Scout-17B-16E-Instruct", "estimate"],
    ["meta-llama/Llama-2-7b-chat-hf", "estimate"],
    ["Qwen/Qwen2.5-7B-Instruct", "qwen25"],
    ["accounts/fireworks/models/qwen2p5-72b-instruct", "qwen25"],
    ["Qwen/Qwen2.5-VL-72B-Instruct", "estimate"],
    ["Qwen/Qwen3-8B", "qwen3"],
    ["qwen/qwen3-32b", "qwen3"],
    ["Qwen/Qwen3-Coder-480B-A35B-Instruct", "estimate"],
    ["Qwen/Qwen3.5-9B", "estimate"],
    ["accounts/fireworks/models/qwen3p6-27b", "estimate"],
    ["gpt-4o-mini-2024-07-18", "o200k"],
    ["ft:gpt-4.1-mini-2025-04-14:acme::abc123", "o200k"],
    ["openai/gpt-oss-20b", "o200k"],
    ["o3-mini", "o200k"],
    ["gpt-4-turbo", "estimate"],
    ["mistralai/Mistral-7B-Instruct-v0.3", "estimate"],
    ["", "estimate"],
  ])("%s is counted by %s", (modelId, name) => {
    expect(tokenizerFor(modelId)).toBe(name);
  });
});

function tool(name: string): Tool {
  return { type: "function", function: { name, parameters: { type: "object", properties: {} } } };
}

function toolCalls(count: number): Message {
  const made = Array.from({ length: count }, (_, index) => ({
    id: `call_${index}`,
    type: "function" as const,
    function: { name: "book", arguments: '{"day":"monday"}' },
  }));
  return { role: "assistant", content: null, tool_calls: made };
}
