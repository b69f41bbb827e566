import { generateCall } from "../../scripts/engine/corpus/call.ts";
import { openGenerator } from "../../src/engine/generate/open-generator.ts";
import type { EngineModel } from "../../src/engine/model.ts";
import type { Chat } from "../../src/engine/text/prompt.ts";

/** Milliseconds to each complete call, of chats with tools and words that were never learnt; the first warms up. */
export async function callTimes(model: EngineModel, threads: number, count: number): Promise<number[]> {
  const generator = await openGenerator(model, threads);
  const times: number[] = [];
  for (const { messages, tools } of chatsThatNeedATool(count + 1)) {
    const begin = performance.now();
    await generator.generate({
      messages,
      tools,
      toolChoice: "required",
      parallelToolCalls: false,
      maxTokens: null,
      temperature: 0,
      topP: 1,
      seed: 1,
      stop: [],
    });
    times.push(performance.now() - begin);
  }
  await generator.close();
  return times.slice(1);
}

function* chatsThatNeedATool(count: number): Generator<Chat> {
  let made = 0;
  for (let at = 0; made < count; at += 1) {
    const { messages, tools } = generateCall(`bench ${at}`, "held-out");
    const place = messages.findIndex((message) => message.role === "assistant" && message.tool_calls);
    if (place < 1) continue;
    made += 1;
    yield { messages: messages.slice(0, place), tools };
  }
}
