import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { openPostgresTarget, sampleTools, writeSamples } from "../src/samples/index.ts";
import type { Figures } from "../test/support/figures.ts";
import { startPostgres } from "../test/support/postgres-server.ts";

const maxRatio = 25;
const maxMegabytes = 400;
const tables = ["tenants", "calls", "llm_function_calls"];

/**
 * pull + build of sample calls from a local PostgreSQL server, beside `psql \copy` of the same rows to files. The peak
 * is the resident memory of the whole calltune process, its threads included.
 */
export async function run(args: readonly string[]): Promise<Figures> {
  const calls = Number(args[0] ?? 100_000);
  const server = await startPostgres();
  if (server === null) throw new Error("no PostgreSQL here: install one, or set TEST_DATABASE_URL");
  const folder = mkdtempSync(join(tmpdir(), "calltune-bench-"));
  try {
    const url = await server.createDatabase("bench_build");
    await fill(url, calls);
    execFileSync("npm", ["run", "build"], { stdio: "ignore" });
    const copy = copyRows(url, folder);
    const workspace = join(folder, "workspace");
    const pull = await calltune(["pull"], { url, workspace });
    const build = await calltune(["build", "--tools", toolsFile(folder)], { url, workspace });
    const plainPull = await calltune(["pull", "--no-redact"], { url, workspace: join(folder, "plain") });
    const ratio = (pull.seconds + build.seconds) / copy.seconds;
    const peak = Math.max(pull.peakMegabytes, build.peakMegabytes);
    return {
      name: "build",
      ok: ratio <= maxRatio && peak <= maxMegabytes,
      n: calls,
      megabytes: round(copy.bytes / 1e6),
      peer: "psql \\copy of the same rows to files",
      peerSeconds: round(copy.seconds),
      pullSeconds: round(pull.seconds),
      buildSeconds: round(build.seconds),
      ratio: round(ratio),
      ratioWithoutRedaction: round((plainPull.seconds + build.seconds) / copy.seconds),
      target: `≤ ${maxRatio}× and ≤ ${maxMegabytes} MB`,
      peakMegabytes: { pull: round(pull.peakMegabytes), build: round(build.peakMegabytes) },
      callsPerSecond: Math.round(calls / (pull.seconds + build.seconds)),
      dataset: build.result,
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
    await server.stop();
  }
}

async function fill(url: string, count: number): Promise<void> {
  const target = openPostgresTarget(url);
  // The 2 MB transcripts are for tests: at one in 2,000 they would be a third of all bytes here.
  await writeSamples(target, { seed: "bench", count, hugeTranscripts: false });
  for (const table of tables) await target.run(`ANALYZE ${table}`);
  await target.close();
}

function toolsFile(folder: string): string {
  const file = join(folder, "tools.json");
  writeFileSync(file, JSON.stringify(sampleTools()));
  return file;
}

interface Copy {
  readonly seconds: number;
  readonly bytes: number;
}

/** The smallest useful work anybody could do with these rows: hand them over as text. The middle one of three runs. */
function copyRows(url: string, folder: string): Copy {
  const runs = [1, 2, 3].map(() => copyOnce(url, folder));
  return runs.sort((one, other) => one.seconds - other.seconds)[1] ?? copyOnce(url, folder);
}

function copyOnce(url: string, folder: string): Copy {
  const files = tables.map((table) => join(folder, `${table}.copy`));
  const commands = tables.map((table, index) => `\\copy ${table} to '${files[index]}'`);
  const start = performance.now();
  execFileSync("psql", [url, "-q", ...commands.flatMap((command) => ["-c", command])], {
    stdio: ["ignore", "ignore", "inherit"],
  });
  const seconds = (performance.now() - start) / 1000;
  const bytes = files.reduce((sum, file) => sum + statSync(file).size, 0);
  for (const file of files) rmSync(file);
  return { seconds, bytes };
}

interface Run {
  readonly seconds: number;
  readonly peakMegabytes: number;
  readonly result: unknown;
}

async function calltune(
  command: readonly string[],
  { url, workspace }: { url: string; workspace: string },
): Promise<Run> {
  const start = performance.now();
  const child = spawn(
    process.execPath,
    ["dist/cli/main.js", ...command, "--workspace", workspace, "--json"],
    {
      env: { ...process.env, DATABASE_URL: url },
      stdio: ["ignore", "pipe", "inherit"],
    },
  );
  let output = "";
  child.stdout.on("data", (chunk) => {
    output += chunk;
  });
  let peakMegabytes = 0;
  const watch = setInterval(() => {
    peakMegabytes = Math.max(peakMegabytes, residentPeak(child.pid));
  }, 100);
  const [code] = await once(child, "close");
  clearInterval(watch);
  if (code !== 0) throw new Error(`calltune ${command[0]} ended with ${code}`);
  const { counts, tokens } = JSON.parse(output);
  return {
    seconds: (performance.now() - start) / 1000,
    peakMegabytes,
    result: { counts, tokens: tokens?.total },
  };
}

/** The kernel's own high-water mark of the process; 0 once it has ended. */
function residentPeak(pid: number | undefined): number {
  try {
    const status = readFileSync(`/proc/${pid}/status`, "utf8");
    return Number(/VmHWM:\s+(\d+) kB/.exec(status)?.[1] ?? 0) / 1024;
  } catch {
    // The process ended between two looks.
    return 0;
  }
}

function round(number: number): number {
  return Math.round(number * 100) / 100;
}
