import { describe, expect, test } from "vitest";
import {
  call,
  errorsOf,
  type GivenArguments,
  type GivenCall,
  judged,
  question,
  reply,
} from "../../../../test/support/judging.ts";
import { Case, type ExpectedToolCall } from "../../../domain/case.ts";
import { decidedRightly } from "../../../domain/judgement.ts";
import type { Message } from "../../../domain/message.ts";
import { ScoringOptions } from "../../../domain/scoring-options.ts";
import { createJudge } from "./judge-reply.ts";
import { unreachableArguments } from "./unreachable-arguments.ts";

describe("tool calls that can't be executed", () => {
  test.each<[string, string, GivenArguments, string]>([
    ["broken JSON", "book_table", '{"time": "19:0', "arguments_not_json"],
    ["an object inside a text", "book_table", '"{\\"time\\":\\"19:00\\"}"', "arguments_not_json"],
    ["a list", "book_table", '["19:00"]', "arguments_not_json"],
    [
      "a tower of lists",
      "book_table",
      `{"time":${"[".repeat(9000)}${"]".repeat(9000)}}`,
      "arguments_not_json",
    ],
    ["a value of another type", "book_table", { time: "19:00", party_size: "5" }, "schema_invalid"],
    ["null where the schema has none", "book_table", { time: "19:00", name: null }, "schema_invalid"],
    ["a tool that wasn't offered", "functions.book_table", { time: "19:00" }, "unknown_tool"],
    ["a tool in another case", "Book_Table", { time: "19:00" }, "unknown_tool"],
  ])("%s", (_, name, given, fault) => {
    const found = judged([call("book_table", { time: "19:00" })], [[name, given]]);
    expect(found.toolCalls[0]?.fault).toBe(fault);
    expect(found.exact).toBe(false);
  });

  test("what the expected tool call breaks itself is pardoned", () => {
    const broken = { party_size: "five" };
    expect(judged([call("book_table", broken)], [["book_table", broken]]).exact).toBe(true);
    const other = judged([call("book_table", broken)], [["book_table", { party_size: "six" }]]);
    expect(errorsOf(other)).toEqual(["party_size wrong_value ungrounded"]);
  });
});

describe("a reply without a word or a tool call", () => {
  test.each<[string, string | null]>([
    ["null", null],
    ["no text", ""],
    ["nothing but space", " \n\t"],
  ])("is empty where a reply is due, and never right: %s", (_, content) => {
    const found = createJudge(ScoringOptions.parse({})).judge(question([]), silent(content));
    expect(found).toMatchObject({ decision: "empty", exact: false });
    expect(decidedRightly(found)).toBe(false);
  });

  test("is a missed call where one is due", () => {
    const found = createJudge(ScoringOptions.parse({})).judge(question([call("verify", {})]), silent(null));
    expect(found).toMatchObject({ decision: "missed_call", exact: false });
  });
});

