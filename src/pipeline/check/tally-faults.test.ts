import { describe, expect, test } from "vitest";
import type { PlacedFault } from "./report.ts";
import { gatherFaults } from "./tally-faults.ts";

describe("gathered faults", () => {
  test("are all listed while there are few, in order of lines, the file's own last", () => {
    const gathered = gatherFaults();
    for (const [line, rule] of [
      [null, "file"],
      [7, "b"],
      [2, "a"],
    ] as const)
      gathered.add(fault(line, rule));
    expect(gathered.tally().faults.map(({ line }) => line)).toEqual([2, 7, null]);
  });

  test("are sampled per rule once there are too many errors, and still all counted", () => {
    const gathered = gatherFaults(10, 2);
    for (let line = 1; line <= 9; line += 1) gathered.add(fault(line, "a"));
    expect(gathered.tally().faults).toHaveLength(9);
    for (let line = 10; line <= 20; line += 1) gathered.add(fault(line, "b"));
    const { faults, counts } = gathered.tally();
    expect(faults.map(({ line, rule }) => `${rule}${line}`)).toEqual(["a1", "a2", "b10", "b11"]);
    expect(counts).toEqual([
      { rule: "a", severity: "error", count: 9, listed: 2 },
      { rule: "b", severity: "error", count: 11, listed: 2 },
    ]);
  });

  test("don't let warnings push errors out", () => {
    const gathered = gatherFaults(10, 2);
    for (let line = 1; line <= 50; line += 1) gathered.add(fault(line, "w", "warning"));
    for (let line = 51; line <= 59; line += 1) gathered.add(fault(line, "e"));
    const { counts } = gathered.tally();
    expect(counts.map(({ count, listed }) => [count, listed])).toEqual([
      [50, 2],
      [9, 9],
    ]);
  });

  test("of several stretches add up as if they were one", () => {
    const one = gatherFaults(10, 2);
    const parts = gatherFaults(10, 2);
    for (let start = 0; start < 5; start += 1) {
      const part = gatherFaults(10, 2);
      for (let line = start * 10 + 1; line <= start * 10 + 10; line += 1) {
        const each = fault(line, line % 3 === 0 ? "a" : "b");
        one.add(each);
        part.add(each);
      }
      parts.addAll(part.tally());
    }
    expect(parts.tally()).toEqual(one.tally());
  });
});

function fault(line: number | null, rule: string, severity: PlacedFault["severity"] = "error"): PlacedFault {
  return { line, rule, severity, sentence: "" };
}
