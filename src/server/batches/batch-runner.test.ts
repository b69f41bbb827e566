import { createHash } from "node:crypto";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { contentOf } from "../../workspace/local-files.ts";
import { openLocalProvider } from "../../workspace/local-provider.ts";
import { openWorkspace } from "../../workspace/workspace.ts";
import type { GeneratorShelf } from "../chat/generator-shelf.ts";
import { openFileBook } from "../files/file-book.ts";
import type { ServerWorld } from "../world.ts";
import { type BatchOrder, openBatchBook } from "./batch-book.ts";
import { openBatchRunner } from "./batch-runner.ts";

test("what isn't answered within the window stands in the error file as expired", async () => {
  const { batches, runner, textOf } = await begin({ requests: 5, answeredInTime: 2 });
  runner.enqueue("batch_1");
  await runner.settled();
  const done = batches.find("batch_1");
  expect(done).toMatchObject({ status: "expired", total: 5, completed: 2, failed: 3 });
  expect((await textOf(done.outputFile)).map(({ custom_id }) => custom_id)).toEqual(["r-0", "r-1"]);
  const errors = await textOf(done.errorFile);
  expect(errors.map(({ custom_id, response, error }) => [custom_id, response, error.code])).toEqual([
    ["r-2", null, "batch_expired"],
    ["r-3", null, "batch_expired"],
    ["r-4", null, "batch_expired"],
  ]);
});

test("a server that is closed in the middle leaves the rest to the next one", async () => {
  const first = await begin({ requests: 5, answeredInTime: 5, closeAfter: 2 });
  first.runner.enqueue("batch_1");
  await first.runner.settled();
  expect(first.batches.find("batch_1")).toMatchObject({ status: "in_progress", completed: 2 });
  const next = await first.reopen();
  next.runner.resume();
  await next.runner.settled();
  const done = next.batches.find("batch_1");
  expect(done).toMatchObject({ status: "completed", completed: 5, failed: 0 });
  expect(await next.textOf(done.outputFile)).toHaveLength(5);
});

interface Scene {
  readonly requests: number;
  readonly answeredInTime: number;
  /** The server closes while it is at work on the next. */
  readonly closeAfter?: number;
}

async function begin({ requests, answeredInTime, closeAfter }: Scene) {
  const folder = await mkdtemp(join(tmpdir(), "calltune-batches-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  const provider = await openLocalProvider(await openWorkspace(folder));
  let answers = 0;
  const now = () => (answers >= answeredInTime && answeredInTime < requests ? 2000 : 1000) * 1000;
  const world = { provider, now, randomId: () => "id", log: () => {} } as unknown as ServerWorld;
  const open = async () => {
    const files = await openFileBook(world);
    const batches = await openBatchBook(world);
    const generate = async () => {
      if (answers === closeAfter) {
        answers += 1;
        void runner.close();
        throw new Error("stopped");
      }
      answers += 1;
      return { message: { role: "assistant", content: "Hello" }, finishReason: "stop", usage: {} };
    };
    const generators = {
      lend: async () => ({ generator: { generate }, giveBack: () => {} }),
    } as unknown as GeneratorShelf;
    const runner = openBatchRunner({ world, files, generators, batches });
    const textOf = async (id: string | null): Promise<ReturnType<typeof JSON.parse>[]> => {
      const text = await readFile(contentOf(provider, id ?? ""), "utf8");
      return text
        .trimEnd()
        .split("\n")
        .map((line) => JSON.parse(line));
    };
    return { files, batches, runner, textOf };
  };
  const opened = await open();
  const content = Array.from({ length: requests }, (_, index) => `${lineOf(index)}\n`).join("");
  const path = join(folder, "received");
  await writeFile(path, content);
  const received = {
    path,
    bytes: content.length,
    sha256: createHash("sha256").update(content).digest("hex"),
  };
  await opened.files.add({ filename: "in.jsonl", fileType: "jsonl", purpose: "batch" }, received, "file-1");
  await opened.batches.create(order);
  return { ...opened, reopen: open };
}

function lineOf(index: number): string {
  const body = { model: "m", messages: [{ role: "user", content: "Hello" }] };
  return JSON.stringify({ custom_id: `r-${index}`, method: "POST", url: "/v1/chat/completions", body });
}

const order: BatchOrder = {
  id: "batch_1",
  inputFile: "file-1",
  endpoint: "/v1/chat/completions",
  completionWindow: "24h",
  metadata: null,
  createdAt: 1000,
  expiresAt: 1500,
};
