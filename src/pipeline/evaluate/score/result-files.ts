import { createReadStream } from "node:fs";
import { rename } from "node:fs/promises";
import { createLineBuffer } from "../../../lib/line-buffer.ts";
import { type AppendFile, openAppendFile } from "../../../workspace/append-file.ts";
import { removeIfThere } from "../../../workspace/files.ts";

/** `results.jsonl` in the making: candidates are scored side by side, but stand one behind the other. */
export interface ResultFiles {
  add(candidate: number, line: string): void;
  /** Writes what has been added, where it is worth while; to be called from time to time. */
  flush(): Promise<void>;
  /** Puts them together, beside the old file. */
  join(): Promise<void>;
  /** Once joined: takes the place of the old file. Waits for the disk, which leaves time to compute. */
  commit(): Promise<void>;
  /** Leaves the old file as it is and nothing beside it, after a failure of the others too: a full disk needs the room. */
  abandon(): Promise<void>;
}

const flushAt = 1 << 18;

export async function openResultFiles(path: string, candidates: number): Promise<ResultFiles> {
  // The first candidate's lines begin the whole; those of the others are put behind it.
  const names = Array.from({ length: candidates }, (_, index) => `${path}.${index === 0 ? "new" : index}`);
  const files = await Promise.all(names.map((name) => openAppendFile(name, 0)));
  const [whole, ...others] = files;
  const pending = names.map(() => createLineBuffer(2 * flushAt));
  const flushFrom = async (bytes: number) => {
    for (const [candidate, lines] of pending.entries())
      if (lines.length >= bytes) await files[candidate]?.append(lines.take());
  };
  const remove = () => Promise.all(names.map(removeIfThere));
  return {
    add: (candidate, line) => pending[candidate]?.add(line),
    flush: () => flushFrom(flushAt),
    async join() {
      if (whole === undefined) throw new Error("results of no candidate were to be written");
      await flushFrom(1);
      await Promise.all(others.map((file) => file.close()));
      for (const name of names.slice(1)) await copyInto(whole, name);
    },
    async commit() {
      await whole?.sync();
      await whole?.close();
      await rename(`${path}.new`, path);
      await remove();
    },
    async abandon() {
      // Some may be closed already.
      await Promise.allSettled(files.map((file) => file.close()));
      await remove();
    },
  };
}

async function copyInto(whole: AppendFile, name: string): Promise<void> {
  for await (const bytes of createReadStream(name, { highWaterMark: flushAt })) await whole.append(bytes);
}
