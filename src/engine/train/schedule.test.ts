import { describe, expect, test } from "vitest";
import { evaluatesAfter, learningRateAt } from "./schedule.ts";

describe("the learning rate", () => {
  const plan = { peak: 1, steps: 20, warmupRatio: 0.2 };
  const rates = Array.from({ length: 20 }, (_, step) => learningRateAt(step, plan));

  test("rises in a line to its peak", () => {
    expect(rates.slice(0, 5)).toEqual([0.25, 0.5, 0.75, 1, 1]);
  });

  test("then falls along a cosine, and no step learns nothing", () => {
    expect(rates[12]).toBeCloseTo(0.5, 10);
    expect(rates.slice(4)).toEqual(rates.slice(4).toSorted((a, b) => b - a));
    expect(rates.at(-1)).toBeGreaterThan(0);
  });

  test.each([0, 1])("needs no warmup, and can be all warmup (%d)", (warmupRatio) => {
    expect(learningRateAt(0, { ...plan, steps: 1, warmupRatio })).toBe(1);
  });
});

test.each([
  [10, 5, [1, 3, 5, 7, 9]],
  [10, 3, [3, 6, 9]],
  [3, 10, [0, 1, 2]],
  [7, 1, [6]],
  [7, 0, []],
])("of %i steps with %i evaluations, one follows each of %j", (steps, evaluations, expected) => {
  const found = Array.from({ length: steps }, (_, step) => step).filter((step) =>
    evaluatesAfter(step, { steps, evaluations }),
  );
  expect(found).toEqual(expected);
});
