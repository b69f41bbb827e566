import { UsageError } from "../lib/errors.ts";
import type { OutputStream } from "./terminal.ts";

/** Standard output or standard error, with each failure told to who writes. */
export interface Output {
  /** @throws UsageError where it can't be written; a reader that has gone (`| head`) is no failure */
  write(text: string): Promise<void>;
}

export function openOutput(stream: OutputStream): Output {
  // Whoever writes is told by the callback; without a listener Node would end the process with a stack.
  stream.on("error", () => {});
  return {
    write: (text) =>
      new Promise((resolve, reject) => {
        const done = (error?: Error | null) => {
          if (error == null || codeOf(error) === "EPIPE") resolve();
          else reject(unwritable(error));
        };
        stream.write(text, done);
      }),
  };
}

function unwritable(cause: Error): UsageError {
  const code = codeOf(cause);
  const sentence =
    code === "ENOSPC" ? "the disk that the output goes to is full" : `the output can't be written (${code})`;
  return new UsageError(`${sentence}; send it elsewhere and run the same command again`, { cause });
}

function codeOf(error: Error): string {
  return "code" in error ? String(error.code) : error.name;
}
