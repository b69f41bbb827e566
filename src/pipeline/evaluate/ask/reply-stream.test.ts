import { expect, test } from "vitest";
import type { Json, JsonObject } from "../../../lib/json.ts";
import { replyStream, type TimedReply } from "./reply-stream.ts";

test("the role alone is no token; the first word is", () => {
  const reply = read([{ role: "assistant", content: "" }, { content: "Hel" }, { content: "lo" }], "stop");
  expect(reply).toMatchObject({ message: { content: "Hello" }, firstTokenAt: 2, chunks: 2, endedAt: 4 });
  expect([reply?.toolCallsAt, reply?.finishReason]).toEqual([null, "stop"]);
});

test("a tool call is complete at its last brace, not when the stream ends", () => {
  const reply = read(
    [
      piece(0, { id: "a", name: "book", arguments: "" }),
      piece(0, { arguments: '{"note": "a } in \\" a text", ' }),
      piece(0, { arguments: '"at": {"hour": 7}}' }),
      { content: "" },
      {},
    ],
    "tool_calls",
  );
  expect(reply?.message.tool_calls).toEqual([
    {
      id: "a",
      type: "function",
      function: { name: "book", arguments: '{"note": "a } in \\" a text", "at": {"hour": 7}}' },
    },
  ]);
  expect([reply?.firstTokenAt, reply?.toolCallsAt, reply?.endedAt]).toEqual([1, 3, 6]);
  expect(reply?.message.content).toBeNull();
});

test("of several tool calls the last one counts, and broken arguments are complete at the end only", () => {
  const both = read(
    [
      piece(0, { id: "a", name: "one", arguments: "{}" }),
      piece(1, { id: "b", name: "two", arguments: "{}" }),
    ],
    "tool_calls",
  );
  expect([both?.message.tool_calls?.length, both?.toolCallsAt]).toEqual([2, 2]);
  const broken = read([piece(0, { id: "a", name: "one", arguments: '{"a": ' }), {}, {}], "length");
  expect([broken?.toolCallsAt, broken?.finishReason]).toEqual([4, "length"]);
});

test.each<[string, JsonObject[], string[]]>([
  [
    "servers that give each tool call index 0",
    [
      piece(0, { id: "a", name: "one", arguments: "{}" }),
      piece(0, { id: "b", name: "two", arguments: "{}" }),
    ],
    ["a one {}", "b two {}"],
  ],
  [
    "servers that give no index and no id",
    [
      {
        tool_calls: [
          { function: { name: "one", arguments: "{}" } },
          { function: { name: "two", arguments: "{}" } },
        ],
      },
    ],
    ["call_1 one {}", "call_2 two {}"],
  ],
  [
    "servers that repeat the id with every piece",
    [piece(0, { id: "a", name: "one", arguments: "{" }), piece(0, { id: "a", arguments: "}" })],
    ["a one {}"],
  ],
  [
    "servers that give arguments as an object",
    [piece(0, { id: "a", name: "one", arguments: { b: 1 } })],
    ['a one {"b":1}'],
  ],
])("%s are understood", (_, deltas, calls) => {
  const reply = read(deltas, "tool_calls");
  expect(
    reply?.message.tool_calls?.map((made) => `${made.id} ${made.function.name} ${made.function.arguments}`),
  ).toEqual(calls);
});

test("without a reason to finish and without the last mark, a stream is half", () => {
  const stream = replyStream();
  stream.add(chunk({ content: "Hel" }), 1);
  expect([stream.begun, stream.read()]).toEqual([true, null]);
  stream.finish(2);
  expect(stream.read()).toMatchObject({ finishReason: "other", message: { content: "Hel" } });
});

test("a thought is the first token, but no word of the reply", () => {
  const reply = read([{ reasoning_content: "Hm." }, { content: "Yes" }], "stop");
  expect(reply).toMatchObject({ firstTokenAt: 1, message: { content: "Yes" } });
});

test("usage is the last one told; what is no count is none", () => {
  const stream = replyStream();
  stream.add({ ...chunk({ content: "a" }), usage: null }, 1);
  stream.add({ choices: [], usage: { prompt_tokens: 9, completion_tokens: 2 } }, 2);
  stream.add({ choices: [], usage: { prompt_tokens: -1, completion_tokens: 2 } }, 3);
  stream.finish(3);
  expect(stream.read()?.usage).toEqual({
    promptTokens: 9,
    cachedPromptTokens: 0,
    completionTokens: 2,
    estimated: false,
  });
});

function read(deltas: readonly JsonObject[], reason: string): TimedReply | null {
  const stream = replyStream();
  for (const [index, delta] of deltas.entries()) stream.add(chunk(delta), index + 1);
  stream.add({ choices: [{ index: 0, delta: {}, finish_reason: reason }] }, deltas.length + 1);
  return stream.read();
}

function chunk(delta: JsonObject): JsonObject {
  return { choices: [{ index: 0, delta, finish_reason: null }] };
}

function piece(
  index: number,
  { id, name, arguments: given }: { id?: string; name?: string; arguments: Json },
): JsonObject {
  const used = { ...(name === undefined ? {} : { name }), arguments: given };
  return { tool_calls: [{ index, ...(id === undefined ? {} : { id }), function: used }] };
}

test("an end with nothing before it is no reply", () => {
  const stream = replyStream();
  stream.finish(1);
  expect(stream.read()).toBeNull();
  stream.add({ choices: [{ delta: {}, finish_reason: "stop" }] }, 2);
  expect(stream.read()).toMatchObject({ message: { content: "" }, finishReason: "stop" });
});
