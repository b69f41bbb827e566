import { stripVTControlCharacters } from "node:util";
import { type ArgsDef, type ParsedArgs, parseArgs } from "citty";
import { UsageError } from "../lib/errors.ts";
import type { Json } from "../lib/json.ts";

/** What a command answers: the same facts for a person and for a program. */
export interface CommandResult {
  /** Printed to stdout. */
  readonly text: string;
  /** Printed instead with `--json`. */
  readonly json: Json;
  /** 0 fine; 1 the answer is no; 3 the data is bad. */
  readonly exitCode: 0 | 1 | 3;
  /** Where it is printed: on stderr where stdout has carried data already. */
  readonly on?: "stdout" | "stderr";
}

/** The world a command works in. */
export interface CommandWorld {
  readonly env: NodeJS.ProcessEnv;
  readonly signal: AbortSignal;
  readonly terminal: Terminal;
  /** For commands that stream data; everything else is returned. */
  readonly stdout: NodeJS.WritableStream;
}

export interface CommandContext<Args extends ArgsDef> extends CommandWorld {
  readonly args: ParsedArgs<Args>;
  /** As typed, for a sentence that names the command to go on with. */
  readonly rawArgs: readonly string[];
}

/** Where words to the user go; results are returned, not printed. */
export interface Terminal {
  /** A sentence about what is going on, to stderr. */
  notice(sentence: string): void;
  /** What a person answers; null where nobody is there to be asked. @throws InterruptedError on Ctrl-C */
  ask(question: string, signal: AbortSignal): Promise<string> | null;
  /** A bar with the time left, on stderr where that is a terminal. */
  progress(label: string): Progress;
  /** Width and colour of what the result is printed on. */
  readonly colour: boolean;
}

export interface Progress {
  /** `total` null where unknown: a count without a bar. A note stands in the place of count and time left. */
  update(done: number, total: number | null, note?: string): void;
  stop(): void;
}

/** A command as the command line sees it. */
export interface CliCommand {
  readonly name: string;
  readonly about: string;
  readonly args: ArgsDef;
  /** Whether its one positional argument may be given many times. */
  readonly takesMany?: true;
  /** At least one line a user can paste. */
  readonly examples: readonly string[];
  /** True where stdout carries the command's data, so that an error's JSON must not stand among it. */
  streams?(rawArgs: readonly string[]): boolean;
  run(rawArgs: readonly string[], world: CommandWorld): Promise<CommandResult>;
}

interface TypedCommand<Args extends ArgsDef> extends Omit<CliCommand, "args" | "run"> {
  readonly args: Args;
  run(context: CommandContext<Args>): Promise<CommandResult>;
}

/** Flags every command takes. */
export const commonArgs = {
  json: { type: "boolean", description: "print the result as one JSON object" },
  config: {
    type: "string",
    description: "config file (default: calltune.config.ts here)",
    valueHint: "FILE",
  },
  workspace: {
    type: "string",
    description: "folder for calltune's files (default: .calltune beside the config)",
    valueHint: "DIR",
  },
} as const satisfies ArgsDef;

/** Parses the arguments as `args` says before `run` sees them. */
export function defineCliCommand<const Args extends ArgsDef>(command: TypedCommand<Args>): CliCommand {
  const run: CliCommand["run"] = (rawArgs, world) =>
    command.run({ ...world, rawArgs, args: parsed<Args>(rawArgs, command) });
  return { ...command, run };
}

function parsed<Args extends ArgsDef>(rawArgs: readonly string[], command: TypedCommand<Args>) {
  const args = parsedByTheLibrary(rawArgs, command.args);
  const most = Object.values(command.args).filter(({ type }) => type === "positional").length;
  const extra = args._[most];
  if (extra !== undefined && command.takesMany === undefined)
    throw new UsageError(`${command.name} takes no "${extra}"; see \`calltune ${command.name} --help\``);
  return args;
}

function parsedByTheLibrary<Args extends ArgsDef>(rawArgs: readonly string[], args: Args): ParsedArgs<Args> {
  try {
    return parseArgs<Args>([...rawArgs], args);
  } catch (error) {
    // citty throws for a missing argument or a value that isn't among the choices, with a sentence to show.
    // Coloured, wherever it is shown.
    const sentence = stripVTControlCharacters(error instanceof Error ? error.message : String(error));
    throw new UsageError(sentence, { cause: error });
  }
}
