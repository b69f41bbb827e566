import { describe, expect, test } from "vitest";
import { toolCallsOf } from "../../../../test/support/call-shapes.ts";
import { at, parseTables, row, said } from "../../../../test/support/table-rows.ts";

describe("a tool call's row", () => {
  test.each([
    ["jsonb's text", '{"n": 2}', '{"n": 2}'],
    ["a value", { n: 2 }, '{"n":2}'],
    ["text in text", JSON.stringify('{"n": 2}'), '{"n": 2}'],
    ["broken JSON", '{"n": 2', '{"n": 2'],
    ["nothing", null, "{}"],
  ])("keeps its arguments raw: %s", (_, value, expected) => {
    expect(toolCallsOf(withRow({ arguments: value }).call)[0]?.arguments).toBe(expected);
  });

  test.each([
    [
      { result: '{"ok": true}', success: "true" },
      { result: '{"ok": true}', succeeded: true },
    ],
    [
      { result: { ok: false }, success: 0 },
      { result: '{"ok":false}', succeeded: false },
    ],
    [
      { result: null, success: null },
      { result: null, succeeded: null },
    ],
    [
      { result: '"done"', success: "failed" },
      { result: "done", succeeded: false },
    ],
  ])("keeps its result raw and its flag as said: %j", (columns, expected) => {
    expect(toolCallsOf(withRow(columns).call)[0]).toMatchObject(expected);
  });

  test("may have a latency", () => {
    const read = (took: unknown) =>
      toolCallsOf(withRow({ took }, { toolCalls: { latencyMs: "took" } }).call)[0]?.latencyMs;
    expect([read("120"), read(-1), read(null)]).toEqual([120, undefined, undefined]);
  });

  test.each([
    ["has no tool's name", { function_name: null }],
    ["is no row", null],
  ])("that %s is a problem, and the call stays", (_, broken) => {
    const transcript = [said("user", "Hi.", 1)];
    const rows = [broken === null ? null : row(broken), row({ created_at: at(2) })];
    const { call, problems } = parseTables({ id: 1, transcript, tool_calls: rows });
    expect(toolCallsOf(call)).toHaveLength(1);
    expect(problems).toMatchObject([{ scope: "part", reason: "tool_call_unreadable" }]);
  });

  test.each(["tool_calls", "llm_function_calls", "function_calls"])("may lie under %s in a file", (name) => {
    const transcript = [said("user", "Hi.", 1)];
    expect(
      toolCallsOf(parseTables({ id: 1, transcript, [name]: [row({ created_at: at(2) })] }).call),
    ).toHaveLength(1);
  });
});

function withRow(columns: object, options: object = {}) {
  const transcript = [said("user", "Hi.", 1)];
  return parseTables({ id: 1, transcript, tool_calls: [row({ created_at: at(2), ...columns })] }, options);
}
