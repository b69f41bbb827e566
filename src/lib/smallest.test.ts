import fc from "fast-check";
import { expect, test } from "vitest";
import { keepSmallest } from "./smallest.ts";

test("it keeps what sorting and cutting would keep, and hands out all the rest", () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 1000 })),
      fc.integer({ min: 1, max: 20 }),
      (numbers, limit) => {
        const smallest = keepSmallest<number>(limit, (number) => number);
        const out = numbers.map((number) => smallest.offer(number)).filter((number) => number !== null);
        const sorted = [...numbers].sort((one, other) => one - other);
        expect(smallest.sorted()).toEqual(sorted.slice(0, limit));
        expect(out.sort((one, other) => one - other)).toEqual(sorted.slice(limit));
      },
    ),
  );
});

test("on a tie the earlier item stays", () => {
  const smallest = keepSmallest<{ priority: number; name: string }>(1, ({ priority }) => priority);
  smallest.offer({ priority: 1, name: "first" });
  expect(smallest.offer({ priority: 1, name: "second" })?.name).toBe("second");
});
