import { type FileHandle, open } from "node:fs/promises";
import { privateFile } from "./files.ts";

/** A file that grows at its end, from a length known to be good. */
export interface AppendFile {
  /** Bytes written so far, the kept ones included. */
  readonly length: number;
  append(text: string | Uint8Array): Promise<void>;
  /** Returns once all of it would survive a power cut. */
  sync(): Promise<void>;
  close(): Promise<void>;
}

/** Cuts the file to `keep` bytes (a crash may have left half a batch behind) and goes on from there. */
export async function openAppendFile(path: string, keep: number): Promise<AppendFile> {
  const handle = await open(path, keep === 0 ? "w" : "r+", privateFile);
  await handle.truncate(keep);
  return appendTo(handle, keep);
}

/** A file that wasn't there before. @throws EEXIST where one was */
export async function createAppendFile(path: string): Promise<AppendFile> {
  return appendTo(await open(path, "wx", privateFile), 0);
}

function appendTo(handle: FileHandle, keep: number): AppendFile {
  let length = keep;
  return {
    get length() {
      return length;
    },
    async append(text) {
      const bytes = typeof text === "string" ? Buffer.from(text) : text;
      let written = 0;
      while (written < bytes.length) {
        const part = await handle.write(bytes, written, bytes.length - written, length + written);
        written += part.bytesWritten;
      }
      length += written;
    },
    sync: () => handle.datasync(),
    close: () => handle.close(),
  };
}
