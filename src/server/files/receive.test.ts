import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { expect, onTestFinished, test } from "vitest";
import { ApiError } from "../api-error.ts";
import { receive } from "./receive.ts";

test("what came is written as it came, with its length and hash", async () => {
  const folder = await makeFolder();
  const received = await receive(Readable.from([Buffer.from("on"), Buffer.from("e\n")]), folder);
  expect(await readFile(received.path, "utf8")).toBe("one\n");
  expect(received).toMatchObject({
    bytes: 4,
    sha256: "2c8b08da5ce60398e1f19af0e5dccc744df274b826abe585eaba68c525434806",
  });
});

test("more than may come is refused while it comes, and nothing is left", async () => {
  const folder = await makeFolder();
  async function* endless() {
    for (;;) yield Buffer.alloc(1000);
  }
  const error = await receive(Readable.from(endless()), folder, 5000).catch((cause: unknown) => cause);
  expect(error).toBeInstanceOf(ApiError);
  expect(error).toMatchObject({ fault: { status: 413 } });
  expect(await readdir(folder)).toEqual([]);
});

test("a sender who goes away in the middle leaves nothing", async () => {
  const folder = await makeFolder();
  async function* broken() {
    yield Buffer.alloc(1000);
    throw new Error("gone");
  }
  await expect(receive(Readable.from(broken()), folder)).rejects.toThrow("gone");
  expect(await readdir(folder)).toEqual([]);
});

test("a sender who goes away before the file is even open leaves nothing", async () => {
  const folder = await makeFolder();
  for (let time = 0; time < 30; time += 1) {
    const gone = new Readable({
      read() {
        this.destroy(new Error("gone"));
      },
    });
    await expect(receive(gone, folder)).rejects.toThrow("gone");
  }
  expect(await readdir(folder)).toEqual([]);
});

async function makeFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "calltune-receive-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  return folder;
}
