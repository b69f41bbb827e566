import { describe, expect, test } from "vitest";
import { shapeOf, toolCallsOf } from "../../../../test/support/call-shapes.ts";
import { parseMessages, result, user, uses, wire } from "../../../../test/support/openai-wire.ts";

describe("results of tool calls", () => {
  test("go to the nearest tool call of their id, since ids repeat within one call", () => {
    const { call, problems } = parseMessages([
      user("For two."),
      uses(["call_0", "book", '{"n":2}']),
      result("call_0", "full"),
      user("Three, then."),
      uses(["call_0", "book", '{"n":3}']),
      result("call_0", "booked"),
    ]);
    expect(problems).toEqual([]);
    expect(toolCallsOf(call).map((made) => made.result)).toEqual(["full", "booked"]);
  });

  test("go by place where one id stands twice in a message", () => {
    const { call } = parseMessages([
      user("Both."),
      uses(["c", "a"], ["c", "b"]),
      result("c", "of a"),
      result("c", "of b"),
    ]);
    expect(toolCallsOf(call).map((made) => made.result)).toEqual(["of a", "of b"]);
  });

  test("go by id where they come in another order, or late", () => {
    const { call, problems } = parseMessages([
      user("Both."),
      uses(["x", "a"], ["y", "b"]),
      result("y", "of b"),
      user("Are you there?"),
      result("x", "of a"),
    ]);
    expect(toolCallsOf(call).map((made) => made.result)).toEqual(["of a", "of b"]);
    expect(problems).toEqual([]);
  });

  test.each([
    ["an id nobody used", [user("Hi."), uses(["x", "a"]), result("z", "of nothing")]],
    [
      "a second one for the same tool call",
      [user("Hi."), uses(["x", "a"]), result("x", "1"), result("x", "2")],
    ],
    [
      "one without an id after the caller spoke",
      [uses(["x", "a"]), user("Hi."), { role: "tool", content: "1" }],
    ],
  ])("that answer nothing are problems: %s", (_, messages) => {
    const { call, problems } = parseMessages(messages);
    expect(call).not.toBeNull();
    expect(problems).toEqual([
      expect.objectContaining({
        scope: "part",
        reason: "result_without_tool_call",
        detail: expect.any(String),
      }),
    ]);
  });

  test("that never came are null", () => {
    expect(
      toolCallsOf(parseMessages([user("Hi."), uses(["x", "a"])]).call).map((made) => made.result),
    ).toEqual([null]);
  });

  test("of the deprecated function form go by name", () => {
    const { call } = parseMessages([
      user("For two."),
      { role: "assistant", content: null, function_call: { name: "book", arguments: '{"n":2}' } },
      { role: "function", name: "book", content: "booked" },
    ]);
    expect(toolCallsOf(call)).toEqual([
      { id: "unnamed_1", name: "book", arguments: '{"n":2}', result: "booked", succeeded: null },
    ]);
  });

  test.each([
    ["IN_PROGRESS", { result: null, succeeded: null }],
    ["CANCELLED", { result: "CANCELLED", succeeded: false }],
    ["COMPLETED", { result: "COMPLETED", succeeded: null }],
  ])("that say %s in Pipecat's way are understood", (content, expected) => {
    const { call } = parseMessages([user("Hi."), uses(["x", "a"]), result("x", content)]);
    expect(toolCallsOf(call)[0]).toMatchObject(expected);
  });

  test("that say IN_PROGRESS leave the tool call open for the real one", () => {
    const { call, problems } = parseMessages([
      uses(["x", "a"]),
      result("x", "IN_PROGRESS"),
      user("Well?"),
      result("x", "done"),
    ]);
    expect(toolCallsOf(call).map((made) => made.result)).toEqual(["done"]);
    expect(problems).toEqual([]);
  });
});

describe("turns", () => {
  test("of one speaker in several messages are one, but words behind tool calls are a turn of their own", () => {
    const { call } = parseMessages([
      user("I'd like"),
      user("a table."),
      { role: "assistant", content: "Sure." },
      { role: "assistant", content: "One moment.", tool_calls: [wire(["x", "check"])] },
      result("x", "free"),
      { role: "assistant", content: "It's free." },
    ]);
    expect(shapeOf(call)).toEqual([
      "caller: I'd like a table.",
      "agent: Sure. One moment. [check]",
      "agent: It's free.",
    ]);
  });

  test("split into one message a tool call are whole again when the results stand behind all of them", () => {
    const { call } = parseMessages([
      user("Both."),
      uses(["x", "a"]),
      uses(["y", "b"]),
      result("x", "1"),
      result("y", "2"),
    ]);
    expect(shapeOf(call)).toEqual(["caller: Both.", "agent:  [a b]"]);
  });

  test.each([
    ["a result stands between", [uses(["x", "a"]), result("x", "1"), uses(["y", "b"]), result("y", "2")]],
    ["no result follows", [uses(["x", "a"]), uses(["y", "b"])]],
    [
      "the second has words",
      [uses(["x", "a"]), { ...uses(["y", "b"]), content: "And b." }, result("x", "1"), result("y", "2")],
    ],
  ])("stay one after the other when %s", (_, messages) => {
    const { call } = parseMessages([user("Both."), ...messages]);
    expect(call?.turns.filter(({ role }) => role === "agent")).toHaveLength(2);
  });

  test("that said nothing count only for the agent, who should have", () => {
    const { call } = parseMessages([
      user("Hi."),
      user("  "),
      { role: "assistant", content: "" },
      user("Hello?"),
    ]);
    expect(shapeOf(call)).toEqual(["caller: Hi.", "agent: ", "caller: Hello?"]);
  });

  test("may be in parts, wrapped for one LLM, or refusals", () => {
    const { call } = parseMessages([
      {
        role: "user",
        content: [
          { type: "text", text: "Hi." },
          { type: "input_audio", transcript: "It's me." },
        ],
      },
      { llm: "openai", message: { role: "assistant", content: null, refusal: "I can't." } },
    ]);
    expect(shapeOf(call)).toEqual(["caller: Hi. It's me.", "agent: I can't."]);
  });

  test("cut off by the caller are marked", () => {
    const { call } = parseMessages([
      { role: "assistant", content: "We have—" },
      user("No."),
      { role: "assistant", content: "Ok", interrupted: true },
    ]);
    expect(call?.turns.map((turn) => turn.role === "agent" && turn.interrupted === true)).toEqual([
      true,
      false,
      true,
    ]);
  });

  test.each([
    ["nobody we know", { role: "narrator", content: "He hangs up." }, "has no role we know"],
    ["nothing", null, "is not a message"],
    ["no text", { role: "user", content: 7 }, "has no text we can read"],
  ])("of %s are problems, and the call stays", (_, message, fault) => {
    const { call, problems } = parseMessages([user("Hi."), message]);
    expect(shapeOf(call)).toEqual(["caller: Hi."]);
    expect(problems).toEqual([
      { place: "calls.jsonl:7", scope: "part", reason: "turn_unreadable", detail: `messages[1] ${fault}` },
    ]);
  });

  test("keep tool calls that can be read when one beside can't", () => {
    const { call, problems } = parseMessages([
      user("Hi."),
      { role: "assistant", tool_calls: [wire(["x", "a"]), { id: "y" }, 3] },
    ]);
    expect(toolCallsOf(call)).toHaveLength(1);
    expect(problems.map(({ reason, detail }) => [reason, detail])).toEqual([
      ["tool_call_unreadable", "messages[1].tool_calls[1] has no name"],
      ["tool_call_unreadable", "messages[1].tool_calls[2] has no name"],
    ]);
  });
});
