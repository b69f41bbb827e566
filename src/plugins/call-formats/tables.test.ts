import { describe, expect, test } from "vitest";
import { parseTables, said } from "../../../test/support/table-rows.ts";

describe("a call's row", () => {
  const record = {
    id: 4711,
    call_sid: "CA1",
    tenant_id: "t-1",
    status: "completed",
    direction: "inbound",
    from_number: "+15550100",
    started_at: "2026-03-04 12:00:00+00",
    ended_at: "2026-03-04 12:03:00.5+00",
    outcome: "booked",
    transcript: JSON.stringify([said("user", "Hi.")]),
    tenant: {
      id: "t-1",
      business_name: "Tony's",
      industry: null,
      agent_personality: '{"tone": "warm"}',
      owner_phone: "+15550199",
    },
    tool_calls: [],
  };

  test("makes a call, the database's texts being values again", () => {
    expect(parseTables(record)).toEqual({
      call: {
        id: "4711",
        caller: "opaque +15550100",
        tenant: {
          id: "t-1",
          columns: { business_name: "Tony's", industry: null, agent_personality: { tone: "warm" } },
        },
        startedAt: "2026-03-04T12:00:00.000Z",
        endedAt: "2026-03-04T12:03:00.500Z",
        status: "completed",
        outcome: "booked",
        model: null,
        systemPrompt: null,
        tools: null,
        turns: [{ role: "caller", text: "Hi." }],
      },
      problems: [],
    });
  });

  test("may hold system prompt, tools and model in columns that the config names", () => {
    const { call } = parseTables(
      { ...record, prompt: "Be brief.", tools: '[{"name": "book"}]', llm: "llama" },
      { calls: { systemPrompt: "prompt", tools: "tools", model: "llm" } },
    );
    expect(call).toMatchObject({
      systemPrompt: "Be brief.",
      tools: [{ type: "function", function: { name: "book" } }],
      model: "llama",
    });
  });

  test.each([
    [
      "the agent called and the number it called is kept",
      { direction: "outbound-api", to_number: "+2" },
      "opaque +2",
    ],
    ["the agent called and nobody says whom", { direction: "outbound" }, null],
    ["the number is withheld", { from_number: null }, null],
  ])("knows the caller when %s", (_, changed, caller) => {
    const options = { calls: { toNumber: "to_number" } };
    expect(parseTables({ ...record, ...changed }, options).call?.caller).toBe(caller);
  });

  test("still knows its tenant's id where the tenant's row is gone", () => {
    expect(parseTables({ ...record, tenant: null }).call?.tenant).toEqual({ id: "t-1", columns: {} });
  });

  test.each([
    [null, "not_a_record"],
    [[], "not_a_record"],
    [{ transcript: [] }, "no_id"],
    [{ id: 1 }, "no_transcript"],
    [{ id: 1, transcript: null }, "no_transcript"],
    [{ id: 1, transcript: "null" }, "no_transcript"],
    [{ id: 1, transcript: "[]" }, "empty_transcript"],
    [{ id: 1, transcript: "" }, "empty_transcript"],
    [{ id: 1, transcript: [said("user", " "), said("assistant", "")] }, "empty_transcript"],
    [{ id: 1, transcript: [said("system", "You are Mia.")] }, "empty_transcript"],
    [{ id: 1, transcript: "AI: hello" }, "transcript_unreadable"],
    [{ id: 1, transcript: '[{"role": "user", "con' }, "transcript_unreadable"],
    [{ id: 1, transcript: 7 }, "transcript_unreadable"],
    [{ id: 1, transcript: [{ role: "narrator", content: "x" }] }, "transcript_unreadable"],
  ])("that makes no call says why: %j", (broken, reason) => {
    const { call, problems } = parseTables(broken);
    expect(call).toBeNull();
    expect(problems.filter(({ scope }) => scope === "call")).toEqual([expect.objectContaining({ reason })]);
  });
});
