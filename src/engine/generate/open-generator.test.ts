import { beforeAll, describe, expect, test } from "vitest";
import { smallTokenizer } from "../../../test/support/small-tokenizer.ts";
import type { AssistantMessage } from "../../domain/message.ts";
import type { Tool } from "../../domain/tool.ts";
import { type EngineModel, initialWeights, type ModelShape } from "../model.ts";
import type { Chat } from "../text/prompt.ts";
import { encodeRows } from "../text/rows.ts";
import { openTrainer } from "../train/open-trainer.ts";
import type { GenerationDelta, GenerationRequest } from "./generator.ts";
import { openGenerator } from "./open-generator.ts";

const categories = ["pizza", "salad", "drink"];
const tools: Tool[] = [
  {
    type: "function",
    function: {
      name: "get_menu",
      parameters: {
        type: "object",
        properties: { category: { type: "string", enum: categories } },
        required: ["category"],
      },
    },
  },
  { type: "function", function: { name: "end_call", parameters: { type: "object", properties: {} } } },
];
const greeting = "Hello, how can I help?";
const rows: Chat[] = [
  row("hello", { role: "assistant", content: greeting }),
  row("bye", called("end_call", "{}")),
  ...categories.map((category) =>
    row(`which ${category} is there`, called("get_menu", `{"category":"${category}"}`)),
  ),
];

let model: EngineModel;
beforeAll(async () => {
  model = await trainedOn(rows);
}, 300_000);

describe("a model that has learnt five turns", () => {
  test.each(rows.map((one) => [one.messages[0]?.content ?? "", one] as const))(
    "answers %s",
    async (_, chat) => {
      const generator = await openGenerator(model, 1);
      const deltas: GenerationDelta[] = [];
      const [question, answer] = chat.messages;
      const generation = await generator.generate(
        requestFor(question === undefined ? [] : [question]),
        (delta) => deltas.push(delta),
      );
      await generator.close();
      expect(withoutIds(generation.message)).toEqual(withoutIds(answer as AssistantMessage));
      expect(deltas.length).toBeGreaterThan(0);
    },
  );

  test("goes on with a call, where the first turn needn't be read again", async () => {
    const generator = await openGenerator(model, 1);
    const [hello, bye] = rows;
    const first = await generator.generate(requestFor(hello?.messages.slice(0, 1) ?? []));
    const messages = [...(hello?.messages ?? []), ...(bye?.messages.slice(0, 1) ?? [])];
    const second = await generator.generate(requestFor(messages));
    const fresh = await openGenerator(model, 1);
    expect(first.message.content).toBe(greeting);
    expect((await fresh.generate(requestFor(messages))).message.content).toBe(second.message.content);
    await Promise.all([generator.close(), fresh.close()]);
  });
});

async function trainedOn(chats: readonly Chat[]): Promise<EngineModel> {
  const tokenizer = smallTokenizer(JSON.stringify(chats), 60);
  const shape: ModelShape = {
    vocabulary: tokenizer.size,
    width: 64,
    layers: 2,
    heads: 4,
    feedForward: 96,
    context: 128,
  };
  const { sequences } = encodeRows(tokenizer, chats, shape.context);
  const trainer = await openTrainer({
    shape,
    weights: initialWeights(shape, "five turns"),
    threads: 1,
    weightDecay: 0,
    maxGradientNorm: 1,
    lora: null,
  });
  for (let step = 0; step < 400; step += 1) {
    const { loss } = await trainer.step(sequences, 4e-3);
    if (loss < 0.02) break;
  }
  const weights = trainer.weights();
  await trainer.close();
  return { name: "five-turns", shape, weights, tokenizer };
}

function row(said: string, reply: AssistantMessage): Chat {
  return { messages: [{ role: "user", content: said }, reply], tools };
}

function called(name: string, text: string): AssistantMessage {
  const call = { id: "call_1", type: "function" as const, function: { name, arguments: text } };
  return { role: "assistant", content: null, tool_calls: [call] };
}

function requestFor(messages: Chat["messages"]): GenerationRequest {
  return {
    messages,
    tools,
    toolChoice: "auto",
    parallelToolCalls: true,
    maxTokens: null,
    temperature: 0,
    topP: 1,
    seed: null,
    stop: [],
  };
}

function withoutIds(message: AssistantMessage) {
  return { ...message, tool_calls: message.tool_calls?.map((call) => call.function) };
}
