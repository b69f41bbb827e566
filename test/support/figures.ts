import { cpus, totalmem } from "node:os";

/** What a bench or a measurement found; its last printed line. */
export interface Figures {
  readonly name: string;
  /** False when short of the target. */
  readonly ok: boolean;
  readonly n: number;
  readonly [figure: string]: unknown;
}

/** A file of `bench/` or `measure/`. */
interface FiguresModule {
  run(args: readonly string[]): Promise<Figures>;
}

/**
 * Runs the bench or measurement named on the command line: its table, then as last line one JSON object with the
 * machine. Exit code 1 when it is short of its target.
 */
export async function runFigures(
  table: Readonly<Record<string, () => Promise<FiguresModule>>>,
): Promise<void> {
  const [name = "", ...args] = process.argv.slice(2);
  const load = Object.hasOwn(table, name) ? table[name] : undefined;
  if (load === undefined) {
    process.stderr.write(`usage: npm run … NAME, one of ${Object.keys(table).join(", ")}\n`);
    process.exitCode = 2;
    return;
  }
  const figures = await (await load()).run(args);
  for (const [key, value] of Object.entries(figures))
    process.stdout.write(`${key.padEnd(28)} ${shown(value)}\n`);
  process.stdout.write(`${JSON.stringify({ ...figures, machine: machine() })}\n`);
  process.exitCode = figures.ok ? 0 : 1;
}

function shown(value: unknown): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}

function machine(): string {
  const [first] = cpus();
  return `${cpus().length} × ${first?.model ?? "unknown"}, ${Math.round(totalmem() / 2 ** 30)} GiB, ${process.platform}, Node ${process.version}`;
}
