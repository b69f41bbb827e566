import fc from "fast-check";
import { expect, test } from "vitest";
import { createNumberSet } from "./number-set.ts";

const member = fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER });

test("a number set answers like the built-in set, through all its growing", () => {
  fc.assert(
    fc.property(
      fc.array(fc.oneof(member, fc.integer({ min: 1, max: 40 })), { maxLength: 300 }),
      (numbers) => {
        const ours = createNumberSet(2);
        const builtIn = new Set<number>();
        for (const number of numbers) {
          expect(ours.add(number)).toBe(!builtIn.has(number));
          builtIn.add(number);
        }
        expect(ours.size).toBe(builtIn.size);
        for (const number of builtIn) expect(ours.has(number)).toBe(true);
      },
    ),
  );
});

test("what was not added is not there", () => {
  const set = createNumberSet();
  set.add(7);
  expect(set.has(8)).toBe(false);
});
