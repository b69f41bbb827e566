import { existsSync } from "node:fs";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { calltune } from "./support/cli.ts";

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "calltune-nothing-"));
});
afterAll(() => rm(folder, { recursive: true }));

describe("a pull that keeps no call says what to do", () => {
  test.each([
    ["wrong-format", [call("1", "completed")], ["--format", "tables"], "try --format openai-messages"],
    ["empty", [], [], "name files"],
    ["other-status", [call("1", "failed")], [], "any takes all"],
  ])("%s", async (name, lines, flags, sentence) => {
    await writeFile(join(folder, `${name}.jsonl`), lines.join("\n"));
    const args = ["pull", `${name}.jsonl`, ...flags, "--workspace", name];
    const { code, stdout } = await calltune(args, { folder });
    expect(stdout).toContain(sentence);
    expect(code).toBe(0);
  });
});

test("a build without an example to train on ends with 3 and says why, and leaves its reasons behind", async () => {
  await writeFile(join(folder, "greeting.jsonl"), call("1", "completed"));
  await calltune(["pull", "greeting.jsonl", "--workspace", "none"], { folder });
  const args = ["build", "--workspace", "none", "--out", "out.jsonl"];
  const { code, stdout } = await calltune(args, { folder });
  expect(code).toBe(3);
  expect(stdout).toContain("NO training data: all decisions (1) are rejected, most often: before_caller 1");
  expect(stdout).not.toContain("training data for");
  expect(existsSync(join(folder, "out.jsonl"))).toBe(false);
  expect(await readFile(join(folder, "none/dataset/rejected.jsonl"), "utf8")).toContain("before_caller");
  const json = await calltune([...args, "--json"], { folder });
  expect([json.code, JSON.parse(json.stdout).counts.examples]).toEqual([3, 0]);
});

/** The agent greets and nobody answers. */
function call(id: string, status: string): string {
  return JSON.stringify({ call_id: id, status, messages: [{ role: "assistant", content: "Hello?" }] });
}
