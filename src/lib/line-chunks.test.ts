import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { lineChunks, linesIn } from "./line-chunks.ts";

test("stretches hold whole lines and together the whole file, whatever the size", async () => {
  const folder = await mkdtemp(join(tmpdir(), "calltune-chunks-"));
  const file = join(folder, "lines");
  try {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.string({ maxLength: 30 })),
        fc.integer({ min: 1, max: 64 }),
        async (lines, size) => {
          const text = lines.join("\n");
          await writeFile(file, text);
          const chunks: Buffer[] = [];
          for await (const chunk of lineChunks(file, size)) chunks.push(chunk);
          expect(Buffer.concat(chunks).toString()).toBe(text);
          for (const chunk of chunks.slice(0, -1)) expect(chunk.at(-1)).toBe(10);
        },
      ),
    );
  } finally {
    await rm(folder, { recursive: true });
  }
});

test("a stretch's lines are what stands between its ends", () => {
  const linesOf = (text: string) => [...linesIn(Buffer.from(text))].map(String);
  expect(linesOf("a\n\nb\n")).toEqual(["a", "", "b"]);
  expect(linesOf("a\nhalf")).toEqual(["a", "half"]);
  expect(linesOf("")).toEqual([]);
});
