import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { readWholeLines } from "./whole-lines.ts";

test.each([
  ["", [], 0],
  ["half", [], 0],
  ["one\n", ["one"], 4],
  ["one\n\n", ["one", ""], 5],
  ["grüß\u2028dich\nhal", ["grüß\u2028dich"], 14],
])(
  "of %j the whole lines are read, and where the next begins is told in bytes",
  async (text, lines, bytes) => {
    const folder = await mkdtemp(join(tmpdir(), "calltune-lines-"));
    onTestFinished(() => rm(folder, { recursive: true }));
    const path = join(folder, "lines.jsonl");
    expect(await readWholeLines(path)).toBeNull();
    await writeFile(path, text);
    expect(await readWholeLines(path)).toEqual({ lines, bytes });
  },
);
