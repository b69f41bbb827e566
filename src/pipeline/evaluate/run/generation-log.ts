import type { Generation } from "../../../domain/generation.ts";
import { isGeneration } from "../../../domain/is-generation.ts";
import { UsageError } from "../../../lib/errors.ts";
import { parseJson } from "../../../lib/json.ts";
import { toJsonLine } from "../../../lib/json-lines.ts";
import { lineChunks, linesIn } from "../../../lib/line-chunks.ts";
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
  for await (const lines of generationPortions(path)) yield* lines;
}

/** The same in portions: to wait for each line costs more than to read its head. */
export async function* generationPortions(path: string): AsyncGenerator<Iterable<Buffer>> {
  if ((await sizeOf(path)) === 0) return;
  for await (const chunk of lineChunks(path)) yield linesIn(chunk.subarray(0, chunk.lastIndexOf("\n") + 1));
}

/** @throws UsageError where the line isn't ours */
export function generationOf(line: Buffer): Generation {
  const generation: unknown = parseJson(line.toString("utf8"));
  if (isGeneration(generation)) return generation;
  throw new UsageError(
    "generations.jsonl has a line that calltune evaluate didn't write; mend it, or start a new evaluation",
  );
}
