import { describe, expect, test } from "vitest";
import { shapeOf } from "../../../../test/support/call-shapes.ts";
import { parseTables, row, said } from "../../../../test/support/table-rows.ts";
import { tables } from "../tables.ts";

describe("what a source has to read", () => {
  test("is the three usual tables where the config says nothing", () => {
    expect(tables.selection(tables.options.parse({}))).toEqual({
      table: "calls",
      key: "id",
      columns: [
        "id",
        "call_sid",
        "tenant_id",
        "status",
        "direction",
        "from_number",
        "started_at",
        "ended_at",
        "outcome",
        "transcript",
      ],
      timeColumn: "ended_at",
      statusColumn: "status",
      tenantColumn: "tenant_id",
      startedColumn: "started_at",
      parents: {
        tenant: {
          table: "tenants",
          column: "id",
          callColumn: "tenant_id",
          columns: ["id", "business_name", "industry", "agent_name", "agent_personality"],
        },
      },
      children: {
        tool_calls: {
          table: "llm_function_calls",
          column: "call_sid",
          callColumn: "call_sid",
          columns: ["id", "function_name", "arguments", "result", "success", "user_message", "created_at"],
          orderBy: ["created_at", "id"],
          key: "id",
        },
      },
    });
  });

  test("follows the config, and reads nothing that isn't there", () => {
    const selection = tables.selection(
      tables.options.parse({
        calls: {
          table: "crm.phone_calls",
          sid: null,
          tenant: null,
          endedAt: null,
          direction: null,
          model: "llm",
        },
        tenants: null,
        toolCalls: { callKey: "phone_call_id", succeeded: null, userMessage: null, latencyMs: "took_ms" },
        transcript: { layout: "rows", table: "utterances", order: "seq" },
      }),
    );
    expect(selection).toMatchObject({
      table: "crm.phone_calls",
      timeColumn: "started_at",
      tenantColumn: null,
      parents: {},
    });
    expect(selection?.columns).toEqual(["id", "status", "from_number", "started_at", "outcome", "llm"]);
    expect(selection?.children).toMatchObject({
      tool_calls: { column: "phone_call_id", callColumn: "id", columns: expect.arrayContaining(["took_ms"]) },
      turns: {
        table: "utterances",
        column: "call_id",
        callColumn: "id",
        orderBy: ["seq", "created_at", "id"],
      },
    });
  });

  test("never gives a child the name of a column of the call", () => {
    const options = tables.options.parse({ calls: { transcript: "tool_calls" } });
    expect(Object.keys(tables.selection(options)?.children ?? {})).toEqual(["tool_calls_rows"]);
    const record = {
      id: 1,
      tool_calls: [said("user", "Hi.")],
      tool_calls_rows: [row({ user_message: "Hi." })],
    };
    expect(shapeOf(parseTables(record, { calls: { transcript: "tool_calls" } }).call)).toEqual([
      "caller: Hi.",
      "agent:  [check]",
    ]);
  });

  test.each([
    ["a key that doesn't exist", { call: {} }],
    ["a column without a name", { calls: { id: "" } }],
    ["a layout that doesn't exist", { transcript: "table" }],
  ])("can't be told by %s", (_, options) => {
    expect(tables.options.safeParse(options).success).toBe(false);
  });
});
