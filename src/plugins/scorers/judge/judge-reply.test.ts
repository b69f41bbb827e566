import { describe, expect, test } from "vitest";
import { Case, type ExpectedToolCall } from "../../../domain/case.ts";
import type { AnsweredGeneration } from "../../../domain/generation.ts";
import { type ArgumentVerdict, decidedRightly, type Judgement } from "../../../domain/judgement.ts";
import type { Message } from "../../../domain/message.ts";
import { ScoringOptions } from "../../../domain/scoring-options.ts";
import type { Tool } from "../../../domain/tool.ts";
import { UsageError } from "../../../lib/errors.ts";
import type { Json, JsonObject } from "../../../lib/json.ts";
import { createJudge } from "./judge-reply.ts";
import { unreachableArguments } from "./unreachable-arguments.ts";

const book = tool("book_table", {
  time: { type: "string" },
  party_size: { type: "integer", default: 2 },
  date: { type: "string", format: "date", default: "2026-03-04" },
  phone: { type: "string", pattern: "^\\+\\d{8,15}$" },
  name: { type: "string" },
  notes: { type: ["string", "null"] },
  diet: { type: "string", enum: ["vegetarian", "vegan"] },
  outdoor: { type: "boolean", default: false },
  toppings: { type: "array", items: { type: "string" }, uniqueItems: true },
  stops: { type: "array", items: { type: "string" } },
  code: { type: "string" },
  address: { type: "object", properties: { street: { type: "string" }, zip: { type: "string" } } },
  guests: {
    type: "array",
    items: { type: "object", properties: { name: { type: "string" }, age: { type: "integer" } } },
  },
});
const tools = [
  book,
  tool("cancel", { id: { type: "string" } }, ["id"]),
  tool("verify", {}),
  tool("transfer", {}),
];

type Arguments = JsonObject | string;

describe("arguments that are right", () => {
  test.each<[string, JsonObject, Arguments]>([
    ["keys in another order", { time: "19:00", name: "Ann" }, '{"name":"Ann","time":"19:00"}'],
    ["a declared default sent", { time: "19:00" }, { time: "19:00", party_size: 2 }],
    ["a declared default left out", { time: "19:00", date: "2026-03-04" }, { time: "19:00" }],
    ["a default of false", { time: "19:00" }, { time: "19:00", outdoor: false }],
    ["null for nothing, where the schema allows it", { time: "19:00" }, { time: "19:00", notes: null }],
    ["nothing for null", { time: "19:00", notes: null }, { time: "19:00" }],
    ["the same time another way", { time: "19:30" }, { time: "7:30 PM" }],
    ["a set in another order", { toppings: ["ham", "olives"] }, { toppings: ["olives", "ham"] }],
    [
      "nested keys in another order",
      { address: { street: "1 Oak St", zip: "02139" } },
      { address: { zip: "02139", street: "1 Oak Street" } },
    ],
    ["a list of objects", { guests: [{ name: "José", age: 4 }] }, { guests: [{ age: 4, name: "Jose" }] }],
    ["the number with a fraction of nothing", { party_size: 5 }, '{"party_size":5.0}'],
    ["no text for no arguments", {}, ""],
    ["another script", { name: "渡辺 謙" }, { name: "渡辺謙" }],
    ["an emoji kept", { notes: "🎂 cake" }, { notes: "cake 🎂" }],
  ])("%s", (_, expected, given) => {
    const judged = judge([call("book_table", expected)], [["book_table", given]]);
    expect(errorsOf(judged)).toEqual([]);
    expect(judged.exact).toBe(true);
  });
});