describe("decisions", () => {
  const verify = call("verify", {});
  const transfer = call("transfer", {});
  const seven = call("book_table", { time: "19:00" });
  const eight = call("book_table", { time: "20:00" });

  test.each<[string, ExpectedToolCall[], GivenCall[], string, boolean]>([
    ["both speak", [], [], "reply", true],
    ["a call nobody asked for", [], [["verify", {}]], "false_call", false],
    ["no call where one is due", [verify], [], "missed_call", false],
    ["another tool", [verify], [["transfer", {}]], "wrong_tool", false],
    ["the right tool", [verify], [["verify", {}]], "right_tool", true],
    [
      "two, the other way round",
      [verify, transfer],
      [
        ["transfer", {}],
        ["verify", {}],
      ],
      "right_tool",
      true,
    ],
    ["one of two", [verify, transfer], [["transfer", {}]], "missed_call", false],
    [
      "one right and one wrong of two",
      [verify, transfer],
      [
        ["transfer", {}],
        ["cancel", { id: "7" }],
      ],
      "wrong_tool",
      false,
    ],
    [
      "the same booking twice",
      [seven],
      [
        ["book_table", { time: "19:00" }],
        ["book_table", { time: "19:00" }],
      ],
      "extra_call",
      false,
    ],
    [
      "two of one tool, the other way round",
      [seven, eight],
      [
        ["book_table", { time: "8 pm" }],
        ["book_table", { time: "7 pm" }],
      ],
      "right_tool",
      true,
    ],
    [
      "two of one tool, one wrong",
      [seven, eight],
      [
        ["book_table", { time: "8 pm" }],
        ["book_table", { time: "9 pm" }],
      ],
      "right_tool",
      false,
    ],
  ])("%s", (_, expected, given, decision, exact) => {
    const found = judged(expected, given);
    expect(found.decision).toBe(decision);
    expect(found.exact).toBe(exact);
  });

  test("the assignment that makes most calls right is taken, not the first that fits", () => {
    const either: ExpectedToolCall = { ...seven, accepted: { time: ["20:00"] } };
    const given: GivenCall[] = [
      ["book_table", { time: "19:00" }],
      ["book_table", { time: "20:00" }],
    ];
    expect(judged([either, seven], given).exact).toBe(true);
    expect(judged([seven, either], given).exact).toBe(true);
  });

  test("accepted values may be lists, and may be of what need not be given", () => {
    const stops = {
      ...call("book_table", { stops: ["a"] }),
      accepted: { stops: [["b", "c"]], name: ["Ann"] },
    };
    for (const given of [{ stops: ["a"] }, { stops: ["b", "c"] }, { stops: ["a"], name: "Ann" }])
      expect(judged([stops], [["book_table", given]]).exact).toBe(true);
    for (const given of [{ stops: ["b"] }, { stops: ["a"], name: "Bo" }, { name: "Ann" }])
      expect(judged([stops], [["book_table", given]]).exact).toBe(false);
  });

  test("order counts only where it is asked for", () => {
    const given: GivenCall[] = [
      ["transfer", {}],
      ["verify", {}],
    ];
    const listed = judged([verify, transfer], given, { order: "listed" });
    expect([listed.decision, listed.exact]).toEqual(["wrong_order", false]);
    expect(judged([transfer, verify], given, { order: "listed" }).exact).toBe(true);
  });

  test("words beside a tool call are no reply, and a call in words is none", () => {
    const filler = judged([verify], [["verify", {}]], { text: "One moment, please." });
    expect(filler.exact).toBe(true);
    for (const text of ['{"name": "verify", "arguments": {}}', "verify()", "<tool_call>{}</tool_call>"]) {
      const spoken = judged([], [], { text });
      expect([spoken.decision, spoken.callInText, spoken.exact, decidedRightly(spoken)]).toEqual([
        "reply",
        true,
        false,
        false,
      ]);
    }
    expect(judged([], [], { text: "I'll verify that for you." }).callInText).toBe(false);
  });

  test("a call that was due a turn later is premature; with other arguments it is only false", () => {
    const later = { next: [call("book_table", { time: "19:30" })] };
    const early = judged([], [["book_table", { time: "7:30 pm" }]], later);
    expect([early.decision, early.premature]).toEqual(["false_call", true]);
    expect(judged([], [["book_table", { time: "8:30 pm" }]], later).premature).toBe(false);
  });

  test("what a false call makes up is told", () => {
    const found = judged([], [["book_table", { time: "19:00", name: "Walter" }]]);
    expect(errorsOf(found)).toEqual(["time extra ungrounded", "name extra"]);
  });
});

describe("the day of the call", () => {
  const tomorrow: GivenCall = ["book_table", { notes: "x", date: "2026-03-05" }];
  const spoken = { ...call("book_table", { notes: "x" }), accepted: { date: ["tomorrow"] } };

  test("is the one its prompt names, else the one it began on", () => {
    const asked = { ...question([{ ...spoken, arguments: '{"notes":"x","date":"2026-01-01"}' }]) };
    const judgeOf = createJudge(ScoringOptions.parse({}));
    expect(judgeOf.judge(asked, reply([tomorrow])).exact).toBe(true);
    const [, ...others] = asked.messages;
    const named: Message = { role: "system", content: "Today is Thursday, March 5, 2026." };
    expect(judgeOf.judge({ ...asked, messages: [named, ...others] }, reply([tomorrow])).exact).toBe(false);
    expect(judgeOf.judge({ ...asked, callStartedAt: null }, reply([tomorrow])).exact).toBe(false);
  });
});

test("what nobody in the call had said can't be known, and is told", () => {
  const expected = [call("book_table", { name: "Walter", time: "19:00", party_size: 2, diet: "vegan" })];
  expect(unreachableArguments(question(expected))).toEqual([{ tool: "book_table", parameter: "time" }]);
  expect(unreachableArguments(question([]))).toEqual([]);
});

test("an expected tool call's arguments must be a JSON object", () => {
  const broken = {
    ...question([]),
    expected: { kind: "calls", toolCalls: [{ name: "verify", arguments: "{" }] },
  };
  expect(Case.safeParse(broken).success).toBe(false);
});

function silent(content: string | null) {
  return { ...reply([]), message: { role: "assistant" as const, content } };
}
