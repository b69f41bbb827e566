import { expect, test } from "vitest";
import { createValueSet, createValueTable } from "./value-table.ts";

test("one value of two kinds is two values", () => {
  const table = createValueTable<string>();
  table.set({ entity: "ID", value: "12345" }, "an id");
  table.set({ entity: "POSTAL_CODE", value: "12345" }, "a code");
  expect(table.get({ entity: "ID", value: "12345" })).toBe("an id");
  expect(table.get({ entity: "POSTAL_CODE", value: "12345" })).toBe("a code");
  expect(table.get({ entity: "SECRET", value: "12345" })).toBe(undefined);
});

test("a set has what was added and nothing else", () => {
  const set = createValueSet();
  set.add({ entity: "PERSON", value: "constructor" });
  expect(set.has({ entity: "PERSON", value: "constructor" })).toBe(true);
  expect(set.has({ entity: "PERSON", value: "toString" })).toBe(false);
});