describe("arguments that are wrong", () => {
  test.each<[string, JsonObject, Arguments, string]>([
    ["one is left out", { time: "19:00", name: "Ann" }, { time: "19:00" }, "name missing"],
    ["one too many", { time: "19:00" }, { time: "19:00", name: "Ann" }, "name extra ungrounded"],
    [
      "one too many that the caller had said",
      { time: "19:00" },
      { time: "19:00", name: "Walter" },
      "name extra",
    ],
    ["the other half of the day", { time: "19:00" }, { time: "07:00" }, "time wrong_value ungrounded"],
    ["a number as text", { party_size: 5 }, { party_size: "5" }, "party_size wrong_type"],
    ["text as a number: the zero is gone", { code: "02139" }, { code: 2139 }, "code wrong_type"],
    ["true as text", { outdoor: true }, { outdoor: "true" }, "outdoor wrong_type"],
    ["1 for true", { outdoor: true }, { outdoor: 1 }, "outdoor wrong_type"],
    [
      "false for a default of true that isn't",
      { time: "19:00", outdoor: true },
      { time: "19:00" },
      "outdoor wrong_value",
    ],
    ["an enum's member in another case", { diet: "vegan" }, { diet: "Vegan" }, "diet not_in_enum"],
    ["a synonym of an enum's member", { diet: "vegan" }, { diet: "plant-based" }, "diet not_in_enum"],
    ["another member", { diet: "vegan" }, { diet: "vegetarian" }, "diet wrong_value"],
    [
      "a day in a form the schema forbids",
      { date: "2026-03-05" },
      { date: "March 5, 2026" },
      "date wrong_format",
    ],
    [
      "a number in a form the schema forbids",
      { phone: "+14155550132" },
      { phone: "(415) 555-0132" },
      "phone wrong_format",
    ],
    ["null where the schema has none", { time: "19:00" }, { time: "19:00", name: null }, "name extra"],
    ["an empty text for nothing", { time: "19:00" }, { time: "19:00", name: "" }, "name extra"],
    ["N/A for nothing", { time: "19:00" }, { time: "19:00", name: "N/A" }, "name extra ungrounded"],
    [
      "a list in another order",
      { stops: ["Reno", "Elko"] },
      { stops: ["Elko", "Reno"] },
      "stops wrong_value ungrounded, stops wrong_value ungrounded",
    ],
    ["a set with one missing", { toppings: ["ham", "olives"] }, { toppings: ["ham"] }, "toppings missing"],
    [
      "a set with one too many",
      { toppings: ["ham"] },
      { toppings: ["ham", "olives"] },
      "toppings extra ungrounded",
    ],
    ["two of a kind are not one", { stops: ["Reno", "Reno"] }, { stops: ["Reno"] }, "stops missing"],
    [
      "a leaf of an object",
      { address: { street: "1 Oak St", zip: "02139" } },
      { address: { street: "1 Oak St", zip: "02138" } },
      "address.zip wrong_value ungrounded",
    ],
    [
      "an object laid flat",
      { address: { zip: "02139" } },
      { zip: "02139" },
      "address.zip missing, zip extra ungrounded",
    ],
    [
      "an age in a list of objects",
      { guests: [{ name: "Al", age: 4 }] },
      { guests: [{ name: "Al", age: 5 }] },
      "guests.age wrong_value ungrounded",
    ],
    [
      "an object where a list is due",
      { guests: [{ name: "Al" }] },
      { guests: { name: "Al" } },
      "guests wrong_type",
    ],
    [
      "a name that every object has",
      { time: "19:00" },
      '{"time":"19:00","constructor":7,"__proto__":7}',
      "__proto__ extra ungrounded, constructor extra ungrounded",
    ],
    ["an argument that the tool doesn't have", { time: "19:00" }, { time: "19:00", vip: true }, "vip extra"],
  ])("%s", (_, expected, given, errors) => {
    const judged = judge([call("book_table", expected)], [["book_table", given]]);
    expect(errorsOf(judged).sort().join(", ")).toBe(errors);
    expect(judged.exact).toBe(false);
    expect(judged.decision).toBe("right_tool");
  });
});

