import { basename, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { DataError, InterruptedError, RemoteError, UsageError } from "../lib/errors.ts";
import type { Json } from "../lib/json.ts";

export interface DescribedError {
  readonly exitCode: 2 | 3 | 4 | 70 | 130;
  readonly text: string;
  readonly json: Json;
}

/** The only place that turns an error into words and an exit code. */
export function describeError(error: unknown, commandLine: string): DescribedError {
  if (error instanceof UsageError) return described("usage", 2, `calltune: ${error.message}`);
  if (error instanceof DataError) return described("data", 3, error.message);
  if (error instanceof RemoteError) return remote(error);
  if (error instanceof InterruptedError) return described("interrupted", 130, `calltune: ${error.message}`);
  const disk = diskTrouble(error);
  if (disk !== null) return described("usage", 2, `calltune: ${disk}`);
  return bug(error, commandLine);
}

function remote(error: RemoteError): DescribedError {
  const again = error.retryable ? "run the same command again in a while" : "trying again won't help";
  return {
    exitCode: 4,
    text: `${error.message}\n${error.advice ?? again}`,
    json: {
      error: {
        kind: "remote",
        system: error.system,
        status: error.status ?? null,
        requestId: error.requestId ?? null,
        retryable: error.retryable,
        ...(error.advice === undefined ? {} : { advice: error.advice }),
        message: error.message,
      },
    },
  };
}

/** Full disk, no permission: the user's to mend. Paths of the user's home stay out of the words. */
function diskTrouble(error: unknown): string | null {
  if (!(error instanceof Error) || !("code" in error)) return null;
  const sentences: Readonly<Record<string, string>> = {
    ENOSPC: "the disk is full; make room and run the same command again, nothing is lost",
    EDQUOT: "your disk quota is used up; make room and run the same command again, nothing is lost",
    EACCES:
      "a file of the workspace may not be read or written; check its owner and mode, or give another --workspace",
    EPERM:
      "a file of the workspace may not be changed; check its owner and mode, or give another --workspace",
    EROFS: "the workspace is on a disk that can't be written; give another --workspace",
    EFBIG:
      "a file would become larger than it may (ulimit -f, or the disk's format); raise the limit, or give another --workspace, and run the same command again",
    EISDIR:
      "a folder stands where calltune keeps a file; move it out of the workspace, or give another --workspace",
    ERR_FS_EISDIR:
      "a folder stands where calltune keeps a file; move it out of the workspace, or give another --workspace",
    EEXIST: "a file stands where calltune needs a folder; give another path",
    ENOTDIR: "a file stands where calltune needs a folder; give another path",
    ELOOP: "a path leads round in circles by its links; give another path",
    ENAMETOOLONG: "a path is longer than the disk allows; give a shorter one",
    EIO: "the disk or a file on it can't be read or written (EIO); check the disk, then run the same command again",
    EMFILE: "too many files are open; raise the limit (ulimit -n) and run the same command again",
  };
  if (error.code === "ENOENT") return notThere(error);
  return sentences[String(error.code)] ?? null;
}

/** Only its last name is told. A program or a file of the package that isn't there is a bug. */
function notThere(error: Error): string | null {
  const { path, dest, syscall } = { path: null, dest: null, syscall: "", ...error };
  const place = dest ?? path;
  if (typeof place !== "string" || String(syscall).startsWith("spawn")) return null;
  if (!relative(packageCode, place).startsWith("..")) return null;
  return `${basename(place)}, or the folder it lies in, isn't there; make the folder, or give another path`;
}

const packageCode = fileURLToPath(new URL("../", import.meta.url));

function bug(error: unknown, commandLine: string): DescribedError {
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
  const command = commandLine.split(" ").slice(0, 2).join(" ");
  return described(
    "bug",
    70,
    `${stack}\n\nThis is a bug in calltune (\`${command}\`). Please report this, without callers' words.`,
  );
}

function described(kind: string, exitCode: DescribedError["exitCode"], text: string): DescribedError {
  return { exitCode, text, json: { error: { kind, message: text } } };
}
