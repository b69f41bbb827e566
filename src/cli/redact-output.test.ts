import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openRedactOutput } from "./redact-output.ts";

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "calltune-out-"));
});
afterAll(() => rm(folder, { recursive: true }));

const open = (name: string) =>
  openRedactOutput({ out: join(folder, name), input: "-", stdout: process.stdout });

test("the user's own files beside it stay, and nothing is left of an output that is given up", async () => {
  await writeFile(join(folder, "rows.jsonl.new"), "mine");
  const given = await open("rows.jsonl");
  await given.write("half\n");
  await given.abandon();
  expect(await readdir(folder)).toEqual(["rows.jsonl.new"]);
  const whole = await open("rows.jsonl");
  await whole.write("whole\n");
  await whole.finish();
  await whole.abandon();
  expect(await readFile(join(folder, "rows.jsonl"), "utf8")).toBe("whole\n");
  expect(await readFile(join(folder, "rows.jsonl.new"), "utf8")).toBe("mine");
  expect(await readdir(folder)).toHaveLength(2);
});

test("nor of one whose name was taken by a folder in the meantime", async () => {
  const output = await open("taken");
  await mkdir(join(folder, "taken"));
  await expect(output.finish()).rejects.toThrow();
  await output.abandon();
  expect((await readdir(folder)).filter((name) => name.startsWith("taken"))).toEqual(["taken"]);
});