describe("tool calls that can't be executed", () => {
  test.each<[string, string, Arguments, string]>([
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
    const judged = judge([call("book_table", { time: "19:00" })], [[name, given]]);
    expect(judged.toolCalls[0]?.fault).toBe(fault);
    expect(judged.exact).toBe(false);
  });

  test("what the expected tool call breaks itself is pardoned", () => {
    const broken = { party_size: "five" };
    expect(judge([call("book_table", broken)], [["book_table", broken]]).exact).toBe(true);
    const other = judge([call("book_table", broken)], [["book_table", { party_size: "six" }]]);
    expect(errorsOf(other)).toEqual(["party_size wrong_value ungrounded"]);
  });
});

describe("decisions", () => {
  const verify = call("verify", {});
  const transfer = call("transfer", {});
  const seven = call("book_table", { time: "19:00" });
  const eight = call("book_table", { time: "20:00" });

  test.each<[string, ExpectedToolCall[], [string, Arguments][], string, boolean]>([
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
    const judged = judge(expected, given);
    expect(judged.decision).toBe(decision);
    expect(judged.exact).toBe(exact);
  });

  test("the assignment that makes most calls right is taken, not the first that fits", () => {
    const either: ExpectedToolCall = { ...seven, accepted: { time: ["20:00"] } };
    const given: [string, Arguments][] = [
      ["book_table", { time: "19:00" }],
      ["book_table", { time: "20:00" }],
    ];
    expect(judge([either, seven], given).exact).toBe(true);
    expect(judge([seven, either], given).exact).toBe(true);
  });

  test("accepted values may be lists, and may be of what need not be given", () => {
    const stops = {
      ...call("book_table", { stops: ["a"] }),
      accepted: { stops: [["b", "c"]], name: ["Ann"] },
    };
    for (const given of [{ stops: ["a"] }, { stops: ["b", "c"] }, { stops: ["a"], name: "Ann" }])
      expect(judge([stops], [["book_table", given]]).exact).toBe(true);
    for (const given of [{ stops: ["b"] }, { stops: ["a"], name: "Bo" }, { name: "Ann" }])
      expect(judge([stops], [["book_table", given]]).exact).toBe(false);
  });

  test("order counts only where it is asked for", () => {
    const given: [string, Arguments][] = [
      ["transfer", {}],
      ["verify", {}],
    ];
    const listed = judge([verify, transfer], given, { order: "listed" });
    expect([listed.decision, listed.exact]).toEqual(["wrong_order", false]);
    expect(judge([transfer, verify], given, { order: "listed" }).exact).toBe(true);
  });

  test("words beside a tool call are no reply, and a call in words is none", () => {
    const filler = judge([verify], [["verify", {}]], { text: "One moment, please." });
    expect(filler.exact).toBe(true);
    for (const text of ['{"name": "verify", "arguments": {}}', "verify()", "<tool_call>{}</tool_call>"]) {
      const spoken = judge([], [], { text });
      expect([spoken.decision, spoken.callInText, spoken.exact, decidedRightly(spoken)]).toEqual([
        "reply",
        true,
        false,
        false,
      ]);
    }
    expect(judge([], [], { text: "I'll verify that for you." }).callInText).toBe(false);
  });

  test("a call that was due a turn later is premature; with other arguments it is only false", () => {
    const later = { next: [call("book_table", { time: "19:30" })] };
    const early = judge([], [["book_table", { time: "7:30 pm" }]], later);
    expect([early.decision, early.premature]).toEqual(["false_call", true]);
    expect(judge([], [["book_table", { time: "8:30 pm" }]], later).premature).toBe(false);
  });

  test("what a false call makes up is told", () => {
    const judged = judge([], [["book_table", { time: "19:00", name: "Walter" }]]);
    expect(errorsOf(judged)).toEqual(["time extra ungrounded", "name extra"]);
  });
});

