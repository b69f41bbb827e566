import { fullFormats } from "ajv-formats/dist/formats.js";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { formatPattern } from "./format-patterns.ts";
import { numberMachine } from "./number-machine.ts";
import { patternMachine } from "./pattern-machine.ts";
import { behindSpace, dead, intersection, type TextMachine } from "./text-machine.ts";

const patterns = [
  "^([01]\\d|2[0-3]):[0-5]\\d$",
  "^\\+[1-9]\\d{7,14}$",
  "^BK-\\d{5}$",
  "^\\d{13,19}$",
  "^[A-Z]{2}\\d{2}[A-Z0-9]{11,30}$",
  "KD-\\d{4}",
  "^\\d{3}-\\d{2}-\\d{4}$",
  "(a+)+$",
  "^a|b$",
  "(^a$)|(^b+$)",
  "^(?:[a-z]+\\.)*[a-z]{2,3}$",
  "^[^@\\s]+@[^@\\s]+$",
  "^\\p{Lu}\\p{L}*$",
  "^[äöü€😀-😂]{1,2}x?$",
  "a.c",
  "^$",
  "^(a|b)?c{0,2}(?<name>d)*?$",
  "[\\w.-]+",
  "x{2,}",
  "\\u00e9|\\x41|\\u{1F600}",
  "^a{,3}$",
  "$a",
  "a^b|c",
];

describe("a pattern's machine", () => {
  test.each(patterns)("%s allows what RegExp allows", (source) => {
    const machine = patternMachine(source);
    const judge = regExpOf(source);
    const alphabet = fc.constantFrom(..."abcdxABZK-D0129:+.@ \n_ÉéÄäö€😀😁{,}");
    const near = fc.oneof(
      fc.string({ unit: alphabet, maxLength: 8 }),
      fc.string({ unit: "grapheme" }),
      textOf(source),
    );
    fc.assert(
      fc.property(near, (text) => {
        expect([text, allows(machine, text)]).toEqual([text, judge.test(text)]);
      }),
      { numRuns: 300 },
    );
  });

  test.each(patterns)("%s is never led where nothing is allowed", (source) => {
    const machine = patternMachine(source);
    fc.assert(
      fc.property(fc.infiniteStream(fc.nat()), (draws) => {
        const text = walk(machine, draws);
        if (text !== null) expect(regExpOf(source).test(text)).toBe(true);
      }),
      { numRuns: 40 },
    );
  });

  test.each([
    "(a)\\1",
    "(?=a)b",
    "a(?!b)",
    "(?<=a)b",
    "\\bword\\b",
    "(?i:a)",
    "\\k<a>",
    "(a{1,9}){3000}",
    "(".repeat(5000),
  ])("%s is left to the validator", (source) => expect(patternMachine(source)).toBeNull());

  test("a pattern that nothing matches has a dead start", () => {
    expect(patternMachine("a$b")?.start).toBe(dead);
    expect(patternMachine("[^\\s\\S]")?.start).toBe(dead);
  });
});

describe("formats", () => {
  const names = ["date", "time", "iso-time", "date-time", "iso-date-time", "email", "hostname", "ipv4"];
  test.each([...names, "uuid", "uri", "url", "duration"])("%s: all that is allowed validates", (format) => {
    const machine = patternMachine(formatPattern(format) ?? "");
    fc.assert(
      fc.property(fc.infiniteStream(fc.nat()), (draws) => {
        const text = walk(machine, draws);
        if (text !== null) expect([text, validates(format, text)]).toEqual([text, true]);
      }),
      { numRuns: 150 },
    );
  });

  test.each([
    ["date", "2024-02-29", true],
    ["date", "2023-02-29", false],
    ["date", "2000-02-29", true],
    ["date", "1900-02-29", false],
    ["date", "2026-04-31", false],
    ["email", "anna.smith+news@mail.example.com", true],
    ["date-time", "2026-11-23T10:00:00Z", true],
    ["uuid", "123e4567-e89b-12d3-a456-426614174000", true],
  ])("%s %s: %s", (format, text, allowed) => {
    expect(allows(patternMachine(formatPattern(format) ?? ""), text)).toBe(allowed);
  });
});

