import { mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { openAppendFile } from "./append-file.ts";
import { openDatasetWriter } from "./dataset-writer.ts";
import { openWorkspace, type Workspace } from "./workspace.ts";

let parent = "";
let workspace: Workspace;
beforeEach(async () => {
  parent = await mkdtemp(join(tmpdir(), "calltune-workspace-"));
  workspace = await openWorkspace(join(parent, ".calltune"));
});
afterEach(() => rm(parent, { recursive: true }));

test("the folder and its files are the owner's alone", async () => {
  const file = await openAppendFile(workspace.calls, 0);
  await file.append("x\n");
  await file.close();
  expect((await stat(workspace.folder)).mode & 0o777).toBe(0o700);
  expect((await stat(workspace.calls)).mode & 0o777).toBe(0o600);
});

test("an append file is cut to what is vouched for before it grows", async () => {
  await writeFile(workspace.calls, "whole\nhal");
  const file = await openAppendFile(workspace.calls, 6);
  await file.append("next\n");
  await file.close();
  expect(await readFile(workspace.calls, "utf8")).toBe("whole\nnext\n");
});

describe("the lock", () => {
  test("a second command is refused, with who holds it", async () => {
    const lock = await workspace.lock("pull");
    await expect(workspace.lock("build")).rejects.toThrow(/another calltune command \(pull, process \d+\)/);
    await lock.release();
    await (await workspace.lock("build")).release();
  });

  test.each([
    ["a process that is gone", { pid: 2 ** 30, takenAt: Date.now() }],
    ["an earlier process with our number", { pid: process.pid, takenAt: 0 }],
  ])("is taken over from %s", async (_, holder) => {
    const left = { host: hostname(), command: "pull", ...holder };
    await writeFile(join(workspace.folder, "lock"), JSON.stringify(left));
    await (await workspace.lock("build")).release();
  });

  test("of another machine counts as held", async () => {
    const left = { pid: 1, host: "another-machine", command: "pull", takenAt: 0 };
    await writeFile(join(workspace.folder, "lock"), JSON.stringify(left));
    await expect(workspace.lock("build")).rejects.toThrow("another calltune command");
  });
});

describe("the dataset writer", () => {
  test("puts the new dataset in place whole, with the facts of its files", async () => {
    const writer = await openDatasetWriter(workspace);
    await (await writer.file("train")).append('{"a":1}\n', 1);
    writer.copy("train", "trainingData");
    const facts = await writer.facts();
    await writer.commit("{}\n");
    expect(await readFile(workspace.dataset.trainingData, "utf8")).toBe('{"a":1}\n');
    expect(facts["train.jsonl"]).toMatchObject({ bytes: 8, lines: 1 });
    expect(facts["training_data.jsonl"]).toEqual(facts["train.jsonl"]);
  });

  test("leaves the old dataset alone when it gives up", async () => {
    const first = await openDatasetWriter(workspace);
    await (await first.file("train")).append("old\n", 1);
    await first.commit("{}\n");
    const second = await openDatasetWriter(workspace);
    await (await second.file("train")).append("new\n", 1);
    await second.abandon();
    expect(await readFile(workspace.dataset.train, "utf8")).toBe("old\n");
  });
});
