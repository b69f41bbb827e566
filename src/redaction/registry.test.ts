import { expect, test } from "vitest";
import { drawsUnder } from "./draw.ts";
import { createRegistry } from "./registry.ts";

const draw = drawsUnder("a salt for tests only")("call:1");

test("300 phones of one area code get 300 surrogates, all reserved; the first hundred keep the area code", () => {
  const registry = createRegistry(draw);
  const values = Array.from({ length: 300 }, (_, index) => `415${2_000_000 + index * 7919}`);
  const surrogates = values.map((value) => registry.surrogateOf({ entity: "PHONE_NUMBER", value }));
  expect(new Set(surrogates).size).toBe(300);
  expect(surrogates.every((value) => /^[2-9]\d\d55501\d\d$/.test(value))).toBe(true);
  expect(surrogates.filter((value) => value.startsWith("415")).length).toBeGreaterThanOrEqual(100);
});

test("a value that no reserved one is left for gets one that no other value has", () => {
  const registry = createRegistry(draw);
  const values = Array.from({ length: 24 }, (_, index) => String(4000 + index * 37));
  const surrogates = values.map((value) => registry.surrogateOf({ entity: "SECRET", value }));
  expect(new Set(surrogates).size).toBe(24);
});
