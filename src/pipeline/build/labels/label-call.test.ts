import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cpuSeconds } from "../../../../test/support/cpu-seconds.ts";
import {
  agent,
  book,
  caller,
  callOf,
  labelsOf,
  nameOf,
  tool,
  use,
} from "../../../../test/support/label-calls.ts";
import type { MadeToolCall, Turn } from "../../../domain/call.ts";
import type { Label, RejectDetail } from "../../../domain/label.ts";
import type { JsonObject } from "../../../lib/json.ts";
import { labelCall } from "./label-call.ts";
import { ruleSetFrom } from "./rules.ts";

const down = { success: false, error: "calendar not reachable" };

describe("a wrong tool call that was made again rightly is corrected", () => {
  test("after a failure, by the same again", () => {
    const [first, second] = labels([
      caller("for six at seven pm"),
      agent("", use("book_table", { party_size: 6, time: "19:00" }, down)),
      agent("Let me try again.", use("book_table", { time: "19:00", party_size: 6 })),
    ]);
    expect(learnt(first)).toEqual([{ party_size: 6, time: "19:00" }]);
    expect(second).toEqual({ verdict: "good" });
  });

  test.each<[string, MadeToolCall]>([
    ["broken arguments", use("book_table", "{'party_size': 6}", down)],
    ["arguments that break the schema", use("book_table", { party_size: "6" })],
    ["an invented value", use("book_table", { party_size: 5 })],
  ])("after %s", (_, wrong) => {
    const [first] = labels([
      caller("for six"),
      agent("", wrong),
      caller("hello?"),
      agent("", use("book_table", { party_size: 6 })),
    ]);
    expect(learnt(first)).toEqual([{ party_size: 6 }]);
  });

  test("after the caller's objection, when they had said it before", () => {
    const [first, reply, second] = labels([
      caller("for six"),
      agent("", use("book_table", { party_size: 5 })),
      agent("Booked for five."),
      caller("No, I said six"),
      agent("", use("book_table", { party_size: 6 })),
    ]);
    expect(learnt(first)).toEqual([{ party_size: 6 }]);
    expect(reply).toEqual({ verdict: "rejected", reason: "contradicted" });
    expect(second).toEqual({ verdict: "good" });
  });

  test("among others made beside it, each in its place, with ids of their own", () => {
    const [first] = labels([
      caller("six on Tuesday, and four on Friday"),
      agent("", bookOn("2026-03-03", 6), { ...bookOn("2026-03-06", 4), succeeded: false }),
      agent("", bookOn("2026-03-06", 4)),
    ]);
    expect(learnt(first)).toEqual([
      { date: "2026-03-03", party_size: 6 },
      { date: "2026-03-06", party_size: 4 },
    ]);
    expect(first?.verdict === "corrected" && new Set(first.toolCalls.map(({ id }) => id)).size).toBe(2);
  });
});

describe("a wrong tool call stays rejected", () => {
  test("when what is right was said only afterwards", () => {
    const turns = [
      caller("for six"),
      agent("", use("book_table", { party_size: 6 }, down)),
      caller("then for four"),
      agent("", use("book_table", { party_size: 4 })),
    ];
    expect(labelsOf(turns)).toEqual(["failed", "good"]);
  });

  test("when a refusal was followed by another choice, even one that was known", () => {
    const turns = [
      caller("at seven pm, or eight pm if you must"),
      agent("", use("book_table", { time: "19:00" }, { success: false, error: "taken" })),
      caller("okay"),
      agent("", use("book_table", { time: "20:00" })),
    ];
    expect(labelsOf(turns)).toEqual(["failed", "good"]);
  });

  test("when the next good use is another matter", () => {
    const turns = [
      caller("six on Tuesday, and four on Friday"),
      agent("", use("book_table", { date: "2026-03-03", party_size: 5 })),
      agent("", use("book_table", { date: "2026-03-06", party_size: 4 })),
    ];
    expect(labelsOf(turns)).toEqual(["ungrounded", "good"]);
  });

  test("when it is never made again, or fails again", () => {
    const turns = [
      caller("for six"),
      agent("", use("book_table", { party_size: 6 }, down)),
      agent("", use("book_table", { party_size: 6 }, down)),
      agent("Sorry."),
    ];
    expect(labelsOf(turns)).toEqual(["failed", "failed", "good"]);
  });

  test("when one beside it is wrong for good", () => {
    const turns = [
      caller("for six"),
      agent("", use("book_table", { party_size: 6 }), use("book_table", { party_size: 7 })),
    ];
    expect(labelsOf(turns)).toEqual(["ungrounded"]);
  });
});

