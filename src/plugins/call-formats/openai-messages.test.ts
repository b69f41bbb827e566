import { describe, expect, test } from "vitest";
import { shapeOf, toolCallsOf } from "../../../test/support/call-shapes.ts";
import { parseMessages, parseRecord, user, uses } from "../../../test/support/openai-wire.ts";
import { openAiMessages } from "./openai-messages.ts";

describe("the system prompt", () => {
  test("is the first message, whatever the record says beside; later instructions are turns", () => {
    const { call } = parseMessages(
      [{ role: "developer", content: "Be brief." }, user("Hi."), { role: "system", content: "Be kind." }],
      {
        system_prompt: "Be long.",
      },
    );
    expect(call?.systemPrompt).toBe("Be brief.");
    expect(shapeOf(call)).toEqual(["caller: Hi.", "system: Be kind."]);
  });

  test("is the record's where no message has one", () => {
    expect(parseMessages([user("Hi.")], { system_prompt: "Be brief." }).call?.systemPrompt).toBe("Be brief.");
  });
});

describe("a record", () => {
  test("tells of its call under the usual names", () => {
    const { call } = parseMessages([user("Hi.")], {
      call_id: "c-1",
      from_number: "+15550100",
      tenant: { id: "t-1", business_name: "Tony's" },
      started_at: 1_772_600_000,
      ended_at: "2026-03-04 05:00:00+00",
      status: "completed",
      outcome: { success: true },
      model: "llama",
      tools: [{ type: "function", function: { name: "book" } }],
    });
    expect(call).toEqual({
      id: "c-1",
      caller: "opaque +15550100",
      tenant: { id: "t-1", columns: { id: "t-1", business_name: "Tony's" } },
      startedAt: "2026-03-04T04:53:20.000Z",
      endedAt: "2026-03-04T05:00:00.000Z",
      status: "completed",
      outcome: "success",
      model: "llama",
      systemPrompt: null,
      tools: [{ type: "function", function: { name: "book" } }],
      turns: [{ role: "caller", text: "Hi." }],
    });
  });

  test("tells of its call under names of its own", () => {
    const options = openAiMessages.options.parse({ id: ["meta.ref"], caller: ["meta.who"] });
    const record = { meta: { ref: 17, who: "anna" }, messages: [user("Hi.")] };
    const { call } = openAiMessages.parse(
      record,
      { place: "here", callerId: (key) => `opaque ${key}` },
      options,
    );
    expect([call?.id, call?.caller]).toEqual(["17", "opaque anna"]);
  });

  test("of a call by nobody known has no caller: its own id would be one nobody else has", () => {
    expect(parseMessages([user("Hi.")], { call_id: "c-1" }).call?.caller).toBeNull();
  });

  test("of a call the agent made was answered by whom it called", () => {
    const { call } = parseMessages([user("Hi.")], {
      direction: "outbound-api",
      from_number: "+1",
      to_number: "+2",
    });
    expect(call?.caller).toBe("opaque +2");
  });

  test("without an id gets one that depends on what it holds, not on the order of its keys", () => {
    const id = (record: unknown) => parseRecord(record).call?.id;
    const messages = [user("Hi.")];
    expect(id({ messages, model: "m" })).toMatch(/^call_[0-9a-f]{16}$/);
    expect(id({ messages, model: "m" })).toBe(id({ model: "m", messages }));
    expect(id({ messages, model: "m" })).not.toBe(id({ messages, model: "n" }));
  });

  test.each([
    ["an array of messages", [user("Hi."), { role: "assistant", content: "Hello." }]],
    [
      "messages as text",
      { messages: JSON.stringify([user("Hi."), { role: "assistant", content: "Hello." }]) },
    ],
    [
      "a request and its response",
      {
        request: { messages: [user("Hi.")] },
        response: { choices: [{ message: { role: "assistant", content: "Hello." } }] },
      },
    ],
    ["input and output", { input: [user("Hi.")], output: { role: "assistant", content: "Hello." } }],
    ["input and output as text", { input: { messages: [user("Hi.")] }, output: "Hello." }],
    [
      "messages and choices",
      { messages: [user("Hi.")], choices: [{ message: { role: "assistant", content: "Hello." } }] },
    ],
  ])("may be %s", (_, record) => {
    expect(shapeOf(parseRecord(record).call)).toEqual(["caller: Hi.", "agent: Hello."]);
  });

  test("of one request is known by the request, and kept with the others of its call", () => {
    const record = {
      call_id: "c-1",
      request: {
        model: "m",
        messages: [user("Hi.")],
        tools: [{ type: "function", function: { name: "book" } }],
      },
      response: { id: "chatcmpl-9", choices: [{ message: uses(["x", "book"]) }] },
    };
    const { call } = parseRecord(record);
    expect(call).toMatchObject({ id: "chatcmpl-9", caller: "opaque c-1", model: "m" });
    expect(call?.tools).toHaveLength(1);
    expect(toolCallsOf(call).map((made) => made.result)).toEqual([null]);
  });

  test.each([
    [7, "not_a_record"],
    [{}, "no_transcript"],
    [{ messages: null }, "no_transcript"],
    [{ messages: "hello" }, "messages_unreadable"],
    [{ messages: [] }, "empty_transcript"],
    [{ messages: [user(" "), { role: "assistant", content: null }] }, "empty_transcript"],
    [{ messages: [{ role: "narrator" }] }, "messages_unreadable"],
    [JSON.parse(`${'{"a":'.repeat(9000)}1${"}".repeat(9000)}`), "too_large"],
  ])("that makes no call says why (%#)", (record, reason) => {
    const { call, problems } = parseRecord(record);
    expect(call).toBeNull();
    expect(problems.at(-1)).toMatchObject({ place: "calls.jsonl:7", scope: "call", reason });
  });
});
