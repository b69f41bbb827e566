import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { sharedData } from "../../../test/support/shared-data.ts";
import { dayOf } from "./days.ts";
import type { ValueKind } from "./mentions.ts";
import { readingsOf } from "./readings-of.ts";

test.each([
  ["a couple", "2"],
  ["two dozen", "24"],
  ["half a dozen", "6"],
  ["two and a half", "2.5"],
  ["two point five", "2.5"],
  ["an hour and a half", "90"],
  ["three weeks", "21"],
  ["twelve dollars and fifty cents", "12.5"],
  ["twelve fifty", "12.5"],
  ["twelve fifty", "1250"],
  ["nineteen eighty four", "1984"],
  ["me and my wife", "2"],
  ["me and three friends", "4"],
  ["just me", "1"],
])("%s may be the number %s", (text, number) => {
  expect(readingsOf(text, "number", [])).toContain(number);
});

test.each([
  ["four one five, five five five, oh one three two", "4155550132"],
  ["double five three", "553"],
  ["eight hundred, five fifty-five, twenty-two hundred", "8005552200"],
  ["415-555-0132", "4155550132"],
  ["five five for two ate", "55428"],
])("%s are the digits %s", (text, digits) => {
  expect(readingsOf(text, "digits", [])).toContain(digits);
});

test.each([
  ["S-M-Y-T-H", "smyth"],
  ["b as in boy, o, double l", "boll"],
  ["m like mike, k for king", "mk"],
  ["alpha bravo", "ab"],
  ["A B one two", "ab12"],
  ["N O W A K, two one two, seven double nine, one three five six", "nowak"],
])("%s spells %s", (text, word) => {
  expect(readingsOf(text, "spelled", [])).toContain(word);
});

const pairs = sharedData("pairs/sgd_surface_canonical.tsv.gz");

describe.skipIf(pairs === null)("on words people said beside the value an API got", () => {
  test.each([
    ["date", 1],
    ["money", 1],
    ["number", 1],
    ["time", 0.997],
  ])("the value of kind %s is among the readings in a share of %d", (kind, share) => {
    const rows = pairRows().filter((row) => row.kind === kind);
    const read = rows.filter(({ said, value }) => readings(kind, said).includes(value));
    expect(sum(read) / sum(rows)).toBeGreaterThanOrEqual(share);
  });
});

interface Pair {
  readonly kind: string;
  readonly said: string;
  readonly value: string;
  readonly count: number;
}

function pairRows(): Pair[] {
  const lines = gunzipSync(readFileSync(pairs ?? ""))
    .toString()
    .trim()
    .split("\n")
    .slice(1);
  return lines.map((line) => {
    const [, kind = "", said = "", value = "", count = ""] = line.split("\t");
    const isNumber = kind === "money" || kind === "number";
    return {
      kind,
      said,
      value: isNumber ? String(Number(value.replace(/[$,]/g, ""))) : value,
      count: Number(count),
    };
  });
}

/** That corpus was made on 1 March 2019. */
function readings(kind: string, said: string): string[] {
  const kinds: Record<string, ValueKind> = { date: "date", time: "time", money: "number", number: "number" };
  return readingsOf(said, kinds[kind] ?? "number", [dayOf(2019, 3, 1) ?? 0]);
}

function sum(rows: readonly Pair[]): number {
  return rows.reduce((total, { count }) => total + count, 0);
}
