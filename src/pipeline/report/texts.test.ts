import { describe, expect, test } from "vitest";
import type { CurvePoint } from "../../domain/evaluation.ts";
import { differenceRangeText, differenceText, figureText, marginText, rangeText } from "./figure-text.ts";
import { learningCurveText } from "./learning-curve.ts";
import { markdownCode, markdownText } from "./markdown-text.ts";
import { quantilesOf } from "./quantiles.ts";

describe("figures", () => {
  test("are read in their unit", () => {
    expect(["share", "ms", "dollars"].map((unit) => figureText(unit as "share", 0.5))).toEqual([
      "50.0 %",
      "1 ms",
      "$500.00",
    ]);
    expect(figureText("dollars", 0.000_21)).toBe("$0.210");
    expect(figureText("dollars", 0)).toBe("$0.00");
    expect(figureText("ms", 1234.4)).toBe("1,234 ms");
    expect(marginText("share", 0.01)).toBe("1 point");
    expect(marginText("share", 0.005)).toBe("0.5 points");
    expect(marginText("ms", 50)).toBe("50 ms");
  });

  test("have ranges that may lack a side", () => {
    expect(rangeText("share", { low: 0.8, high: 0.9 })).toBe("80.0–90.0");
    expect(rangeText("ms", { low: 400, high: null })).toBe("≥ 400");
    expect(rangeText("ms", { low: null, high: 400 })).toBe("≤ 400");
    expect([rangeText("ms", null), rangeText("ms", { low: null, high: null })]).toEqual(["", ""]);
  });

  test("differ with a sign, however little", () => {
    expect([0.122, -0.0001, 0].map((difference) => differenceText("share", difference))).toEqual([
      "+12.2 points",
      "−0.0 points",
      "±0.0 points",
    ]);
    expect(differenceText("dollars", -0.000_19)).toBe("−$0.190");
    expect(differenceRangeText("ms", { low: -60, high: -4 })).toBe("95 %: −60 to −4");
    expect(differenceRangeText("ms", { low: -60, high: null })).toBe("95 %: at least −60");
    expect(differenceRangeText("ms", { low: null, high: 4 })).toBe("95 %: at most +4");
    expect(differenceRangeText("ms", null)).toBe("too few to bound it");
  });
});

describe("a learning curve", () => {
  test("that still rises says that more calls will help, a flat one that they hardly will", () => {
    const rising = learningCurveText(curve([100, 0.5], [200, 0.62], [400, 0.71], [800, 0.78]));
    expect(rising).toMatch(
      /^more calls will help: from 100 examples to 800 examples, exact tool calls went from 50\.0 % to 78\.0 %; with 1,600 examples about 8\d\.\d % are to be expected$/,
    );
    const flat = learningCurveText(curve([100, 0.5], [200, 0.79], [400, 0.8], [800, 0.8]));
    expect(flat).toMatch(/^more calls will hardly help: .*, more than 8\d\.\d % never$/);
    const falling = learningCurveText(curve([100, 0.8], [200, 0.79], [400, 0.78], [800, 0.77]));
    expect(falling).toMatch(/^more calls will hardly help/);
    const perfect = learningCurveText(curve([100, 1], [200, 1], [400, 1], [800, 1]));
    expect(perfect).toMatch(/^more calls will hardly help/);
  });

  test("of three sizes tells nothing, and none is none", () => {
    expect(learningCurveText(curve([100, 0.5], [200, 0.6], [400, 0.7]))).toContain(
      "fewer than four sizes don't tell",
    );
    expect(learningCurveText([])).toBeNull();
    expect(learningCurveText([{ examples: 10, candidate: "c", metrics: {} }])).toBeNull();
  });
});

test("quantiles are all values where there are few, and 200 from the least to the largest of many", () => {
  expect(quantilesOf([3, 1, 2])).toEqual([1, 2, 3]);
  const many = quantilesOf(Array.from({ length: 5000 }, (_, index) => (index * 7919) % 5000));
  expect([many.length, many[0], many.at(-1)]).toEqual([200, 0, 4999]);
  expect(many).toEqual([...many].sort((one, other) => one - other));
});

describe("names in Markdown", () => {
  test.each([
    ["book|table", "`book\\|table`"],
    ["a`b", "``a`b``"],
    ["`", "`` ` ``"],
    ["two ``ticks``", "``` two ``ticks`` ```"],
    ["line\nbreak", "`line break`"],
    ["", "`  `"],
  ])("%j is the code %j", (name, code) => {
    expect(markdownCode(name)).toBe(code);
  });

  test("hold no mark in a sentence", () => {
    expect(markdownText("<b>*a*|b_c</b> $1")).toBe("&#60;b&#62;&#42;a&#42;&#124;b&#95;c&#60;/b&#62; &#36;1");
  });
});

function curve(...points: readonly (readonly [examples: number, rate: number])[]): CurvePoint[] {
  return points.map(([examples, value]) => ({
    examples,
    candidate: `share-${examples}`,
    metrics: {
      exact_call: {
        scorer: "exact_call",
        cases: 200,
        calls: 60,
        figures: { rate: { value, bounds: { low: value - 0.05, high: Math.min(1, value + 0.05) } } },
      },
    },
  }));
}
