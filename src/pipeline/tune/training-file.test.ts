import { mkdtemp, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { sha256 } from "../../lib/hash.ts";
import { openTrainingFile } from "./training-file.ts";

let folder = "";
let path = "";
const never = new AbortController().signal;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "calltune-file-"));
  path = join(folder, "rows.jsonl");
});

afterEach(() => rm(folder, { recursive: true }));

test("a file is known by its hash, rows and tools, the last row without an end too", async () => {
  const text = `{"messages":[]}\n{"messages":[],"tools": [ {"type":"function"}]}`;
  await writeFile(path, text);
  const file = await openTrainingFile(path, never);
  expect(file).toMatchObject({ bytes: text.length, rows: 2, hasTools: true, sha256: sha256(text) });
  await file.close();
});

test("tools are seen across the border of two pieces", async () => {
  await writeFile(path, `${" ".repeat((256 << 10) - 5)}{"tools":[{"type":"function"}]}\n`);
  const file = await openTrainingFile(path, never);
  expect(file.hasTools).toBe(true);
  await file.close();
});

test("a file that another replaces is sent as it was; one that is written into is never sent whole", async () => {
  await writeFile(path, "old\n");
  const replaced = await openTrainingFile(path, never);
  await writeFile(`${path}.new`, "new\n");
  await rename(`${path}.new`, path);
  expect(await textOf(replaced.chunks())).toBe("old\n");
  await replaced.close();
  const changed = await openTrainingFile(path, never);
  await writeFile(path, "odd\n");
  await expect(textOf(changed.chunks())).rejects.toThrow("was changed while it was sent");
  await changed.close();
});

test("a file that isn't there is the user's to mend", async () => {
  await expect(openTrainingFile(path, never)).rejects.toThrow("isn't there");
});

async function textOf(chunks: AsyncIterable<Uint8Array>): Promise<string> {
  let text = "";
  for await (const chunk of chunks) text += Buffer.from(chunk).toString();
  return text;
}
