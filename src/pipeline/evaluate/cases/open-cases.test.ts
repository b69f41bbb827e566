import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { Case } from "../../../domain/case.ts";
import { UsageError } from "../../../lib/errors.ts";
import { sha256 } from "../../../lib/hash.ts";
import { openCases } from "./open-cases.ts";

test("cases are the same one by one, all at once and in portions", async () => {
  await withFile(text, async (file) => {
    const cases = await openCases(file, sha256(text));
    const [all, inPortions]: [Case[], Case[]] = [[], []];
    for await (const question of cases.all()) all.push(question);
    for await (const portion of cases.portions()) inPortions.push(...portion);
    expect(all.map(({ id }) => id)).toEqual(cases.ids);
    expect(inPortions).toEqual(all);
    expect(await cases.read(1)).toEqual(all[1]);
    await cases.close();
  });
});

test("cases that were changed, or are gone, are said to be so", async () => {
  await withFile(text.replace("\n", "\r\n"), async (file) => {
    await expect(openCases(file, sha256(text))).rejects.toThrow(/was changed/);
    const gone = openCases(`${file}.gone`, sha256(text));
    await expect(gone).rejects.toThrow(/is gone/);
    await expect(gone).rejects.toBeInstanceOf(UsageError);
  });
});

const text = ["a#1", "a#2", "b ü"]
  .map(
    (id) => `${JSON.stringify({ id, callId: "a", messages: [], tools: [], expected: { kind: "reply" } })}\n`,
  )
  .join("");

async function withFile(content: string, work: (file: string) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "calltune-cases-"));
  try {
    const file = join(folder, "cases.jsonl");
    await writeFile(file, content);
    await work(file);
  } finally {
    await rm(folder, { recursive: true });
  }
}
