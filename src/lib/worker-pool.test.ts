import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { inlinePool, mapInOrder, threadPool } from "./worker-pool.ts";

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "calltune-pool-"));
});
afterAll(() => rm(folder, { recursive: true }));

const slowForEven = `
import { parentPort, workerData } from "node:worker_threads";
parentPort.on("message", async ({ number, request }) => {
  if (request === "bad") return parentPort.postMessage({ number, error: new Error("refused") });
  if (request === "die") process.exit(1);
  if (request % 2 === 0) await new Promise((resolve) => setTimeout(resolve, 5));
  parentPort.postMessage({ number, response: request + workerData.plus });
});
`;

test("responses come in the order of the requests, however long each takes", async () => {
  const pool = threadPool<{ plus: number }, number, number>(await workerFile(), 2, { plus: 100 });
  const responses: number[] = [];
  for await (const response of mapInOrder(numbers(20), pool)) responses.push(response);
  await pool.close();
  expect(responses).toEqual(Array.from({ length: 20 }, (_, index) => index + 100));
});

test("only as many requests are in work as the pool has room for", async () => {
  let running = 0;
  let most = 0;
  const pool = {
    size: 3,
    async run(request: number) {
      running += 1;
      most = Math.max(most, running);
      await new Promise((resolve) => setImmediate(resolve));
      running -= 1;
      return request;
    },
    close: async () => {},
  };
  for await (const _ of mapInOrder(numbers(50), pool));
  expect(most).toBeLessThanOrEqual(4);
});

test("a request that fails in a thread fails where its turn comes", async () => {
  const pool = threadPool<{ plus: number }, unknown, number>(await workerFile(), 1, { plus: 0 });
  await expect(pool.run("bad")).rejects.toThrow("refused");
  expect(await pool.run(1)).toBe(1);
  await pool.close();
});

test("a thread that dies fails its request instead of leaving it open", async () => {
  const pool = threadPool<{ plus: number }, unknown, number>(await workerFile(), 1, { plus: 0 });
  await expect(pool.run("die")).rejects.toThrow("worker thread ended");
  await pool.close();
});

test("an inline pool does the same work on this thread", async () => {
  const pool = inlinePool((setup: { plus: number }) => (request: number) => request + setup.plus, {
    plus: 1,
  });
  expect(await pool.run(1)).toBe(2);
});

async function* numbers(count: number): AsyncGenerator<number> {
  for (let number = 0; number < count; number += 1) yield number;
}

async function workerFile(): Promise<URL> {
  const file = join(folder, "worker.mjs");
  await writeFile(file, slowForEven);
  return pathToFileURL(file);
}
