import { parseArgs } from "node:util";

/** Every value of a flag that may be given many times, in order; citty keeps the last alone. */
export function repeatedFlag(rawArgs: readonly string[], flag: string): string[] {
  const { values } = parseArgs({
    args: [...rawArgs],
    options: { [flag]: { type: "string", multiple: true } },
    strict: false,
    allowPositionals: true,
  });
  const given = values[flag];
  return (Array.isArray(given) ? given : [given]).filter((value) => typeof value === "string");
}
