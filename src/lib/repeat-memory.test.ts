import fc from "fast-check";
import { expect, test } from "vitest";
import { createRepeatMemory } from "./repeat-memory.ts";

test("what was told once is not remembered, what was told twice is", () => {
  const memory = createRepeatMemory<number>(8);
  memory.add("hello", 1);
  expect(memory.get("hello")).toBe(undefined);
  memory.add("hello", 1);
  expect(memory.get("hello")).toBe(1);
});

test("what is asked for stays, whatever else comes", () => {
  const memory = createRepeatMemory<number>(8);
  const tell = (text: string) => {
    for (const answer of [0, 1]) memory.add(text, answer);
  };
  tell("hello");
  for (let other = 0; other < 100; other += 1) {
    tell(`other ${other}`);
    expect(memory.get("hello")).toBe(1);
  }
  expect(memory.get("other 0")).toBe(undefined);
});

test("an answer is never another text's, however alike they are", () => {
  const memory = createRepeatMemory<string>(4);
  const letters = fc.string({ unit: fc.constantFrom("a", "b"), maxLength: 60 });
  fc.assert(
    fc.property(fc.array(letters), (texts) => {
      for (const text of texts) {
        const known = memory.get(text);
        if (known === undefined) memory.add(text, text);
        else expect(known).toBe(text);
      }
    }),
    { numRuns: 2000 },
  );
});
