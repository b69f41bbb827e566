import { Ajv } from "ajv";
import { describe, expect, test } from "vitest";
import type { Tool } from "../../../src/domain/tool.ts";
import { decodeReply, encodeReply } from "../../../src/engine/text/reply.ts";
import { createTokenizer } from "../../../src/engine/text/tokenizer.ts";
import { tagsOf } from "../../../src/engine/text/tool-tags.ts";
import { dentalTools, homeTools, pizzaTools } from "../../../src/samples/tools.ts";
import pieces from "../pieces.json" with { type: "json" };
import { generateCall } from "./call.ts";
import { createDraw } from "./draw.ts";

const calls = Array.from({ length: 400 }, (_, at) => generateCall(`test ${at}`, "training"));
const uses = calls.flatMap(({ messages, tools }) =>
  messages.flatMap((message) =>
    message.role === "assistant" ? (message.tool_calls ?? []).map((call) => ({ call, tools })) : [],
  ),
);

describe("generated calls", () => {
  test("the same seed gives the same call, another seed another", () => {
    expect(generateCall("a", "training")).toEqual(generateCall("a", "training"));
    expect(generateCall("a", "training")).not.toEqual(generateCall("b", "training"));
  });

  test("every tool call names one of the tools, and its arguments follow the schema", () => {
    const ajv = new Ajv({ strict: false, validateFormats: false });
    for (const { call, tools } of uses) {
      const tool = tools.find((one) => one.function.name === call.function.name);
      const valid = ajv.validate(tool?.function.parameters ?? {}, JSON.parse(call.function.arguments));
      expect([valid, call.function.name, call.function.arguments, ajv.errors]).toEqual([
        true,
        call.function.name,
        call.function.arguments,
        null,
      ]);
    }
    expect(uses.length).toBeGreaterThan(500);
  });

  test("every reply comes back from its tokens", () => {
    const tokenizer = createTokenizer(pieces);
    for (const { messages, tools } of calls) {
      for (const message of messages) {
        if (message.role !== "assistant") continue;
        const { content, calls: made } = decodeReply(
          tokenizer,
          encodeReply(tokenizer, message, tagsOf(tokenizer, tools)),
          tools,
        );
        expect(content).toBe(message.content);
        expect(made).toEqual((message.tool_calls ?? []).map((call) => call.function));
      }
    }
  });

  test("at least a third of the decisions use no tool, and at least a quarter do", () => {
    const replies = calls.flatMap(({ messages }) =>
      messages.filter((message) => message.role === "assistant"),
    );
    const using = replies.filter((reply) => reply.role === "assistant" && reply.tool_calls).length;
    expect(using / replies.length).toBeGreaterThan(0.25);
    expect(using / replies.length).toBeLessThan(0.67);
  });

  test("the samples' tools stay unseen", () => {
    const samples = new Set([...pizzaTools, ...dentalTools, ...homeTools].map((tool) => tool.function.name));
    const argumentSets = new Set([...pizzaTools, ...dentalTools, ...homeTools].map(argumentSet));
    for (const tool of calls.flatMap(({ tools }) => tools)) {
      expect(samples).not.toContain(tool.function.name);
      const set = argumentSet(tool);
      if (set.split(" ").length > 2) expect(argumentSets).not.toContain(set);
    }
  });
});

test("words of one side never appear on the other", () => {
  const drawn = (side: "training" | "held-out") => {
    const draw = createDraw(`sides ${side}`, side);
    const items = Array.from({ length: 60 }, (_, at) => `item ${at}`);
    return new Set(Array.from({ length: 400 }, () => draw.pick(items)));
  };
  const training = drawn("training");
  for (const item of drawn("held-out")) expect(training).not.toContain(item);
});

function argumentSet(tool: Tool): string {
  return Object.keys((tool.function.parameters?.["properties"] ?? {}) as object)
    .sort()
    .join(" ");
}
