import { describe, expect, test } from "vitest";
import type { Split } from "../../domain/split.ts";
import { candidateAt, columnWriter, namedAt } from "./candidate-columns.ts";
import type { Lesson } from "./decision.ts";
import { signatureBins } from "./min-hash.ts";

const asItWas = { corrected: null, whole: false, decisions: 1 };

describe("candidates in columns", () => {
  test("come out as they went in", () => {
    const columns = written([
      { turns: [2], ...asItWas },
      { turns: [4], ...asItWas, corrected: [] },
      { turns: [1, 3], corrected: null, whole: true, decisions: 2 },
    ]);
    expect(candidateAt(columns, 0, 100)).toMatchObject({ id: "c#2", turns: [2], call: 107, tool: null });
    expect(candidateAt(columns, 1, 100)).toMatchObject({ id: "c#4", corrected: [], tool: "tool1" });
    expect(candidateAt(columns, 2, 100)).toMatchObject({ id: "c", turns: [1, 3], decisions: 2, label: 2 });
    expect(candidateAt(columns, 2, 100).signature).toBe("\u0002".repeat(signatureBins));
    expect(namedAt(columns, 1)).toEqual({ id: "c#4", decisions: 1 });
    expect(namedAt(columns, 2)).toEqual({ id: "c", decisions: 2 });
  });

  test("are any number", () => {
    const columns = written(Array.from({ length: 1000 }, (_, turn) => ({ turns: [turn], ...asItWas })));
    expect(candidateAt(columns, 999, 0)).toMatchObject({ id: "c#999", exact: 999 });
    expect(columns.signatures).toHaveLength(1000 * signatureBins);
  });
});

function written(lessons: readonly Lesson[]) {
  const call = { id: "c", line: 7, split: "train" as Split, caller: 5 };
  const writer = columnWriter();
  for (const [index, lesson] of lessons.entries()) {
    const numbers = { exact: index, template: index, label: index, priority: index / 4096 };
    writer.add({
      call,
      lesson,
      tool: index === 0 ? null : `tool${index}`,
      ...numbers,
      sign: (into, at) => into.fill(index, at, at + signatureBins),
    });
  }
  return writer.columns();
}
