import { expect, test } from "vitest";
import { readAnswerLine } from "./answer-line.ts";

const reply = { choices: [{ message: { role: "assistant", content: "Hello" }, finish_reason: "stop" }] };
const broken = { error: { code: "tool_use_failed", failed_generation: "<function=book>{" } };

test.each<readonly [string, object, object | null]>([
  ["an answer", { response: { status_code: 200, body: reply }, error: null }, { outcome: "answered" }],
  [
    "a body that is text",
    { response: { status_code: 200, body: JSON.stringify(reply) } },
    { outcome: "answered" },
  ],
  [
    "an answer without choices",
    { response: { status_code: 200, body: { choices: [] } } },
    { outcome: "not_a_reply" },
  ],
  [
    "a refusal, as OpenAI's error file has it",
    { response: { status_code: 429, body: { error: { message: "slow down" } } }, error: null },
    { outcome: "status", status: 429 },
  ],
  [
    "Groq's broken tool call, which is the model's own answer",
    { response: { status_code: 400, body: broken } },
    { outcome: "broken_tool_call", text: "<function=book>{" },
  ],
  [
    "Together's error without a response",
    { error: { code: "503", message: "overloaded" } },
    { outcome: "status", status: 503 },
  ],
  ["an error by a word", { error: { code: "internal" } }, { outcome: "status", status: 500 }],
  [
    "a request that time ran out for",
    { response: null, error: { code: "batch_expired" } },
    { outcome: "timeout" },
  ],
  ["a request of a cancelled batch, which was never asked", { error: { code: "batch_cancelled" } }, null],
])("%s is read as what it is", (_what, line, came) => {
  const read = readAnswerLine(JSON.stringify({ custom_id: "a-1", ...line }));
  expect(read?.customId).toBe("a-1");
  if (came === null) expect(read?.came).toBeNull();
  else expect(read?.came).toMatchObject(came);
});

test.each(['{"custom_id":"a-1","respon', "[]", '{"response":{"status_code":200}}'])(
  "%s is no line",
  (text) => {
    expect(readAnswerLine(text)).toBeNull();
  },
);
