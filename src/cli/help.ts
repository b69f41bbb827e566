import type { ArgsDef } from "citty";
import type { CliCommand } from "./command.ts";
import { commands } from "./commands/index.ts";

const exitCodes =
  "Exit codes: 0 fine, 1 the answer is no, 2 wrong usage, 3 bad data, 4 a database or API failed, 70 our bug, 130 Ctrl-C.";

export function overviewHelp(): string {
  const width = Math.max(...Object.keys(commands).map((name) => name.length));
  const lines = Object.entries(commands).map(([name, { about }]) => `  ${name.padEnd(width)}  ${about}`);
  return [
    "calltune turns a voice agent's call logs into a smaller, faster, cheaper tool-calling model,",
    "and proves it on held-out calls before the agent switches to it.",
    "",
    "Usage: calltune <command> [flags]",
    "",
    ...lines,
    "",
    "Try first: calltune demo",
    "One command's flags and examples: calltune <command> --help",
    exitCodes,
  ].join("\n");
}

export function commandHelp(command: CliCommand): string {
  const positionals = Object.entries(command.args).filter(([, arg]) => arg.type === "positional");
  const usage = positionals
    .map(([name, arg]) => (arg.required ? name.toUpperCase() : `[${name.toUpperCase()}]`))
    .join(" ");
  return [
    `calltune ${command.name}: ${command.about}`,
    "",
    `Usage: calltune ${command.name} ${usage}${usage ? " " : ""}[flags]`,
    "",
    ...flagLines(command.args),
    "",
    "Examples:",
    ...command.examples.map((example) => `  ${example}`),
  ].join("\n");
}

function flagLines(args: ArgsDef): string[] {
  const rows = Object.entries(args).flatMap(([name, arg]) => {
    const hint = arg.type === "boolean" ? "" : ` ${arg.valueHint ?? name.toUpperCase()}`;
    const left = arg.type === "positional" ? name.toUpperCase() : `--${name}${hint}`;
    const choices = arg.type === "enum" && arg.options ? ` (${arg.options.join(", ")})` : "";
    const row = [left, `${arg.description ?? ""}${choices}`] as const;
    const negative = arg.type === "boolean" ? arg.negativeDescription : undefined;
    return negative === undefined ? [row] : [row, [`--no-${name}`, negative] as const];
  });
  const width = Math.max(...rows.map(([left]) => left.length));
  return rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`);
}
