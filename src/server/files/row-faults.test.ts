import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { weatherRow, weatherTool } from "../../../test/support/local-server.ts";
import type { Json } from "../../lib/json.ts";
import { judgeRow } from "./row-faults.ts";

const user = { role: "user", content: "hello" };
const assistant = { role: "assistant", content: "hi" };
const callOf = (made: Json) => ({ role: "assistant", tool_calls: [made] });
const withCall = (made: Json): Json => ({ messages: [user, callOf(made)], tools: [weatherTool] });
const functionCall = (made: Json) => withCall({ id: "c", type: "function", function: made });

describe("a row that the service refuses", () => {
  test.each<[string, Json, string]>([
    [
      "a message without a role",
      { messages: [user, { content: "hi" }] },
      "Line 7: `messages[1]` must contain a `role` field",
    ],
    [
      "an unknown role",
      { messages: [{ role: "human", content: "x" }, assistant] },
      "Invalid role `human` in conversation on line 7. Possible roles: system, user, assistant, tool",
    ],
    [
      "an extra column",
      { messages: [user, assistant], metadata: {} },
      'Found extra column "metadata" in the line 7.',
    ],
    [
      "parallel_tool_calls",
      { messages: [user, assistant], parallel_tool_calls: true },
      'Found extra column "parallel_tool_calls" in the line 7.',
    ],
    [
      "no format",
      { rows: 1 },
      "Error parsing file. Could not detect a format for the line 7 with the columns:\ndict_keys(['rows'])",
    ],
    [
      "no object",
      [1],
      "Error parsing file. Invalid format on line 7 of the input file. Each line must be a JSON object. Dataset requirements are described at https://docs.together.ai/docs/fine-tuning-data-preparation.",
    ],
    ["no messages", { messages: [] }, "The `messages` column must not be empty on line 7."],
    [
      "no assistant",
      { messages: [user] },
      "At least one message with the assistant role must be present on line 7.",
    ],
    [
      "an assistant with nothing",
      { messages: [user, { role: "assistant", content: null }] },
      "Assistant message must have 'content' and/or 'tool_calls' on line 7.",
    ],
    [
      "a user without words",
      { messages: [{ role: "user" }, assistant] },
      "Message with role 'user' must have 'content' on line 7.",
    ],
    [
      "a user with tool calls",
      { messages: [{ ...user, tool_calls: [] }, assistant] },
      "Message with role 'user' cannot have 'tool_calls' on line 7.",
    ],
    [
      "a weight of 2",
      { messages: [user, { ...assistant, weight: 2 }] },
      "Weight must be either 0 or 1 on line 7.",
    ],
    [
      "a weight of one half",
      { messages: [user, { ...assistant, weight: 0.5 }] },
      "Weight must be an integer on line 7.",
    ],
    [
      "no tools in the list",
      { messages: [user, assistant], tools: [] },
      "'tools' must not be empty if provided on line 7.",
    ],
    [
      "a tool without a type",
      { messages: [user, assistant], tools: [{}] },
      "Each tool must have a 'type' field on line 7.",
    ],
    [
      "a tool of another type",
      { messages: [user, assistant], tools: [{ type: "retrieval" }] },
      "Tool type must be 'function', got 'retrieval' on line 7.",
    ],
    [
      "a function without a name",
      { messages: [user, assistant], tools: [{ type: "function", function: {} }] },
      "Each function must have a 'name' field on line 7.",
    ],
    ["a call without a type", withCall({ id: "c" }), "Each tool call must have a 'type' field on line 7."],
    [
      "arguments as an object",
      functionCall({ name: "get_weather", arguments: { city: "NYC" } }),
      "'tool_call.function.arguments' must be a serialized JSON string on line 7.",
    ],
    [
      "arguments that aren't JSON",
      functionCall({ name: "get_weather", arguments: "{" }),
      "'tool_call.function.arguments' must be valid JSON on line 7.",
    ],
    [
      "arguments that are a list",
      functionCall({ name: "get_weather", arguments: "[]" }),
      "'tool_call.function.arguments' must deserialize to an object on line 7.",
    ],
    [
      "a tool that isn't there",
      functionCall({ name: "cancel", arguments: "{}" }),
      "'tool_call.function.name' must reference a tool in the tools list on line 7. Got 'cancel' but available tools are: get_weather",
    ],
    [
      "a result that answers no call",
      { messages: [user, { role: "tool", tool_call_id: "x", content: "1" }, assistant] },
      "Line 7: `messages[1]`: answers no tool call of the assistant message before it.",
    ],
  ])("because of %s hears it in its words", (_, row, sentence) => {
    expect(judgeRow(row, 7)).toEqual({ fault: sentence });
  });

  test.each(published())("is refused as Together's package refused it: $name", ({ row }) => {
    expect(judgeRow(row, 1)).toHaveProperty("fault");
  });

  test("never repeats what a caller said", () => {
    const said = "my card is 4242 4242 4242 4242";
    const rows: Json[] = [
      { [said]: 1 },
      { messages: [{ role: said, content: "x" }] },
      { messages: [user, { role: "assistant", content: [{ type: said }] }] },
      functionCall({ name: said, arguments: "{}" }),
      { messages: [user, assistant], tools: [{ type: said }] },
    ];
    for (const row of rows) expect(JSON.stringify(judgeRow(row, 1))).toMatch(/^(?!.*4242).*fault/);
  });
});

describe("a row that the service takes", () => {
  test.each<[string, Json, string]>([
    ["calls, results and replies", weatherRow("NYC") as Json, "conversation"],
    ["weights", { messages: [user, { ...assistant, weight: 0 }], weight: 0.5 }, "conversation"],
    ["a text", { text: "hello" }, "general"],
    ["a prompt and its completion", { prompt: "x", completion: "y" }, "instruction"],
    [
      "a preference",
      { input: { messages: [user] }, preferred_output: [assistant], non_preferred_output: [assistant] },
      "preference_openai",
    ],
  ])("has its format: %s", (_, row, format) => {
    expect(judgeRow(row, 1)).toEqual({ format });
  });
});

/** What the package of 2026-08 still refused before an upload; row weights have been taken since. */
function published(): readonly { readonly name: string; readonly row: Json }[] {
  const file = new URL("../../plugins/exporters/fixtures/together-rows.json", import.meta.url);
  const cases: { name: string; row: Json; together: Record<string, string | null> }[] = JSON.parse(
    readFileSync(file, "utf8"),
  );
  return cases.filter(({ name, together }) => together["2.14.0"] !== null && name !== "a row's own weight");
}
