import type { Generation } from "../../../domain/generation.ts";
import { isGeneration } from "../../../domain/is-generation.ts";
import { UsageError } from "../../../lib/errors.ts";
import { parseJson } from "../../../lib/json.ts";
import { toJsonLine } from "../../../lib/json-lines.ts";
import { readFileLines } from "../../../lib/read-lines.ts";
import { turns } from "../../../lib/turns.ts";
import { openAppendFile } from "../../../workspace/append-file.ts";
import { sizeOf } from "../../../workspace/files.ts";

/** `generations.jsonl`, open for writing. */
export interface GenerationLog {
  /** Returns once the line is with the system, so that the end of this process can't take it away. */
  append(generation: Generation): Promise<void>;
  /** Returns once all lines so far would survive a power cut. */
  sync(): Promise<void>;
  close(): Promise<void>;
}

const syncEveryMs = 1000;

/** Cuts off the half line of a crash. `now` in milliseconds, of a clock that never jumps. */
export async function openGenerationLog(path: string, now: () => number): Promise<GenerationLog> {
  const file = await openAppendFile(path, await wholeLines(path));
  const inTurn = turns();
  let syncedAt = now();
  const write = async (line: string) => {
    await file.append(line);
    if (now() - syncedAt < syncEveryMs) return;
    syncedAt = now();
    await file.sync();
  };
  return {
    append(generation) {
      const line = `${toJsonLine(generation)}\n`;
      return inTurn(() => write(line));
    },
    sync: () => inTurn(() => file.sync()),
    close: () =>
      inTurn(async () => {
        await file.sync();
        await file.close();
      }),
  };
}

/** Bytes up to the last line's end. */
async function wholeLines(path: string): Promise<number> {
  let bytes = 0;
  for await (const line of generationLines(path)) bytes += line.length + 1;
  return bytes;
}

/** The lines that are there, without their ends; the half line of a crash, which lacks its end, is passed over. */
export async function* generationLines(path: string): AsyncGenerator<Buffer> {
  const size = await sizeOf(path);
  if (size === 0) return;
  let seen = 0;
  for await (const lines of readFileLines(path, { name: "generations.jsonl" })) {
    for (const { bytes } of lines) {
      seen += (bytes?.length ?? 0) + 1;
      if (bytes !== null && seen <= size) yield bytes;
    }
  }
}

/** @throws UsageError where the line isn't ours */
export function generationOf(line: Buffer): Generation {
  const generation: unknown = parseJson(line.toString("utf8"));
  if (isGeneration(generation)) return generation;
  throw new UsageError(
    "generations.jsonl has a line that calltune evaluate didn't write; mend it, or start a new evaluation",
  );
}