test("what happened comes before what is only suspected", () => {
  const failing = use("book_table", { party_size: 5 }, down);
  expect(labelsOf([caller("for six"), agent("", failing)])).toEqual(["failed"]);
  expect(labelsOf([caller("for six"), agent("", { ...failing, arguments: "{" })])).toEqual([
    "arguments_not_json",
  ]);
});

test("the same call gets the same labels, one for each of the agent's turns, whatever is in it", () => {
  const turn = fc.oneof(
    fc.record({ role: fc.constant("caller" as const), text: words() }),
    fc.record({ role: fc.constant("system" as const), text: words() }),
    fc.record({
      role: fc.constant("agent" as const),
      text: words(),
      toolCalls: fc.array(toolCall(), { maxLength: 3 }),
    }),
  );
  const rules = ruleSetFrom({});
  fc.assert(
    fc.property(fc.array(turn, { maxLength: 12 }), (turns) => {
      const call = callOf(turns);
      const frozen = JSON.stringify(call);
      const first = labelCall(call, [book], rules);
      expect(first).toHaveLength(turns.filter(({ role }) => role === "agent").length);
      expect(labelCall(call, [book], rules)).toEqual(first);
      expect(JSON.stringify(call)).toBe(frozen);
    }),
  );
});

test("a turn of two megabytes takes moments, not minutes", () => {
  const long = caller("no, I said seven, not 555 0132 on Friday. ".repeat(50_000));
  const turns = [long, agent("So five?"), long, agent("", use("book_table", { party_size: 5 })), long];
  // Squares of steps would take days.
  expect(cpuSeconds(() => expect(labelsOf(turns)).toHaveLength(2))).toBeLessThan(120);
}, 600_000);

test("a call without turns has no labels, and tools may be unknown", () => {
  expect(labelsOf([])).toEqual([]);
  expect(labelsOf([caller("six"), agent("", use("anything", { n: 6 }))], [])).toEqual(["good"]);
});

test("the labels of one call know nothing of another's tools", () => {
  const rules = ruleSetFrom({});
  const turns = [caller("six"), agent("", use("book_table", { party_size: 6 }))];
  const strict = tool("book_table", { party_size: { type: "string" } });
  expect(labelCall(callOf(turns), [book], rules).map(nameOf)).toEqual(["good"]);
  expect(labelCall(callOf(turns), [strict], rules).map(nameOf)).toEqual(["schema_invalid"]);
});

function labels(turns: readonly Turn[]): Label[] {
  return labelCall(callOf(turns), [book], ruleSetFrom({}));
}

function bookOn(date: string, size: number): MadeToolCall {
  return use("book_table", { date, party_size: size });
}

function learnt(label: Label | undefined): JsonObject[] {
  if (label?.verdict !== "corrected") return [];
  return label.toolCalls.map((made) => JSON.parse(made.function.arguments));
}

function words() {
  const said = [
    "no",
    "six",
    "I said",
    "Tuesday",
    "at seven pm",
    "not",
    "that's wrong",
    "S M I T H",
    "555 0132",
    "—",
  ];
  return fc.oneof(
    fc.array(fc.constantFrom(...said), { maxLength: 8 }).map((parts) => parts.join(" ")),
    fc.string(),
  );
}

function toolCall() {
  return fc.record({
    id: fc.constant("id"),
    name: fc.constantFrom("book_table", "other"),
    arguments: fc.oneof(fc.json(), fc.string(), fc.constant('{"party_size":6}')),
    result: fc.oneof(fc.constant(null), fc.json(), fc.string()),
    succeeded: fc.constantFrom(true, false, null),
  });
}

test.each<[string, MadeToolCall, RejectDetail]>([
  ["ungrounded", use("book_table", { party_size: 6, name: "John Smith" }), { argument: "name" }],
  ["schema_invalid", use("book_table", { party_size: "6" }), { argument: "party_size", keyword: "type" }],
  [
    "schema_invalid",
    use("book_table", { colour: "red" }),
    { argument: "colour", keyword: "additionalProperties" },
  ],
  ["unknown_tool", use("book_tables", {}), { tool: "book_tables" }],
  ["unknown_tool", use("call +1 415 555", {}), { tool: "…" }],
])("%s says which name broke the rule, and no value", (reason, made, detail) => {
  const labels = labelCall(callOf([caller("for six"), agent("", made)]), [book], ruleSetFrom({}));
  expect(labels).toEqual([{ verdict: "rejected", reason, detail }]);
});
