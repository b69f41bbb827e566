import { expect, test } from "vitest";
import { repeatedFlag } from "./repeated-flag.ts";
import { wrap } from "./wrap.ts";

test("a flag is given many times in both its forms, beside other flags and words", () => {
  const typed = [
    "an-id",
    "--gate",
    "a >= 1",
    "--json",
    "--gate=b<=2",
    "--baseline",
    "base",
    "--gate",
    "c better_than baseline",
  ];
  expect(repeatedFlag(typed, "gate")).toEqual(["a >= 1", "b<=2", "c better_than baseline"]);
  expect(repeatedFlag(["--json"], "gate")).toEqual([]);
  expect(repeatedFlag(["--gate"], "gate")).toEqual([""]);
});

test("a sentence is broken between words, and a long word stays whole", () => {
  expect(wrap("one two three four", { width: 9, first: "- ", rest: "  " })).toBe(
    "- one two\n  three\n  four",
  );
  expect(wrap("incomprehensibilities are long", { width: 10 })).toBe("incomprehensibilities\nare long");
  expect(wrap("", { first: "- " })).toBe("- ");
});
