import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";

/** What a run of the command line left behind. */
export interface CliRun {
  /** Null when a signal ended it. */
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface CliSettings {
  readonly env?: Readonly<Record<string, string>>;
  /** Working folder; the repository's where absent. */
  readonly folder?: string;
  /** The largest file it may write, in blocks of 1,024 bytes (`ulimit -f`). */
  readonly mostBlocks?: number;
  /** What a shell does with its output: a redirection or a pipe. */
  readonly shell?: string;
  readonly stdin?: string | Buffer;
  /** Called with the process as soon as it runs, for signals. */
  readonly onStart?: (child: ChildProcess) => void;
}

/** What Node is started with: the compiled command line in tests (see `compile.ts`), its sources elsewhere. */
export const cliArguments: readonly string[] =
  process.env["CALLTUNE_COMPILED"] === undefined
    ? ["--import", import.meta.resolve("tsx"), new URL("../../src/cli/main.ts", import.meta.url).pathname]
    : [new URL("../../dist/cli/main.js", import.meta.url).pathname];

/** Runs the real command line in a process of its own, without the caller's environment of databases and keys. */
export async function calltune(args: readonly string[], settings: CliSettings = {}): Promise<CliRun> {
  const command = [process.execPath, ...cliArguments, ...args];
  const [program = "", ...rest] = inShell(settings, command);
  const child = spawn(program, rest, {
    cwd: settings.folder,
    env: { PATH: process.env["PATH"], HOME: process.env["HOME"], NO_COLOR: "1", ...settings.env },
    stdio: "pipe",
  });
  let stdout = "";
  let stderr = "";
  child.stdout.on("data", (chunk) => {
    stdout += chunk;
  });
  child.stderr.on("data", (chunk) => {
    stderr += chunk;
  });
  settings.onStart?.(child);
  child.stdin.on("error", () => {
    // A command that reads nothing may end before its input is written.
  });
  child.stdin.end(settings.stdin ?? "");
  const [code] = await once(child, "close");
  return { code, stdout, stderr };
}

function inShell({ mostBlocks, shell }: CliSettings, command: readonly string[]): readonly string[] {
  if (mostBlocks === undefined && shell === undefined) return command;
  const limit = mostBlocks === undefined ? "" : `ulimit -f ${mostBlocks} && `;
  return ["bash", "-c", `${limit}exec "$@" ${shell ?? ""}`, "bash", ...command];
}
