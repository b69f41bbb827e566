/**
 * What may be said of a mistake of ours in a log: its kind and where it happened. Its message is left out, for it may hold what a
 * caller said (that of broken JSON does).
 */
export function describeBug(error: unknown): string {
  if (!(error instanceof Error)) return "an unknown error";
  const frames = (error.stack ?? "").split("\n").filter((line) => /^\s+at /.test(line));
  return [error.name, ...frames].join("\n");
}
