/** Each value of a flag that may be given many times, in order; citty keeps the last alone. */
export function repeatedFlag(rawArgs: readonly string[], flag: string): string[] {
  const values: string[] = [];
  for (const [index, raw] of rawArgs.entries()) {
    if (raw === "--") break;
    if (raw === `--${flag}`) values.push(rawArgs[index + 1] ?? "");
    else if (raw.startsWith(`--${flag}=`)) values.push(raw.slice(flag.length + 3));
  }
  return values;
}
