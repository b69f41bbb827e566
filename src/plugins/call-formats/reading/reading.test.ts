import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { withoutCutMark } from "./cut-mark.ts";
import { flagOf } from "./fields.ts";
import { argumentsText, decoded, rawText } from "./jsonish.ts";
import { outcomeWord } from "./outcome.ts";
import { createProblemList } from "./problem-list.ts";
import { readTools } from "./read-tools.ts";
import { roleOf } from "./roles.ts";
import { isoInstant, readMoment } from "./times.ts";

describe("a moment", () => {
  const noon = Date.UTC(2026, 2, 4, 12, 0, 1, 250);

  test.each([
    ["2026-03-04T12:00:01.250Z", noon],
    ["2026-03-04 12:00:01.250123+00", noon],
    ["2026-03-04T14:00:01.25+02:00", noon],
    ["2026-03-04 08:30:01.25-0330", noon],
    ["2026-03-04 12:00:01.25", noon],
    ["2026-03-04", Date.UTC(2026, 2, 4)],
    [noon, noon],
    [noon / 1000, noon],
    [String(noon), noon],
    [noon * 1000, noon],
    [noon * 1e6, noon],
  ])("%s is since 1970", (value, ms) => {
    expect(readMoment(value)).toEqual({ ms, since: "epoch" });
  });

  test.each([
    [12.5, 12_500],
    ["12.5", 12_500],
    ["01:02", 62_000],
    ["1:01:02.5", 3_662_500],
    [0, 0],
  ])("%s is since the call began", (value, ms) => {
    expect(readMoment(value)).toEqual({ ms, since: "start" });
  });

  test("can be given in milliseconds since the call began", () => {
    expect(readMoment(1500, "ms")).toEqual({ ms: 1500, since: "start" });
  });

  test.each(["", "soon", "2026-13-01", "2026-03-04T25:00:00Z", -1, Number.NaN, null, {}, true])(
    "%s is none",
    (value) => {
      expect(readMoment(value)).toBeNull();
    },
  );

  test("makes an ISO instant whatever the machine's own zone, and never throws", () => {
    expect(isoInstant("2026-03-04 12:00:01+00")).toBe("2026-03-04T12:00:01.000Z");
    expect(isoInstant(62)).toBeNull();
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.double(), fc.date({ noInvalidDate: true })), (value) => {
        const iso = isoInstant(value instanceof Date ? value.toISOString() : value);
        expect(iso === null || !Number.isNaN(Date.parse(iso))).toBe(true);
      }),
    );
  });
});

describe("raw text", () => {
  test.each([
    ['{"a": 1}', '{"a": 1}'],
    [{ a: 1 }, '{"a":1}'],
    [JSON.stringify('{"a": 1}'), '{"a": 1}'],
    [JSON.stringify(JSON.stringify('{"a": 1}')), '{"a": 1}'],
    ['{"a": 1', '{"a": 1'],
    [JSON.stringify('{"a": 1'), '{"a": 1'],
    ["plain words", "plain words"],
    ['"half', '"half'],
    [7, "7"],
    ["", ""],
    ["null", null],
    [null, null],
    [undefined, null],
  ])("of %j is %j", (value, text) => {
    expect(rawText(value)).toBe(text);
  });

  test.each([null, undefined, "", "  ", "null"])("of no arguments (%j) is an empty object", (value) => {
    expect(argumentsText(value)).toBe("{}");
  });

  test("survives any number of encodings up to the third", () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.string(), fc.integer()),
        fc.integer({ min: 0, max: 2 }),
        (value, layers) => {
          const text = JSON.stringify(value);
          let encoded = text;
          for (let layer = 0; layer < layers; layer += 1) encoded = JSON.stringify(encoded);
          expect(rawText(encoded)).toBe(text);
          expect(decoded(encoded)).toEqual(JSON.parse(text));
        },
      ),
    );
  });
});

