import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Call } from "../../domain/call.ts";
import { Problem } from "../../domain/problem.ts";
import { isJsonObject, type Json } from "../../lib/json.ts";
import type { CallFormat, ParsedRecord } from "./call-format.ts";
import { type CallFormatName, callFormats } from "./index.ts";

/** One true record of each format, tool calls, caller's number and all. A new format brings its own. */
const trueRecords: Readonly<Record<CallFormatName, { readonly record: Json; readonly toolCalls: number }>> = {
  tables: {
    toolCalls: 2,
    record: {
      id: "6f1c",
      call_sid: "CA77",
      tenant_id: "t-1",
      status: "completed",
      direction: "inbound",
      from_number: "+12025550143",
      started_at: "2026-03-04 12:00:00+00",
      ended_at: "2026-03-04 12:01:10+00",
      outcome: "order_placed",
      transcript:
        '[{"role": "assistant", "content": "Tony\'s, Mia speaking.", "timestamp": "2026-03-04T12:00:01.000Z"},' +
        ' {"role": "user", "content": "uh two margheritas please", "timestamp": "2026-03-04T12:00:06.000Z"},' +
        ' {"role": "assistant", "content": "That\'s 24 dollars.", "timestamp": "2026-03-04T12:00:12.000Z"}]',
      tenant: {
        id: "t-1",
        business_name: "Tony's",
        industry: "pizza",
        agent_name: "Mia",
        agent_personality: "{}",
      },
      tool_calls: [
        {
          id: "81",
          function_name: "create_order",
          arguments: '{"items": [{"name": "margherita", "quantity": 2}]}',
          result: '{"success": true, "total": 24}',
          success: "true",
          user_message: "uh two margheritas please",
          created_at: "2026-03-04 12:00:08.5+00",
        },
        {
          id: "82",
          function_name: "end_call",
          arguments: "{}",
          result: null,
          success: null,
          user_message: null,
          created_at: "2026-03-04 12:01:09+00",
        },
      ],
    },
  },
  "openai-messages": {
    toolCalls: 1,
    record: {
      call_id: "c-9",
      from_number: "+12025550143",
      started_at: "2026-03-04T12:00:00Z",
      status: "completed",
      tools: [{ type: "function", function: { name: "check_availability", parameters: { type: "object" } } }],
      messages: [
        { role: "system", content: "You are Mia of the dental clinic." },
        { role: "user", content: "anything on thursday" },
        {
          role: "assistant",
          content: null,
          tool_calls: [
            {
              id: "x",
              type: "function",
              function: { name: "check_availability", arguments: '{"day":"2026-03-05"}' },
            },
          ],
        },
        { role: "tool", tool_call_id: "x", content: '{"slots":["10:00"]}' },
        { role: "assistant", content: "Ten o'clock is free." },
      ],
    },
  },
};

/** Anything that JSON can hold, but for `-0`: it is read, and written again as `0`. */
const anyJson = fc.jsonValue().map((value): Json => JSON.parse(JSON.stringify(value)));

