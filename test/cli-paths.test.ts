import { existsSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { calltune } from "./support/cli.ts";

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "calltune-paths-"));
  await writeFile(join(folder, "plain"), "");
  const messages = [
    { role: "user", content: "hi" },
    { role: "assistant", content: "hello" },
  ];
  await writeFile(join(folder, "one.jsonl"), JSON.stringify({ call_id: "1", messages }));
  await writeFile(join(folder, "row.jsonl"), JSON.stringify({ messages }));
  await calltune(["pull", "one.jsonl"], { folder });
});
afterAll(() => rm(folder, { recursive: true }));

describe("a path that can't be written is the user's to mend", () => {
  test.each([
    [["build", "--out", "nowhere/a/b.jsonl"], "--out is in a folder that isn't there"],
    [["build", "--out", "plain/b.jsonl"], "--out is in a folder that isn't there"],
    [["build", "--out", "."], "--out names a folder"],
    [["samples", "--count", "1", "--to", "plain"], "--to names a file"],
    [
      ["samples", "--count", "1", "--truth", "nowhere/truth.jsonl"],
      "--truth is in a folder that isn't there",
    ],
    [["samples", "--count", "1", "--tools", "plain/tools.json"], "--tools is in a folder that isn't there"],
    [["samples", "--count", "1", "--tools", "."], "--tools names a folder"],
    [
      ["pull", "one.jsonl", "--fresh", "--reverse-map", "nowhere/map.jsonl"],
      "--reverse-map is in a folder that isn't there",
    ],
  ])("%j", async (args, sentence) => {
    const { code, stdout, stderr } = await calltune(args, { folder });
    expect(stderr).toContain(sentence);
    expect(stderr).not.toContain(folder);
    expect(stdout).toBe("");
    expect(code).toBe(2);
  });
});

describe.skipIf(!existsSync("/proc/self"))("a folder that no one can make", () => {
  test.each(["/proc/foo", "/proc/foo/bar/baz"])("%s ends with 2", { timeout: 30_000 }, async (workspace) => {
    const { code, stderr } = await calltune(["pull", "one.jsonl", "--workspace", workspace], { folder });
    expect(stderr).toContain("give another --workspace");
    expect(code).toBe(2);
  });
});

describe.skipIf(!existsSync("/dev/full"))("a standard output that takes nothing", () => {
  test.each([
    [["pull", "--help"]],
    [["check", "row.jsonl"]],
    [["check", "row.jsonl", "--personal"]],
    [["check", "row.jsonl", "--json"]],
    [["check", "nowhere.jsonl", "--json"]],
    [["redact", "row.jsonl"]],
  ])("ends %j with 2 and a sentence", async (args) => {
    const { code, stderr } = await calltune(args, { folder, shell: "> /dev/full" });
    expect(stderr).toMatch(/full|no such file/);
    expect(stderr).not.toContain("    at ");
    expect(code).toBe(2);
  });

  test("whose reader has gone says nothing", async () => {
    const { stderr } = await calltune(["pull", "--help"], { folder, shell: "| true" });
    expect(stderr).toBe("");
  });
});
