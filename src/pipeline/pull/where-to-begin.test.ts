import { describe, expect, test } from "vitest";
import { UsageError } from "../../lib/errors.ts";
import { type PullWish, whereToBegin } from "./where-to-begin.ts";

const wish: PullWish = {
  source: "source",
  shape: "shape",
  redaction: { on: true, settings: "settings", salt: "salt" },
  reverseMap: null,
};
const others: readonly (readonly [string, Partial<PullWish>])[] = [
  ["without redaction", { redaction: { on: false, settings: null, salt: "salt" } }],
  ["other settings", { redaction: { on: true, settings: "others", salt: "salt" } }],
  ["another salt", { redaction: { on: true, settings: "settings", salt: "another" } }],
  ["a reverse map", { reverseMap: "/map.jsonl" }],
];

describe.each(others)("%s", (_, change) => {
  test("is refused where calls were pulled in another way", () => {
    const last = { ...whereToBegin(null, wish).state, callsBytes: 10, finished: true };
    expect(() => whereToBegin(last, { ...wish, ...change })).toThrow(UsageError);
    expect(() => whereToBegin(last, { ...wish, ...change })).toThrow("--fresh");
    expect(whereToBegin(last, wish).continued).toBe(true);
  });

  test("counts from now on where no call was written yet, interrupted or not", () => {
    for (const finished of [true, false]) {
      const last = { ...whereToBegin(null, wish).state, finished };
      const { state } = whereToBegin(last, { ...wish, ...change });
      expect(state.redaction).toEqual(change.redaction ?? wish.redaction);
      expect(state.reverseMap?.file ?? null).toBe(change.reverseMap ?? null);
    }
  });
});

const otherWays: readonly (readonly [string, Partial<PullWish>])[] = [
  ["another mapping", { shape: "another" }],
  ["another filter", { source: "source with another filter" }],
  ...others.slice(0, 3),
];

test.each(otherWays)("a pull that kept nothing is begun anew with %s", (_, change) => {
  for (const finished of [true, false]) {
    const position = ["2026-03-05T10:00:00Z", "7"] as const;
    const last = { ...whereToBegin(null, wish).state, position, finished };
    expect(whereToBegin(last, wish).after).not.toBeNull();
    const { state, after } = whereToBegin(last, { ...wish, ...change });
    expect(after).toBeNull();
    expect(state).toMatchObject({ ...change, position: null, finished: false });
  }
});