describe("decoded text", () => {
  test.each([
    ["[1]", [1]],
    ["AI: hello", "AI: hello"],
    ["12", "12"],
    ["true", "true"],
    [" null ", null],
  ])("%j is %j", (text, value) => {
    expect(decoded(text)).toEqual(value);
  });

  test("stays text where its value could be read but never written again", () => {
    const text = `${"[".repeat(50_000)}${"]".repeat(50_000)}`;
    expect(decoded(text)).toBe(text);
  });
});

describe("a flag", () => {
  test.each([
    [true, true],
    ["true", true],
    ["t", true],
    [1, true],
    ["1", true],
    ["Success", true],
    ["completed", true],
    [false, false],
    ["f", false],
    [0, false],
    ["failed", false],
    ["error", false],
    ["maybe", null],
    ["", null],
    [null, null],
    [200, null],
  ])("%j says %j", (value, flag) => {
    expect(flagOf(value)).toBe(flag);
  });
});

describe("a role", () => {
  const speakers = { agent: ["Mia", "Tony's Pizza"], caller: ["1"] };

  test.each([
    ["assistant", "agent"],
    ["AI", "agent"],
    ["Bot", "agent"],
    ["mia", "agent"],
    ["tony's pizza", "agent"],
    ["1", "caller"],
    ["End-User", "caller"],
    ["MESSAGE_ROLE_USER", "caller"],
    ["Customer", "caller"],
    ["developer", "system"],
    ["tool_call_invocation", "tool call"],
    ["function_call_output", "result"],
    ["Bob", null],
  ])("of %s is %s", (name, role) => {
    expect(roleOf(name, speakers)).toBe(role);
  });
});

describe("words of the agent that were cut off", () => {
  test.each([
    ["Let me just—", { text: "Let me just—", cut: true }],
    ["Let me just--", { text: "Let me just--", cut: true }],
    ["Let me just… [interrupted]", { text: "Let me just", cut: true }],
    ["Let me just (Interrupted)", { text: "Let me just", cut: true }],
    ["A slice - or two.", { text: "A slice - or two.", cut: false }],
  ])("%s", (said, expected) => {
    expect(withoutCutMark(said)).toEqual(expected);
  });
});

describe("an outcome", () => {
  test.each([
    ["booked", "booked"],
    [{ success: true, basis: "form" }, "success"],
    [{ success: false }, "failure"],
    [{ status: "transferred", success: true }, "transferred"],
    ['{"disposition": "no_show"}', "no_show"],
    [{ rating: 4 }, '{"rating":4}'],
    [false, "failure"],
    [null, null],
    ["  ", null],
  ])("%j is %j", (value, word) => {
    expect(outcomeWord(value)).toBe(word);
  });
});

describe("tools", () => {
  const book = { name: "book", description: "Books.", parameters: { type: "object" } };

  test.each([
    ["OpenAI's form", [{ type: "function", function: book }]],
    ["the flat form", [{ type: "function", ...book }]],
    ["the deprecated form", [book]],
    ["text", JSON.stringify([{ type: "function", function: book }])],
    ["parameters as text", [{ ...book, parameters: JSON.stringify(book.parameters) }]],
  ])("are read from %s", (_, tools) => {
    const problems = createProblemList("here");
    expect(readTools(tools, problems)).toEqual([{ type: "function", function: book }]);
    expect(problems.parts).toEqual([]);
  });

  test("that aren't functions are problems, and the others stay", () => {
    const problems = createProblemList("here");
    expect(readTools([{ type: "web_search" }, book], problems)).toHaveLength(1);
    expect(problems.parts).toEqual([
      {
        place: "here",
        scope: "part",
        reason: "tools_unreadable",
        detail: "tools[0] is no function with a name",
      },
    ]);
  });

  test("that the log doesn't tell of are unknown, which isn't the same as none", () => {
    const problems = createProblemList("here");
    expect(readTools(null, problems)).toBeNull();
    expect(readTools([], problems)).toEqual([]);
    expect(readTools("all of them", problems)).toBeNull();
    expect(problems.parts).toHaveLength(1);
  });
});