describe.each(names())("the call format %s", (name) => {
  const { record, toolCalls } = trueRecords[name];

  test("reads a true record whole", () => {
    const { call, problems } = parse(name, record);
    expect(problems).toEqual([]);
    expect(Call.parse(call)).toEqual(call);
    expect(toolCallsIn(call)).toBe(toolCalls);
    expect(call?.caller).toBe("caller of 12 characters");
  });

  test("keeps no caller's number", () => {
    expect(JSON.stringify(parse(name, record))).not.toContain("2025550143");
  });

  test("reads the same record the same way, and leaves it as it was", () => {
    const before = structuredClone(record);
    expect(parse(name, record)).toEqual(parse(name, structuredClone(record)));
    expect(record).toEqual(before);
  });

  test("has a default for every option, which its own options accept", () => {
    const format: CallFormat = callFormats[name];
    const usual = format.options.parse({});
    expect(format.options.parse(usual)).toEqual(usual);
    expect(format.options.safeParse({ nonsense: 1 }).success).toBe(false);
    expect(format.about).toMatch(/^\w/);
  });

  test("never throws, and says of anything what became of it", () => {
    fc.assert(fc.property(anyJson, (value) => expectContract(parse(name, value))));
  });

  test("survives anything anywhere in a true record", () => {
    const broken = fc
      .tuple(fc.nat(countValues(record) - 1), anyJson)
      .map(([place, value]) => replaced(record, place, value));
    fc.assert(
      fc.property(broken, (value) => expectContract(parse(name, value))),
      { numRuns: 500 },
    );
  });

  test("loses no tool call of a true record: whatever else is broken, each is in the call or in the problems", () => {
    const broken = fc
      .tuple(fc.nat(countValues(record) - 1), fc.constantFrom<Json>(null, 7, "x", [], {}))
      .map(([place, value]) => replaced(record, place, value as Json));
    fc.assert(
      fc.property(broken, (value) => {
        const logged = countNamed(value);
        const { call, problems } = parse(name, value);
        const told = problems.filter(
          ({ reason }) => reason.startsWith("tool_call") || reason === "turn_unreadable",
        );
        expect(call === null || toolCallsIn(call) + told.length >= logged).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});

function names() {
  return Object.keys(callFormats).filter((name): name is CallFormatName => Object.hasOwn(callFormats, name));
}

function parse(name: CallFormatName, record: unknown): ParsedRecord {
  const format: CallFormat = callFormats[name];
  const context = { place: "here:1", callerId: (key: string) => `caller of ${key.length} characters` };
  return format.parse(record, context, format.options.parse({}));
}

function expectContract({ call, problems }: ParsedRecord): void {
  for (const problem of problems) expect(Problem.parse(problem).place).toBe("here:1");
  const lost = problems.filter(({ scope }) => scope === "call");
  expect(lost).toHaveLength(call === null ? 1 : 0);
  if (call !== null) {
    expect(Call.safeParse(call).error).toBeUndefined();
    expect(JSON.parse(JSON.stringify(call))).toEqual(call);
  }
}

function toolCallsIn(call: Call | null): number {
  return (call?.turns ?? []).reduce(
    (sum, turn) => sum + (turn.role === "agent" ? turn.toolCalls.length : 0),
    0,
  );
}

/** Tool calls that still have their name, under the fields of both records. */
function countNamed(record: Json): number {
  if (!isJsonObject(record)) return 0;
  const { tool_calls: rows, messages } = record;
  const ofRows = Array.isArray(rows)
    ? rows.filter((row) => isJsonObject(row) && hasText(row["function_name"]))
    : [];
  const ofMessages = (Array.isArray(messages) ? messages : []).flatMap((message: Json) => {
    const inMessage = isJsonObject(message) ? message["tool_calls"] : null;
    return Array.isArray(inMessage)
      ? inMessage.filter((one) => isJsonObject(one) && hasText(nameIn(one["function"])))
      : [];
  });
  return ofRows.length + ofMessages.length;
}

function nameIn(value: Json | undefined): Json | undefined {
  return isJsonObject(value) ? value["name"] : undefined;
}

function hasText(value: Json | undefined): boolean {
  return typeof value === "string" && value.trim() !== "";
}

function countValues(value: Json): number {
  if (typeof value !== "object" || value === null) return 1;
  return Object.values(value).reduce((sum: number, inner: Json) => sum + countValues(inner), 1);
}

/** A copy with another value at the n-th place, counted in reading order. */
function replaced(record: Json, place: number, by: Json): Json {
  let left = place;
  const copy = (value: Json): Json => {
    if (left === 0) {
      left -= 1;
      return by;
    }
    left -= 1;
    if (Array.isArray(value)) return value.map(copy);
    if (!isJsonObject(value)) return value;
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, copy(inner)]));
  };
  return copy(record);
}