describe("rules of the user's", () => {
  test("a parameter is ignored, its aliases are known, its list has no order", () => {
    const parameters = {
      "book_table.notes": "ignore",
      "*.name": { aliases: [["San Francisco", "SF"]] },
      "book_table.stops": { unordered: true },
    };
    const expected = call("book_table", { name: "San Francisco", stops: ["a", "b"] });
    const given: [string, Arguments] = ["book_table", { name: "SF", stops: ["b", "a"], notes: "polite" }];
    expect(judge([expected], [given], { parameters }).exact).toBe(true);
    expect(judge([expected], [given]).exact).toBe(false);
  });

  test("a comparator or a country that doesn't exist is told at once", () => {
    const unknown = ScoringOptions.parse({ parameters: { "*.name": "soundex" } });
    expect(() => createJudge(unknown)).toThrow(UsageError);
    expect(() => createJudge(ScoringOptions.parse({ country: "XX" }))).toThrow(UsageError);
  });

  test("which comparator each parameter got, and why, can be asked", () => {
    const judgeOf = createJudge(ScoringOptions.parse({}));
    judgeOf.judge(
      question([call("book_table", { time: "1", diet: "vegan" })]),
      reply([["book_table", { time: "2" }]]),
    );
    expect(judgeOf.book.entries().get("book_table.time")).toMatchObject({
      comparator: "time",
      because: "the name",
    });
    expect(judgeOf.book.entries().get("book_table.diet")).toMatchObject({
      comparator: "exact",
      because: "the enum",
    });
  });
});

describe("the day of the call", () => {
  const tomorrow: [string, Arguments] = ["book_table", { notes: "x", date: "2026-03-05" }];
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

interface Setting {
  readonly order?: "any" | "listed";
  readonly text?: string;
  readonly next?: readonly ExpectedToolCall[];
  readonly parameters?: Record<string, string | object>;
}

function judge(
  expected: readonly ExpectedToolCall[],
  given: readonly [string, Arguments][],
  { order = "any", text, next = [], parameters = {} }: Setting = {},
): Judgement {
  const options = ScoringOptions.parse({ parameters });
  return createJudge(options).judge(question(expected, order, next), reply(given, text));
}

function question(
  toolCalls: readonly ExpectedToolCall[],
  order: "any" | "listed" = "any",
  next: readonly ExpectedToolCall[] = [],
): Case {
  const messages: Message[] = [
    { role: "system", content: "You book tables." },
    { role: "user", content: "It's Walter, I'd like a table." },
  ];
  return {
    id: "call-1#2",
    callId: "call-1",
    caller: null,
    callStartedAt: "2026-03-04T10:00:00-08:00",
    messages,
    tools,
    expected:
      toolCalls.length === 0
        ? { kind: "reply", text: null }
        : { kind: "calls", toolCalls: [...toolCalls], order },
    next: next.map((due) => ({ id: "n", type: "function", function: due })),
  };
}

function reply(given: readonly [string, Arguments][], text?: string): AnsweredGeneration {
  const toolCalls = given.map(([name, made], index) => ({
    id: `c${index}`,
    type: "function" as const,
    function: { name, arguments: typeof made === "string" ? made : JSON.stringify(made) },
  }));
  return {
    caseId: "call-1#2",
    candidate: "test:model",
    outcome: "answered",
    message: {
      role: "assistant",
      content: text ?? (given.length === 0 ? "Sure." : null),
      ...(toolCalls.length === 0 ? {} : { tool_calls: toolCalls }),
    },
    finishReason: "stop",
    usage: null,
    latency: null,
  };
}

function call(name: string, expected: JsonObject): ExpectedToolCall {
  return { name, arguments: JSON.stringify(expected) };
}

function tool(name: string, properties: { readonly [key: string]: Json }, required: string[] = []): Tool {
  return { type: "function", function: { name, parameters: { type: "object", properties, required } } };
}

function errorsOf({ toolCalls }: Judgement): string[] {
  return toolCalls.flatMap((made) => made.arguments.filter(({ error }) => error !== null).map(shown));
}

function shown({ parameter, error, ungrounded }: ArgumentVerdict): string {
  return `${parameter} ${error}${ungrounded ? " ungrounded" : ""}`;
}