describe("numbers", () => {
  const whole = fc.record({
    whole: fc.constant(true),
    least: fc.integer({ min: -2000, max: 2000 }),
    most: fc.integer({ min: -2000, max: 2000 }),
    decimals: fc.constant(0),
    multipleOf: fc.option(fc.integer({ min: 1, max: 60 })),
  });

  test("whole numbers: allowed are those in bounds, and no beginning leads nowhere", () => {
    fc.assert(
      fc.property(
        whole,
        fc.integer({ min: -3000, max: 3000 }),
        fc.infiniteStream(fc.nat()),
        (bounds, value, draws) => {
          const machine = numberMachine(bounds);
          const inside = bounds.least <= value && value <= bounds.most;
          expect(allows(machine, String(value))).toBe(inside && value % (bounds.multipleOf ?? 1) === 0);
          const text = walk(machine, draws);
          if (text === null) return;
          expect(Number(text)).toBeGreaterThanOrEqual(bounds.least);
          expect(Number(text)).toBeLessThanOrEqual(bounds.most);
          expect(Number(text) % (bounds.multipleOf ?? 1)).toBeCloseTo(0);
        },
      ),
      { numRuns: 2000 },
    );
  });

  test.each([
    ["12.5", true],
    ["-0.25", true],
    ["007", false],
    ["1.", false],
    [".5", false],
    ["1e3", false],
    ["100", true],
    ["100.01", false],
  ])("%s: %s", (text, allowed) => {
    const bounds = { whole: false, least: -1, most: 100, decimals: 6, multipleOf: null };
    expect(allows(numberMachine(bounds), text)).toBe(allowed);
  });

  test("bounds that nothing lies between have a dead start", () => {
    expect(numberMachine({ whole: true, least: 5, most: 4, decimals: 0, multipleOf: null }).start).toBe(dead);
    expect(numberMachine({ whole: true, least: 1, most: 6, decimals: 0, multipleOf: 7 }).start).toBe(dead);
  });
});

test("an intersection allows what all allow", () => {
  const parts = ["^[a-f0-9]*$", "\\d", "^.{3}$"].map((source) => patternMachine(source));
  const machine = intersection(parts.filter((part) => part !== null));
  for (const [text, allowed] of [
    ["a1f", true],
    ["abf", false],
    ["a1", false],
    ["a1z", false],
  ] as const)
    expect(allows(machine, text)).toBe(allowed);
});

test("behind a space stands the same text", () => {
  const machine = behindSpace(
    patternMachine("^ab?$") ?? { start: dead, step: () => dead, accepts: () => false },
  );
  expect([" a", " ab", "a", " ", "  a"].map((text) => allows(machine, text))).toEqual([
    true,
    true,
    false,
    false,
    false,
  ]);
});

function regExpOf(source: string): RegExp {
  try {
    return new RegExp(source, "u");
  } catch {
    // As the validator does: patterns of other dialects are read the old way.
    return new RegExp(source);
  }
}

function allows(machine: TextMachine | null, text: string): boolean {
  if (machine === null) throw new Error("no machine");
  let state = machine.start;
  for (const byte of new TextEncoder().encode(text)) {
    if (state === dead) return false;
    state = machine.step(state, byte);
  }
  return state !== dead && machine.accepts(state);
}

/** A text that the machine allows, led by the draws; null where it isn't at an end in time. */
function walk(machine: TextMachine | null, draws: Iterable<number>): string | null {
  if (machine === null || machine.start === dead) return null;
  const bytes: number[] = [];
  let state = machine.start;
  for (const draw of draws) {
    if (machine.accepts(state) && (draw % 4 === 0 || bytes.length > 60)) break;
    const ways = Array.from({ length: 256 }, (_, byte) => byte).filter(
      (byte) => machine.step(state, byte) !== dead,
    );
    const byte = ways[draw % ways.length];
    if (byte === undefined) break;
    bytes.push(byte);
    state = machine.step(state, byte);
    if (bytes.length > 400) return null;
  }
  expect(machine.accepts(state)).toBe(true);
  return new TextDecoder("utf-8", { ignoreBOM: true, fatal: true }).decode(Uint8Array.from(bytes));
}

function validates(format: string, text: string): boolean {
  const rule: unknown = fullFormats[format as keyof typeof fullFormats];
  if (rule instanceof RegExp) return rule.test(text);
  if (typeof rule === "function") return rule(text) === true;
  const { validate } = rule as { validate: (text: string) => boolean };
  return validate(text);
}

/** Texts that often match: the pattern's own characters, shuffled a little. */
function textOf(source: string): fc.Arbitrary<string> {
  try {
    return fc.stringMatching(new RegExp(source.replaceAll(/\\p\{\w+\}/g, "[A-Za-z]")));
  } catch {
    // Not every pattern can be turned round.
    return fc.constant("");
  }
}
