import type { AssistantMessage } from "../../src/domain/message.ts";
import type { Tool } from "../../src/domain/tool.ts";
import { createGenerator } from "../../src/engine/generate/create-generator.ts";
import type { GenerationRequest, Generator } from "../../src/engine/generate/generator.ts";
import { encodeReply } from "../../src/engine/text/reply.ts";
import { tagsOf } from "../../src/engine/text/tool-tags.ts";
import type { JsonObject } from "../../src/lib/json.ts";
import { homeTools, pizzaTools } from "../../src/samples/tools.ts";
import { smallTokenizer } from "./small-tokenizer.ts";
import { wishfulDecoder } from "./wishful-decoder.ts";

export const tokenizer = smallTokenizer(JSON.stringify([pizzaTools, homeTools]), 200);

/** A caller says hello, and nothing else is asked for. */
export const plainRequest: GenerationRequest = {
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

/** Answers by a model that wants to write just these tokens. */
export function generatorOf(wish: readonly number[]): Generator {
  return createGenerator({
    name: "wishful",
    context: 1024,
    tokenizer,
    decoder: wishfulDecoder(tokenizer, wish),
  });
}

/** The tokens of a whole reply, to tools of which no two want the same tag. */
export function wishOf(message: AssistantMessage): number[] {
  return [...encodeReply(tokenizer, message, tagsOf(tokenizer, [])), tokenizer.special("<end>")];
}

/** The tokens of a reply that is one call with these arguments. */
export function wishFor(name: string, text: string): number[] {
  const call = { id: "0", type: "function" as const, function: { name, arguments: text } };
  return wishOf({ role: "assistant", content: null, tool_calls: [call] });
}

export function toolWith(name: string, properties: JsonObject, required: readonly string[] = []): Tool {
  return { type: "function", function: { name, parameters: parametersOf(properties, required) } };
}

export function parametersOf(properties: JsonObject, required: readonly string[] = []): JsonObject {
  return { type: "object", properties, required };
}
