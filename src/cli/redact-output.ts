import { randomBytes } from "node:crypto";
import { rename, rm, stat } from "node:fs/promises";
import { UsageError } from "../lib/errors.ts";
import { type AppendFile, createAppendFile } from "../workspace/append-file.ts";
import { isSameFile } from "../workspace/files.ts";

export interface RedactOutput {
  /** False when the reader has gone (`| head`): nobody wants more. */
  write(text: string): Promise<boolean>;
  /** All is written: the file takes its name. */
  finish(): Promise<void>;
  /** Leaves nothing half-written behind; does nothing after `finish`. */
  abandon(): Promise<void>;
}

interface Wish {
  readonly out: string | null;
  /** The file that is read; "-" for standard input. */
  readonly input: string;
  readonly stdout: NodeJS.WritableStream;
}

/** A file that appears whole or not at all, readable by its owner alone; or a stream. */
export async function openRedactOutput({ out, input, stdout }: Wish): Promise<RedactOutput> {
  if (out === null) return streamOutput(stdout);
  if (input !== "-" && (await isSameFile(input, out)))
    throw new UsageError("--out names the file that is read; give another one");
  if (await isFolder(out)) throw new UsageError("--out names a folder; give a file");
  // No name that the user may have given to a file of his own.
  const draft = `${out}.${randomBytes(8).toString("hex")}.new`;
  const file = await createDraft(draft);
  return fileOutput(file, { draft, out });
}

function fileOutput(
  file: AppendFile,
  { draft, out }: { readonly draft: string; readonly out: string },
): RedactOutput {
  let [isOpen, isFinished] = [true, false];
  const close = async () => {
    if (isOpen) await file.close();
    isOpen = false;
  };
  return {
    async write(text) {
      await file.append(text);
      return true;
    },
    async finish() {
      await file.sync();
      await close();
      await rename(draft, out);
      isFinished = true;
    },
    async abandon() {
      if (isFinished) return;
      await close();
      await rm(draft, { force: true });
    },
  };
}

async function createDraft(draft: string): Promise<AppendFile> {
  try {
    return await createAppendFile(draft);
  } catch (error) {
    if (error instanceof Error && "code" in error && (error.code === "ENOENT" || error.code === "ENOTDIR"))
      throw new UsageError("--out is in a folder that isn't there", { cause: error });
    throw error;
  }
}

async function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (facts) => facts.isDirectory(),
    () => false,
  );
}

function streamOutput(stream: NodeJS.WritableStream): RedactOutput {
  let failure: Error | null = null;
  stream.on("error", (error) => {
    failure = error;
  });
  return {
    async write(text) {
      if (failure === null && !stream.write(text)) await drained(stream);
      if (failure === null) return true;
      if ("code" in failure && failure.code === "EPIPE") return false;
      throw failure;
    },
    finish: async () => {},
    abandon: async () => {},
  };
}

function drained(stream: NodeJS.WritableStream): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      for (const event of ["drain", "error", "close"]) stream.off(event, done);
      resolve();
    };
    for (const event of ["drain", "error", "close"]) stream.on(event, done);
  });
}
