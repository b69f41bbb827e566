import fc from "fast-check";
import { expect, test } from "vitest";
import { createCrowds } from "./crowds.ts";

test("members that share a key are visited newest first, others never, after each clearing anew", () => {
  const key = fc.integer({ min: -3, max: 3 });
  fc.assert(
    fc.property(fc.array(fc.array(key, { minLength: 1, maxLength: 30 }), { maxLength: 4 }), (rounds) => {
      const crowds = createCrowds(30);
      for (const keys of rounds) {
        crowds.clear();
        for (const [member, key] of keys.entries()) crowds.add(key, member);
        for (const asked of keys) {
          const visited: number[] = [];
          crowds.visit(asked, 100, (member) => visited.push(member));
          expect(visited).toEqual(keys.flatMap((key, member) => (key === asked ? [member] : [])).reverse());
        }
      }
    }),
  );
});

test("no more members are visited than asked for", () => {
  const crowds = createCrowds(5);
  for (let member = 0; member < 5; member += 1) crowds.add(7, member);
  const visited: number[] = [];
  crowds.visit(7, 2, (member) => visited.push(member));
  expect(visited).toEqual([4, 3]);
});
