import { describe, expect, test } from "vitest";
import { shapeOf, toolCallsOf } from "../../../../test/support/call-shapes.ts";
import { at, parseTables, row, said } from "../../../../test/support/table-rows.ts";

describe("a transcript", () => {
  const expected = ["agent: Tony's, Mia speaking.", "caller: Hi."];

  test.each([
    ["a list", [said("assistant", "Tony's, Mia speaking."), said("user", "Hi.")]],
    [
      "text that holds the list",
      JSON.stringify([said("bot", "Tony's, Mia speaking."), said("customer", "Hi.")]),
    ],
    [
      "text in text",
      JSON.stringify(JSON.stringify([said("AI", "Tony's, Mia speaking."), said("Human", "Hi.")])),
    ],
    [
      "an object around the list",
      { messages: [said("agent", "Tony's, Mia speaking."), said("caller", "Hi.")] },
    ],
    [
      "entries under other names",
      [
        { speaker: "Mia", text: "Tony's, Mia speaking." },
        { sender: "guest", message: "Hi." },
      ],
    ],
    [
      "entries of parts",
      [said("assistant", [{ type: "text", text: "Tony's, Mia speaking." }]), said("user", ["Hi."])],
    ],
    ["a list of lines", ["AI: Tony's, Mia speaking.", "User: Hi."]],
  ])("may be %s", (_, transcript) => {
    expect(shapeOf(parseTables({ id: 1, tenant: { id: "t", agent_name: "Mia" }, transcript }).call)).toEqual(
      expected,
    );
  });

  test.each([
    ["lines", "AI: Tony's, Mia speaking.\nUser: Hi."],
    ["lines of Windows", "Agent: Tony's, Mia speaking.\r\nCaller: Hi.\r\n"],
    ["lines with blank ones between", "\nAssistant:   Tony's, Mia speaking.\n\n\nCustomer: Hi.\n"],
    ["times before the names", "[00:01] Bot: Tony's, Mia speaking.\n[00:04] Human: Hi."],
    ["times behind the names", "Bot (0:01): Tony's, Mia speaking.\nHuman (0:04): Hi."],
    ["bold names", "**AI:** Tony's, Mia speaking.\n**User:** Hi."],
    ["one line", "AI: Tony's, Mia speaking. User: Hi."],
    ["names of its own", "Mia: Tony's, Mia speaking.\nSpeaker 2: Hi."],
    [
      "a JSON list after all",
      JSON.stringify([said("assistant", "Tony's, Mia speaking."), said("user", "Hi.")]),
    ],
  ])("may be one text of %s", (_, transcript) => {
    const options = { transcript: "text", speakers: { agent: ["Mia"], caller: ["speaker 2"] } };
    expect(shapeOf(parseTables({ id: 1, transcript }, options).call)).toEqual(expected);
  });

  test("of text keeps turns of several lines, colons and all", () => {
    const transcript = "AI: Your order:\n1 pizza\nTotal: $12\nNote: at 7:30, see https://a.b\nUser: Right.";
    expect(shapeOf(parseTables({ id: 1, transcript }, { transcript: "text" }).call)).toEqual([
      "agent: Your order:\n1 pizza\nTotal: $12\nNote: at 7:30, see https://a.b",
      "caller: Right.",
    ]);
  });

  test("of text with a speaker nobody told us of is lost, not put into another's mouth", () => {
    const transcript = "AI: Hello.\nBob: Hi.\nAI: Yes?\nBob: Two pizzas.";
    expect(parseTables({ id: 1, transcript }, { transcript: "text" })).toEqual({
      call: null,
      problems: [
        {
          place: "calls:1",
          scope: "call",
          reason: "transcript_unreadable",
          detail: "line 4 has an unknown speaker; name it under speakers",
        },
      ],
    });
  });

  test("of text without any speaker is unreadable", () => {
    const { problems } = parseTables({ id: 1, transcript: "hello there\nhi" }, { transcript: "text" });
    expect(problems.at(-1)).toMatchObject({ scope: "call", reason: "transcript_unreadable" });
  });

  test("of rows is read in their order, which comes before their times", () => {
    const turns = [
      { id: 3, seq: 3, role: "user", content: "Bye.", created_at: at(1) },
      { id: 1, seq: 1, role: "assistant", content: "Hello.", created_at: at(9) },
      { id: 2, seq: 2, role: "assistant", content: "Still there?", created_at: at(5) },
    ];
    const options = { transcript: { layout: "rows", order: "seq" } };
    expect(shapeOf(parseTables({ id: 1, turns }, options).call)).toEqual([
      "agent: Hello. Still there?",
      "caller: Bye.",
    ]);
  });

  test("of rows whose words are a jsonb column has no quotes about them", () => {
    const turns = [
      { id: 1, role: "user", content: '"He said \\"two\\"."' },
      { id: 2, role: "agent", content: '"Sure," she said.' },
    ];
    expect(shapeOf(parseTables({ id: 1, turns }, { transcript: { layout: "rows" } }).call)).toEqual([
      'caller: He said "two".',
      'agent: "Sure," she said.',
    ]);
  });

  test.each(["Phone caller", "Customer", "LEAD"])("of text knows %s as the caller", (name) => {
    const transcript = `Virtual Assistant: Hello.\n${name}: Hi.`;
    expect(shapeOf(parseTables({ id: 1, transcript }, { transcript: "text" }).call)).toEqual([
      "agent: Hello.",
      "caller: Hi.",
    ]);
  });

  test("of rows is read by their times where nothing counts them", () => {
    const turns = [
      { id: 2, who: "bot", what: "Bye.", said_at: at(9) },
      { id: 1, who: "human", what: "Hello.", said_at: at(1) },
    ];
    const options = { transcript: { layout: "rows", role: "who", text: "what", at: "said_at" } };
    expect(shapeOf(parseTables({ id: 1, turns: JSON.stringify(turns) }, options).call)).toEqual([
      "caller: Hello.",
      "agent: Bye.",
    ]);
    expect(parseTables({ id: 1 }, options).problems).toMatchObject([{ reason: "no_transcript" }]);
    expect(parseTables({ id: 1, turns: [] }, options).problems).toMatchObject([
      { reason: "empty_transcript" },
    ]);
  });

  test("may hold the tool calls itself", () => {
    const transcript = [
      said("system", "You are Mia."),
      said("user", "For two."),
      {
        role: "assistant",
        content: null,
        tool_calls: [{ id: "x", function: { name: "check", arguments: { n: 2 } } }],
      },
      { role: "tool", tool_call_id: "x", content: "free" },
      { role: "tool_call", name: "book", args: '{"n":2}', result: { ok: false }, success: false },
      said("assistant", "Booked."),
    ];
    const { call, problems } = parseTables({ id: 1, transcript }, { toolCalls: "embedded" });
    expect(problems).toEqual([]);
    expect(call?.systemPrompt).toBe("You are Mia.");
    expect(shapeOf(call)).toEqual([
      "caller: For two.",
      "agent:  [check]",
      "agent:  [book]",
      "agent: Booked.",
    ]);
    expect(toolCallsOf(call)).toEqual([
      { id: "x", name: "check", arguments: '{"n":2}', result: "free", succeeded: null },
      { id: "unnamed_1", name: "book", arguments: '{"n":2}', result: '{"ok":false}', succeeded: false },
    ]);
  });

  test("that tells of the same tool calls as the rows gives way to them", () => {
    const transcript = [
      said("user", "For two.", 1),
      {
        role: "assistant",
        content: "",
        tool_calls: [{ id: "x", function: { name: "check", arguments: "{}" } }],
        timestamp: at(2),
      },
      { role: "tool", tool_call_id: "x", content: "free", timestamp: at(2) },
      { role: "tool_call", name: "book", timestamp: at(3) },
    ];
    const { call, problems } = parseTables({ id: 1, transcript, tool_calls: [row({ created_at: at(2) })] });
    expect(shapeOf(call)).toEqual(["caller: For two.", "agent:  [check]"]);
    expect(problems).toMatchObject([{ reason: "tool_call_unplaced", detail: "transcript: 1 without a row" }]);
  });

  test("may have one speaker only", () => {
    expect(shapeOf(parseTables({ id: 1, transcript: [said("assistant", "Hello?")] }).call)).toEqual([
      "agent: Hello?",
    ]);
  });
});
