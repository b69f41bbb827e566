import { expect, test } from "vitest";
import { createRedactor } from "./create-redactor.ts";
import { redactMessagesRow } from "./redact-row.ts";

const redactor = createRedactor({ salt: "a salt for tests only", scope: "dataset" });

const row = {
  messages: [
    { role: "system", content: "You work for Tony's Pizza." },
    { role: "user", content: "my name is John Smith" },
    {
      role: "assistant",
      content: null,
      tool_calls: [
        {
          id: "a",
          type: "function",
          function: { name: "save", arguments: '{"customer_name": "John Smith"}' },
        },
      ],
      weight: 1,
    },
    { role: "tool", tool_call_id: "a", content: '{"saved": true, "customer_name": "John Smith"}' },
    { role: "assistant", content: [{ type: "text", text: "Thanks, John." }] },
  ],
  parallel_tool_calls: false,
};

test("a row's messages, arguments and results are redacted together, and all else stays", () => {
  const redacted = redactMessagesRow(row, redactor, "file");
  const text = JSON.stringify(redacted?.row);
  expect(text).not.toMatch(/John|Smith/);
  expect(text.replace(/[A-Z][a-z]+(?: [A-Z][a-z]+)?/g, "X").length).toBeGreaterThan(0);
  expect(redacted?.row["parallel_tool_calls"]).toBe(false);
  expect(redacted?.counts.PERSON?.replaced).toBeGreaterThanOrEqual(4);
});

test("arguments that are an object stay one", () => {
  const call = { id: "a", function: { name: "save", arguments: { phone: "415-867-5309", n: 2 } } };
  const redacted = redactMessagesRow(
    { messages: [{ role: "assistant", tool_calls: [call] }] },
    redactor,
    "file",
  );
  expect(JSON.stringify(redacted?.row)).toMatch(/"arguments":\{"phone":"415-555-01\d\d","n":2\}/);
});

test("two rows of one scope share their surrogates", () => {
  const say = (content: string) =>
    redactMessagesRow({ messages: [{ role: "user", content }] }, redactor, "file");
  expect(say("my name is Sarah")?.row).toEqual(say("my name is Sarah")?.row);
});

test.each([
  [{}],
  [{ messages: "hi" }],
  [{ messages: [{ content: "hi" }] }],
  [{ prompt: "a", completion: "b" }],
])("a row without messages is left to the caller: %j", (other) =>
  expect(redactMessagesRow(other, redactor, "file")).toBeNull(),
);
