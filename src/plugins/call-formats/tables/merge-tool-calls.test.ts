import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { shapeOf, toolCallsOf } from "../../../../test/support/call-shapes.ts";
import { at, parseTables, row, said } from "../../../../test/support/table-rows.ts";

describe("tool calls stand in the transcript", () => {
  test.each([
    [
      "in the agent's turn before them, and the words behind them are its next turn",
      [said("user", "For two.", 1), said("assistant", "One moment.", 2), said("assistant", "It's free.", 4)],
      [row({ created_at: at(3) })],
      ["caller: For two.", "agent: One moment. [check]", "agent: It's free."],
    ],
    [
      "in a turn of their own where the caller spoke last",
      [said("user", "For two.", 1), said("assistant", "It's free.", 4)],
      [row({ created_at: at(3) })],
      ["caller: For two.", "agent:  [check]", "agent: It's free."],
    ],
    [
      "side by side where they were made together",
      [said("user", "Both.", 1)],
      [row({ created_at: at(3) }), row({ created_at: at(3.2), function_name: "book" })],
      ["caller: Both.", "agent:  [check book]"],
    ],
    [
      "one after the other where time passed",
      [said("user", "Both.", 1), said("assistant", "Sure.", 2)],
      [row({ created_at: at(3) }), row({ created_at: at(3.8), function_name: "book" })],
      ["caller: Both.", "agent: Sure. [check]", "agent:  [book]"],
    ],
    [
      "one after the other where somebody spoke between",
      [said("user", "This.", 1), said("user", "And that.", 1.1)],
      [row({ created_at: at(1.05) }), row({ created_at: at(1.15), function_name: "book" })],
      ["caller: This.", "agent:  [check]", "caller: And that.", "agent:  [book]"],
    ],
    [
      "behind the caller's words of the same time",
      [said("user", "For two.", 1), said("assistant", "It's free.", 1)],
      [row({ created_at: at(1) })],
      ["caller: For two.", "agent:  [check]", "agent: It's free."],
    ],
    [
      "by their times, however rows and entries are ordered",
      [said("assistant", "It's free.", 4), said("user", "For two.", 1)],
      [row({ created_at: at(6), function_name: "book" }), row({ created_at: at(3) })],
      ["caller: For two.", "agent:  [check]", "agent: It's free. [book]"],
    ],
    [
      "before everything where they were made first",
      [said("assistant", "Hello.", 4)],
      [row({ created_at: at(3) })],
      ["agent:  [check]", "agent: Hello."],
    ],
  ])("%s", (_, transcript, rows, expected) => {
    const { call, problems } = parseTables({ id: 1, transcript, tool_calls: rows });
    expect(shapeOf(call)).toEqual(expected);
    expect(problems).toEqual([]);
  });

  test("where entries count seconds from the start, once the call says when that was", () => {
    const transcript = [
      { role: "user", text: "For two.", start: 1 },
      { role: "agent", text: "It's free.", start: 4 },
    ];
    const record = { id: 1, started_at: at(0), transcript, tool_calls: [row({ created_at: at(3) })] };
    const { call } = parseTables(record);
    expect(shapeOf(call)).toEqual(["caller: For two.", "agent:  [check]", "agent: It's free."]);
    expect(call?.turns.map(({ atMs }) => atMs)).toEqual([1000, 3000, 4000]);
    expect(parseTables({ ...record, started_at: null }).problems).toMatchObject([
      { reason: "tool_call_unplaced" },
    ]);
  });

  test("never by a clock that shows the time of day", () => {
    const transcript = "[14:00:01] User: For two.\n[14:00:04] AI: It's free.";
    const record = {
      id: 1,
      started_at: at(0),
      transcript,
      tool_calls: [row({ created_at: at(3), user_message: "For two." })],
    };
    const { call } = parseTables(record, { transcript: "text" });
    expect(shapeOf(call)).toEqual(["caller: For two.", "agent:  [check]", "agent: It's free."]);
  });

  test.each([
    ["equal words", ["Yes.", "For two.", "Yes, two."], ["for two"], 1],
    ["words among others", ["Hi.", "A table for two, please.", "Bye."], ["Table for two!"], 1],
    ["the last time they were said", ["Yes.", "No.", "Yes."], ["yes"], 2],
    ["never behind a later tool call", ["Yes.", "For two.", "Yes."], ["yes", "for two"], 0],
  ])("behind the caller's words where the transcript has no times: %s", (_, callers, spoken, place) => {
    const transcript = callers.flatMap((text, index) => [
      said("user", text),
      said("assistant", `Reply ${index}.`),
    ]);
    const rows = spoken.map((words, index) => row({ user_message: words, created_at: at(index) }));
    const { call, problems } = parseTables({ id: 1, transcript, tool_calls: rows });
    expect(problems).toEqual([]);
    const before =
      call?.turns[
        (call?.turns.findIndex((turn) => turn.role === "agent" && turn.toolCalls.length > 0) ?? 0) - 1
      ];
    expect(before).toMatchObject({ role: "caller", text: callers[place] });
  });

  test("behind words that the transcript keeps in pieces", () => {
    const transcript = [said("user", "A table"), said("user", "for two"), said("assistant", "Free.")];
    const { call } = parseTables({
      id: 1,
      transcript,
      tool_calls: [row({ user_message: "A table for two" })],
    });
    expect(shapeOf(call)).toEqual(["caller: A table for two", "agent:  [check]", "agent: Free."]);
  });

  test.each([
    ["nobody said", { user_message: "For three.", created_at: at(3) }],
    ["are only part of a word", { user_message: "no", created_at: at(3) }],
    ["aren't kept", { user_message: null, created_at: at(3) }],
  ])("nowhere when their words %s and the transcript has no times, which is a problem", (_, columns) => {
    const transcript = [said("user", "I know."), said("assistant", "Sure.")];
    const { call, problems } = parseTables({ id: 1, transcript, tool_calls: [row(columns)] });
    expect(shapeOf(call)).toEqual(["caller: I know.", "agent: Sure."]);
    expect(problems).toEqual([
      { place: "calls:1", scope: "part", reason: "tool_call_unplaced", detail: "llm_function_calls:f-1" },
    ]);
  });

  test("all of them, whatever their times", () => {
    const second = fc.integer({ min: 0, max: 20 });
    fc.assert(
      fc.property(fc.array(second, { minLength: 1 }), fc.array(second), (entries, rows) => {
        const transcript = entries.map((time, index) =>
          said(index % 2 === 0 ? "user" : "assistant", `Words ${index}.`, time),
        );
        const { call, problems } = parseTables({
          id: 1,
          transcript,
          tool_calls: rows.map((time, index) => row({ id: `f-${index}`, created_at: at(time) })),
        });
        const times = call?.turns.map(({ atMs }) => atMs ?? -1) ?? [];
        expect(times).toEqual([...times].sort((left, right) => left - right));
        expect(
          toolCallsOf(call)
            .map(({ id }) => id)
            .sort(),
        ).toEqual(rows.map((_, index) => `f-${index}`).sort());
        expect(problems).toEqual([]);
      }),
    );
  });
});
