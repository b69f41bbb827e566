import { expect, test } from "vitest";
import { isJsonObject, type Json, type JsonObject } from "../lib/json.ts";
import { createRedactor } from "./create-redactor.ts";
import { readExchangeRow, readMessagesRow } from "./read-row.ts";
import { redactMessagesRow } from "./redact-row.ts";
import { redactRows } from "./redact-rows.ts";

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
  const { customer_name: name } = JSON.parse(
    /\{\\"customer_name.*?\}/.exec(text)?.[0].replaceAll("\\", "") ?? "",
  );
  const [given] = name.split(" ");
  expect(text.replaceAll(name, "John Smith").replace(given, "John")).toBe(JSON.stringify(row));
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

const personal = /sarah|okonkwo|867.?5309/i;
const known = { role: "user", content: "my name is Sarah Okonkwo, 415-867-5309" };
const data = { customer_name: "Sarah Okonkwo", note: "call Sarah Okonkwo at 415-867-5309" };

test.each<[string, JsonObject]>([
  ["content that is an object", { role: "tool", content: data }],
  ["content that is a list of texts", { role: "user", content: ["it's Sarah Okonkwo", "415-867-5309"] }],
  ["a refusal", { role: "assistant", content: [{ type: "refusal", refusal: "Sorry Sarah, I can't" }] }],
  [
    "a result among the parts",
    {
      role: "user",
      content: [{ type: "tool_result", tool_use_id: "a", content: [{ type: "text", text: "Sarah" }] }],
    },
  ],
  [
    "a link to an image",
    {
      role: "user",
      content: [{ type: "image_url", image_url: { url: "https://a.com/?phone=415-867-5309" } }],
    },
  ],
  ["a note beside a part's text", { role: "user", content: [{ type: "text", text: "hi", note: "Sarah" }] }],
  [
    "fields of a tool call",
    {
      role: "assistant",
      tool_calls: [
        {
          id: "a",
          type: "function",
          result: data,
          function: { name: "save", arguments: "{}", parsed_arguments: data },
        },
      ],
    },
  ],
  ["log probabilities", { role: "assistant", content: "Hi", logprobs: { content: [{ token: "Sarah" }] } }],
])("%s is redacted too", (_, message) => {
  const redacted = redactMessagesRow({ messages: [known, message] }, redactor, "file");
  expect(JSON.stringify(redacted?.row)).not.toMatch(personal);
  expect(skeletonOf(redacted?.row["messages"] as Json)).toEqual(
    skeletonOf(
      JSON.parse(JSON.stringify([known, message], (key, value) => (key === "logprobs" ? null : value))),
    ),
  );
});

test("what a later row of a call gives away is known in a shorter one before it", () => {
  const said = { role: "user", content: "put it under okonkwo like last time" };
  const call = { id: "a", function: { name: "save", arguments: '{"customer_name": "Sarah Okonkwo"}' } };
  const rows = [{ messages: [said] }, { messages: [said, { role: "assistant", tool_calls: [call] }] }];
  const read = rows.map(readMessagesRow).filter((row) => row !== null);
  const { rows: written } = redactRows(read, redactor, "call-1");
  expect(JSON.stringify(written)).not.toMatch(personal);
  const [first, second] = written as { messages: unknown[] }[];
  expect(second?.messages[0]).toEqual(first?.messages[0]);
});

test("of a logged answer all fields are redacted, and log probabilities left out", () => {
  const choices = [
    {
      index: 0,
      message: { role: "assistant", content: "Thanks Sarah" },
      logprobs: { content: [{ token: "Sarah" }] },
    },
    { index: 1, text: "Thanks Sarah Okonkwo", logprobs: null },
    "Sarah Okonkwo",
  ];
  for (const given of [choices, { first: "Thanks Sarah Okonkwo" }]) {
    const read = readExchangeRow({
      request: { messages: [known], logprobs: true },
      response: { choices: given },
    });
    const [row] = read === null ? [] : redactRows([read], redactor, "file").rows;
    expect(JSON.stringify(row)).not.toMatch(personal);
    expect(row).toMatchObject({ request: { logprobs: true } });
    if (given === choices)
      expect(row).toMatchObject({
        response: { choices: [{ index: 0, logprobs: null }, { index: 1 }, expect.any(String)] },
      });
  }
});

/** Keys and kinds of values, no values. */
function skeletonOf(value: Json): unknown {
  if (Array.isArray(value)) return value.map(skeletonOf);
  if (!isJsonObject(value)) return typeof value;
  return Object.entries(value).map(([key, field]) => [key, skeletonOf(field)]);
}
