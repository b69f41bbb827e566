import { readdir, stat } from "node:fs/promises";
import { basename, isAbsolute, join, relative } from "node:path";
import { z } from "zod";
import type { Problem } from "../../domain/problem.ts";
import { InterruptedError, UsageError } from "../../lib/errors.ts";
import { type Line, readFileLines, textOf } from "../../lib/read-lines.ts";
import { jsonLinesCheck } from "./json-lines-check.ts";
import type { Position, RawCall, ReadRequest, Source } from "./source.ts";

const Options = z.strictObject({
  /** Files, folders (their `.jsonl` and `.jsonl.gz` files in order of name), or "-" for standard input. */
  files: z
    .array(z.string().min(1), { error: "expected at least one file: calltune pull calls.jsonl" })
    .min(1, "expected at least one file"),
});
export type JsonlOptions = z.output<typeof Options>;

export const jsonl: Source<JsonlOptions> = {
  about: "JSON Lines files, one call a line; gzip read as it is",
  options: Options,
  open: async ({ files }) => ({
    count: async () => null,
    read: (request) => readFiles(files, request),
    close: async () => {},
  }),
};

const mostRecords = 1000;
const batchBytes = 4 * 1024 * 1024;

async function* readFiles(
  paths: readonly string[],
  request: ReadRequest,
): AsyncGenerator<readonly RawCall[]> {
  const files = await filesOf(paths);
  let left = request.limit ?? Number.POSITIVE_INFINITY;
  for (const [index, file] of files.entries()) {
    for await (const batch of readFile(file, index, request)) {
      if (request.signal.aborted) throw new InterruptedError("reading was interrupted");
      if (left <= 0) return;
      yield batch.slice(0, left);
      left -= batch.length;
    }
  }
}

async function* readFile(
  path: string,
  index: number,
  { after }: ReadRequest,
): AsyncGenerator<readonly RawCall[]> {
  const name = nameOf(path);
  const order = counter(index + 1);
  const from = linesBehind(after, order);
  if (from === null) return;
  let batch: RawCall[] = [];
  let bytes = 0;
  const check = jsonLinesCheck(name, from);
  for await (const lines of readFileLines(path, { name })) {
    for (const line of lines) {
      if (line.number <= from || isBlank(line)) continue;
      const raw = toRawCall(line, `${name}:${line.number}`, [order, counter(line.number)]);
      check.take(line, raw);
      batch.push(raw);
      bytes += line.bytes?.length ?? 0;
      if (batch.length < mostRecords && bytes < batchBytes) continue;
      yield batch;
      batch = [];
      bytes = 0;
    }
  }
  check.end();
  if (batch.length > 0) yield batch;
}

/** Position of a line: the file's place among the files, then the line's number; both sort as text. */
function counter(value: number): string {
  return String(value).padStart(12, "0");
}

/** How many lines of the file are to be passed over; null where all are. A position that isn't ours counts for none. */
function linesBehind(after: Position | null, order: string): number | null {
  if (after === null || !/^\d{12}$/.test(after[0]) || after[0] < order) return 0;
  return after[0] > order ? null : Number(after[1]);
}

function toRawCall({ bytes }: Line, place: string, position: Position): RawCall {
  const problem = (reason: Problem["reason"]): RawCall => ({
    place,
    position,
    problem: { place, scope: "call", reason },
  });
  if (bytes === null) return problem("too_large");
  const text = textOf(bytes);
  if (text === null) return problem("not_utf8");
  try {
    return { place, position, record: JSON.parse(text) };
  } catch {
    // One bad line is counted; the file goes on.
    return problem("not_json");
  }
}

const space = 32;

/** Nothing but spaces, tabs and carriage returns: they come before every other character. */
function isBlank({ bytes }: Line): boolean {
  return bytes !== null && (bytes[0] ?? 0) <= space && bytes.every((byte) => byte <= space);
}

async function filesOf(paths: readonly string[]): Promise<string[]> {
  const files: string[] = [];
  for (const path of paths) files.push(...(await filesAt(path)));
  return files;
}

async function filesAt(path: string): Promise<string[]> {
  if (path === "-") return [path];
  const entry = await stat(path).catch((error: unknown) => {
    throw new UsageError(`there is no file or folder ${nameOf(path)}`, { cause: error });
  });
  if (!entry.isDirectory()) return [path];
  const names = (await readdir(path)).filter((name) => /\.jsonl(\.gz)?$/.test(name)).sort();
  if (names.length === 0)
    throw new UsageError(`the folder ${nameOf(path)} holds no .jsonl or .jsonl.gz files`);
  return names.map((name) => join(path, name));
}

/** What a user can find, without the home folder's name: the path from here, else the file's own name. */
function nameOf(path: string): string {
  if (path === "-") return "stdin";
  const fromHere = relative(process.cwd(), path);
  return fromHere.startsWith("..") || isAbsolute(fromHere) ? basename(path) : fromHere || basename(path);
}
