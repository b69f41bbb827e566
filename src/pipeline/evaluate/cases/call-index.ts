import { type FileHandle, open } from "node:fs/promises";
import { Call } from "../../../domain/call.ts";
import { readFileLines } from "../../../lib/read-lines.ts";

/** Calls of `calls.jsonl` by id; only where they stand is remembered. */
export interface CallIndex {
  /** Null where the file has no such call. Calls asked for in a row are read once. */
  read(id: string): Promise<Call | null>;
  close(): Promise<void>;
}

interface Place {
  readonly at: number;
  readonly length: number;
}

/** Walks the file once; `wanted` are the ids to be remembered. */
export async function openCallIndex(file: string, wanted: ReadonlySet<string>): Promise<CallIndex> {
  const places = await placesOf(file, wanted);
  const handle = await open(file, "r");
  let last: Call | null = null;
  return {
    async read(id) {
      if (last?.id === id) return last;
      const place = places.get(id);
      if (place === undefined) return null;
      last = Call.parse(JSON.parse(await textAt(handle, place)));
      return last;
    },
    close: () => handle.close(),
  };
}

/** No calls at all: the dataset was copied without them. */
export const noCalls: CallIndex = { read: async () => null, close: async () => {} };

async function placesOf(file: string, wanted: ReadonlySet<string>): Promise<Map<string, Place>> {
  const places = new Map<string, Place>();
  let at = 0;
  for await (const lines of readFileLines(file, {
    name: "calls.jsonl",
    mostBytes: Number.MAX_SAFE_INTEGER,
  })) {
    for (const { bytes } of lines) {
      const length = bytes?.length ?? 0;
      const id = bytes === null ? null : idOf(bytes);
      if (id !== null && wanted.has(id)) places.set(id, { at, length });
      at += length + 1;
    }
  }
  return places;
}

/** Lines of `calls.jsonl` begin with the id. */
function idOf(line: Buffer): string | null {
  const start = /^\{"id":("(?:[^"\\]|\\.)*")/.exec(line.toString("utf8", 0, 1000));
  return start?.[1] === undefined ? null : String(JSON.parse(start[1]));
}

async function textAt(handle: FileHandle, { at, length }: Place): Promise<string> {
  const bytes = Buffer.alloc(length);
  await handle.read(bytes, 0, length, at);
  return bytes.toString("utf8");
}
