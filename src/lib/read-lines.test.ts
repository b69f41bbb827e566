import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { afterAll, describe, expect, test } from "vitest";
import { DataError, UsageError } from "./errors.ts";
import { readFileLines, readLines, textOf } from "./read-lines.ts";

const folder = mkdtempSync(join(tmpdir(), "calltune-lines-"));
afterAll(() => rmSync(folder, { recursive: true }));

describe("lines", () => {
  test.each<[string, string, string[]]>([
    ["nothing", "", []],
    ["one without an end", "a", ["a"]],
    ["one with an end", "a\n", ["a"]],
    ["empty ones between", "a\n\nb\n", ["a", "", "b"]],
    ["CRLF", "a\r\nb\r\n", ["a", "b"]],
    ["a CR inside", "a\rb\n", ["a\rb"]],
    ["a byte order mark at the beginning, and one elsewhere", "\ufeffa\n\ufeffb", ["a", "\ufeffb"]],
    ["U+2028 inside", "a\u2028b\n", ["a\u2028b"]],
  ])("%s", async (_, text, lines) => {
    expect(await linesOf(Buffer.from(text), 1000)).toEqual(lines);
  });

  test("they are the same however the bytes arrive, packed or not", async () => {
    const line = fc.string({ unit: "grapheme", maxLength: 8 }).filter((text) => !/[\n\r\ufeff]/.test(text));
    const property = fc.asyncProperty(
      fc.array(line),
      fc.integer({ min: 1, max: 9 }),
      fc.boolean(),
      async (lines, size, packed) => {
        const bytes = Buffer.from(lines.map((text) => `${text}\n`).join(""));
        expect(await linesOf(packed ? gzipSync(bytes) : bytes, size)).toEqual(lines);
      },
    );
    await fc.assert(property);
  });

  test("numbers count every line, blank and too long ones too", async () => {
    const found = [];
    for await (const lines of readLines(pieces(Buffer.from(`a\n${"x".repeat(50)}\n\nb`), 7), {
      name: "f",
      mostBytes: 49,
    })) {
      found.push(...lines.map(({ number, bytes }) => [number, bytes?.toString() ?? null]));
    }
    expect(found).toEqual([
      [1, "a"],
      [2, null],
      [3, ""],
      [4, "b"],
    ]);
  });

  test("a line of exactly the most bytes is given, in one piece or many", async () => {
    const text = "y".repeat(49);
    for (const size of [7, 1000])
      expect(await linesOf(Buffer.from(`${text}\nz`), size, 49)).toEqual([text, "z"]);
  });

  test("a line that is too long isn't held", async () => {
    const chunk = Buffer.alloc(1 << 20, "x");
    const before = process.memoryUsage().arrayBuffers;
    let most = 0;
    const endless = Readable.from(
      (function* () {
        for (let index = 0; index < 300; index += 1) {
          most = Math.max(most, process.memoryUsage().arrayBuffers - before);
          yield Buffer.from(chunk);
        }
        yield Buffer.from("\nend");
      })(),
    );
    const found = [];
    for await (const lines of readLines(endless, { name: "f", mostBytes: 8 << 20 })) found.push(...lines);
    expect(found.map(({ bytes }) => bytes?.toString() ?? null)).toEqual([null, "end"]);
    expect(most).toBeLessThan(200 << 20);
  });

  test("bytes that aren't UTF-8 have no text", () => {
    expect(textOf(Buffer.from([0x61, 0xc3]))).toBeNull();
    expect(textOf(Buffer.from("ü"))).toBe("ü");
  });
});

describe("files", () => {
  test("a gzip file that breaks off is told by its name and the line", async () => {
    const noise = Array.from({ length: 4000 }, (_, index) => `line ${index * 7919}`).join("\n");
    const packed = gzipSync(noise);
    const file = write("cut.gz", packed.subarray(0, packed.length / 2));
    const error = await failure(file);
    expect(error).toBeInstanceOf(DataError);
    expect((error as DataError).at.line).toBeGreaterThan(1);
    expect(error).toMatchObject({ message: expect.stringMatching(/^cut\.gz:\d+: .*breaks off/) });
  });

  test("a gzip file with wrong bytes is broken", async () => {
    const packed = gzipSync("a\nb\n");
    packed.fill(0xff, 10, 14);
    expect(await failure(write("broken.gz", packed))).toMatchObject({
      message: expect.stringContaining("gzip file is broken"),
    });
  });

  test("two gzip files in one are read as one", async () => {
    const file = write("two.gz", Buffer.concat([gzipSync("a\n"), gzipSync("b\n")]));
    const found: string[] = [];
    for await (const lines of readFileLines(file, { name: "two" }))
      found.push(...lines.map(({ bytes }) => String(bytes)));
    expect(found).toEqual(["a", "b"]);
  });

  test("a file that isn't there, and a folder, are the user's to mend", async () => {
    expect(await failure(join(folder, "none"))).toBeInstanceOf(UsageError);
    expect(await failure(folder)).toBeInstanceOf(UsageError);
  });
});

function write(name: string, bytes: Buffer): string {
  const file = join(folder, name);
  writeFileSync(file, bytes);
  return file;
}

async function failure(file: string): Promise<unknown> {
  try {
    for await (const _ of readFileLines(file, { name: file.split("/").at(-1) ?? "" }));
  } catch (error) {
    return error;
  }
  throw new Error("expected a failure");
}

async function linesOf(bytes: Buffer, size: number, mostBytes = 1000): Promise<string[]> {
  const found: string[] = [];
  for await (const lines of readLines(pieces(bytes, size), { name: "f", mostBytes })) {
    found.push(...lines.map((line) => String(line.bytes)));
  }
  return found;
}

function pieces(bytes: Buffer, size: number): Readable {
  const chunks: Buffer[] = [];
  for (let from = 0; from < bytes.length; from += size) chunks.push(bytes.subarray(from, from + size));
  return Readable.from(chunks);
}
