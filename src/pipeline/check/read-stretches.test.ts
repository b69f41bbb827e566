import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, describe, expect, test } from "vitest";
import { readBlocks } from "./read-blocks.ts";
import { readStretches, type Stretch } from "./read-stretches.ts";

const folder = mkdtempSync(join(tmpdir(), "calltune-stretches-"));
const file = join(folder, "lines.txt");
afterAll(() => rmSync(folder, { recursive: true }));

describe("stretches of a file", () => {
  test("are the whole file in order, cut at line ends and numbered, whatever their size", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom("a", "bcd", "é", "\n", "\n\n")),
        fc.integer({ min: 1, max: 9 }),
        async (parts, size) => {
          const text = parts.join("");
          const stretches = await cut(text, size);
          expect(stretches.map(textOf).join("")).toBe(text);
          expect(stretches.slice(0, -1).every((stretch) => textOf(stretch).endsWith("\n"))).toBe(true);
          let line = 1;
          for (const stretch of stretches) {
            expect(stretch.firstLine).toBe(line);
            line += textOf(stretch).split("\n").length - 1;
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  test("pass over lines that are too long, and keep the count", async () => {
    const stretches = await cut(`one\n${"x".repeat(50)}\nthree\n${"y".repeat(60)}`, 8, 20);
    const told = stretches.map(({ firstLine, tooLong, bytes }) => [
      firstLine,
      tooLong ? "too long" : `${Buffer.from(bytes)}`,
    ]);
    expect(told).toEqual([
      [1, "one\n"],
      [2, "too long"],
      [3, "three\n"],
      [4, "too long"],
    ]);
  });

  test("of an empty file are none", async () => {
    expect(await cut("")).toEqual([]);
  });
});

async function cut(text: string, size = 8, maxLineBytes?: number): Promise<Stretch[]> {
  writeFileSync(file, text);
  const { blocks } = await readBlocks(file, new AbortController().signal, size);
  const stretches: Stretch[] = [];
  for await (const stretch of readStretches(blocks, maxLineBytes)) stretches.push(stretch);
  return stretches;
}

function textOf({ bytes }: Stretch): string {
  return Buffer.from(bytes).toString("utf8");
}
