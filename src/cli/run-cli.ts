import { readFileSync } from "node:fs";
import { closest } from "../lib/closest.ts";
import { UsageError } from "../lib/errors.ts";
import type { CliCommand, CommandResult } from "./command.ts";
import { commands } from "./commands/index.ts";
import { describeError } from "./describe-error.ts";
import { commandHelp, overviewHelp } from "./help.ts";
import { type Output, openOutput } from "./output.ts";
import { type OutputStream, openTerminal } from "./terminal.ts";

/** The process as the command line sees it. */
export interface CliProcess {
  readonly rawArgs: readonly string[];
  readonly env: NodeJS.ProcessEnv;
  /** Where a person could answer a question; absent where nobody can. */
  readonly stdin?: NodeJS.ReadStream;
  readonly stdout: OutputStream;
  readonly stderr: OutputStream;
}

/** Runs one command: results to stdout, everything else to stderr, and the exit code back. */
export async function runCli(cli: CliProcess): Promise<number> {
  const [name, ...rest] = cli.rawArgs;
  const wantsJson = rest.includes("--json");
  let streams = false;
  const stdout = openOutput(cli.stdout);
  const stderr = openOutput(cli.stderr);
  try {
    if (name === undefined || name === "--help" || name === "-h" || name === "help") {
      return await print(
        stdout,
        rest[0] === undefined ? overviewHelp() : commandHelp(await commandNamed(rest[0])),
      );
    }
    if (name === "--version" || name === "-v") return await print(stdout, packageVersion());
    const command = await commandNamed(name);
    if (rest.includes("--help") || rest.includes("-h")) return await print(stdout, commandHelp(command));
    streams = command.streams?.(rest) === true;
    const result = await runCommand(command, rest, cli);
    const output = result.on === "stderr" ? stderr : stdout;
    await print(output, wantsJson ? JSON.stringify(result.json, null, 2) : result.text);
    return result.exitCode;
  } catch (error) {
    const { exitCode, text, json } = describeError(error, `calltune ${cli.rawArgs.join(" ")}`);
    // Where even this can't be said, the exit code says it.
    await print(stderr, text).catch(() => {});
    if (wantsJson && !streams) await print(stdout, JSON.stringify(json, null, 2)).catch(() => {});
    return exitCode;
  }
}

async function commandNamed(name: string): Promise<CliCommand> {
  const entry = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (entry === undefined) {
    const names = Object.keys(commands);
    const meant = closest(name, names);
    const question = meant === null ? "" : ` Did you mean \`${meant}\`?`;
    throw new UsageError(`there is no command \`${name}\`; the commands are ${names.join(", ")}.${question}`);
  }
  return entry.load();
}

async function runCommand(
  command: CliCommand,
  rawArgs: readonly string[],
  cli: CliProcess,
): Promise<CommandResult> {
  refuseUnknownFlags(command, rawArgs);
  const terminal = openTerminal(cli);
  const interrupt = listenForInterrupt();
  try {
    return await command.run(rawArgs, {
      env: cli.env,
      signal: interrupt.signal,
      terminal,
      stdout: cli.stdout,
    });
  } finally {
    interrupt.stop();
    terminal.close();
  }
}

/** citty lets unknown flags pass; a typing error must not cost a user an hour. */
function refuseUnknownFlags(command: CliCommand, rawArgs: readonly string[]): void {
  const known = new Set(Object.keys(command.args));
  for (const raw of rawArgs) {
    if (raw === "--") return;
    if (!raw.startsWith("-") || raw === "-" || /^-\d/.test(raw)) continue;
    const flag = raw.replace(/^--?/, "").replace(/=.*$/s, "");
    if (rawArgs.includes(`--no-${flag}`) && known.has(flag))
      throw new UsageError(`--${flag} and --no-${flag} contradict each other; leave one out`);
    if (known.has(flag) || (flag.startsWith("no-") && known.has(flag.slice(3)))) continue;
    const meant = closest(flag, [...known]);
    const question = meant === null ? "" : ` Did you mean --${meant}?`;
    throw new UsageError(
      `${command.name} has no flag --${flag}; see \`calltune ${command.name} --help\`.${question}`,
    );
  }
}

/** The first Ctrl-C lets a command save what it has; the second ends it at once. */
function listenForInterrupt() {
  const controller = new AbortController();
  const onSignal = () => {
    if (controller.signal.aborted) process.exit(130);
    controller.abort();
  };
  process.on("SIGINT", onSignal);
  process.on("SIGTERM", onSignal);
  return {
    signal: controller.signal,
    stop() {
      process.off("SIGINT", onSignal);
      process.off("SIGTERM", onSignal);
    },
  };
}

async function print(output: Output, text: string): Promise<0> {
  await output.write(`${text}\n`);
  return 0;
}

function packageVersion(): string {
  const file = new URL("../../package.json", import.meta.url);
  const { version }: { version: string } = JSON.parse(readFileSync(file, "utf8"));
  return version;
}
