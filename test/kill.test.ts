import type { ChildProcess } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { afterAll, beforeAll, expect, test } from "vitest";
import { seededRandom } from "../src/lib/seeded-random.ts";
import { openPostgresTarget, sampleTools, writeSamples } from "../src/samples/index.ts";
import { calltune } from "./support/cli.ts";
import { startCuttingProxy } from "./support/cutting-proxy.ts";
import { type PostgresServer, startPostgres } from "./support/postgres-server.ts";

const calls = 1000;
const kills = 10;
let folder = "";
let server: PostgresServer | null = null;
let url = "";
/** Files of an undisturbed run, by name. */
let undisturbed: Record<string, string> = {};
const durationMs = { pull: 0, build: 0 };

beforeAll(async () => {
  server = await startPostgres();
  if (server === null) return;
  folder = await mkdtemp(join(tmpdir(), "calltune-kill-"));
  await writeFile(join(folder, "tools.json"), JSON.stringify(sampleTools()));
  url = await server.createDatabase("kill_test");
  const target = openPostgresTarget(url);
  await writeSamples(target, { seed: "kill-test", count: calls });
  await target.close();
  for (const command of ["pull", "build"] as const) {
    const start = performance.now();
    expect(await run(command, "undisturbed")).toMatchObject({ code: 0 });
    durationMs[command] = performance.now() - start;
  }
  undisturbed = await filesOf("undisturbed");
}, 600_000);

afterAll(async () => {
  await server?.stop();
  if (folder !== "") await rm(folder, { recursive: true });
});

test("killed ten times at random moments and run again, pull and build leave the bytes of an undisturbed run", async ({
  skip,
}) => {
  if (server === null) return skipLoudly(skip);
  const random = seededRandom("kill-test");
  let resumable = 0;
  for (let kill = 0; kill < kills; kill += 1) {
    const command = kill % 2 === 0 ? "pull" : "build";
    // Fresh pulls are the ones worth killing; a finished one has nothing left to lose.
    if (command === "pull") await forget("killed");
    if (command === "build") await run("pull", "killed");
    const killAfterMs = durationMs[command] * (0.3 + 0.7 * random.next());
    // Every other pull dies once it has saved something, so that the next one goes on from there.
    const { code } = await run(command, "killed", kill % 4 === 2 ? { killOnceSaved: true } : { killAfterMs });
    expect([null, 0]).toContain(code);
    const { finished, callsBytes, reverseMap } = stateOf("killed") ?? { callsBytes: 0 };
    if (code === null && finished === false && callsBytes > 0 && reverseMap.bytes > 0) resumable += 1;
  }
  expect(resumable).toBeGreaterThan(0);
  for (const command of ["pull", "build"] as const)
    expect(await run(command, "killed")).toMatchObject({ code: 0 });
  expect(await filesOf("killed")).toEqual(undisturbed);
  const maps = ["killed", "undisturbed"].map((workspace) => readFile(mapOf(workspace), "utf8"));
  const [killed, whole] = await Promise.all(maps);
  expect(killed === whole && whole !== "").toBe(true);
}, 900_000);

test("a connection cut in the middle of a pull costs nothing: the pull reconnects and goes on", async ({
  skip,
}) => {
  if (server === null) return skipLoudly(skip);
  const proxy = await startCuttingProxy(server.port, [200_000, 600_000]);
  const through = new URL(url);
  through.port = String(proxy.port);
  const pulled = await run("pull", "cut", { url: through.href });
  expect(proxy.connections()).toBeGreaterThan(2);
  await proxy.close();
  expect(pulled).toMatchObject({ code: 0 });
  await run("build", "cut");
  expect(await filesOf("cut")).toEqual(undisturbed);
}, 600_000);

test("Ctrl-C says what was saved and how to go on, and the next pull goes on from there", async ({
  skip,
}) => {
  if (server === null) return skipLoudly(skip);
  const { code, stderr } = await run("pull", "interrupted", {
    interruptOnce: join(folder, "interrupted", "calls.jsonl"),
  });
  expect([130, 0]).toContain(code);
  if (code === 130) expect(stderr).toContain("calltune pull");
  expect(await run("pull", "interrupted")).toMatchObject({ code: 0 });
  await run("build", "interrupted");
  expect(await filesOf("interrupted")).toEqual(undisturbed);
}, 600_000);

interface Disturbance {
  readonly killAfterMs?: number;
  /** As soon as `pull.json` vouches for calls. */
  readonly killOnceSaved?: boolean;
  /** Ctrl-C as soon as this file is there. */
  readonly interruptOnce?: string;
  readonly url?: string;
}

function run(command: "pull" | "build", workspace: string, disturbance: Disturbance = {}) {
  const own = { pull: ["--reverse-map", mapOf(workspace)], build: ["--tools", join(folder, "tools.json")] };
  return calltune([command, ...own[command], "--workspace", join(folder, workspace)], {
    // One secret for all workspaces: each would make its own.
    env: { DATABASE_URL: disturbance.url ?? url, CALLTUNE_SALT: "the kill test's own salt" },
    onStart(child) {
      const { killAfterMs, killOnceSaved, interruptOnce } = disturbance;
      if (killAfterMs !== undefined) setTimeout(() => child.kill("SIGKILL"), killAfterMs);
      if (killOnceSaved) signalOnce(child, "SIGKILL", () => (stateOf(workspace)?.callsBytes ?? 0) > 0);
      if (interruptOnce !== undefined) signalOnce(child, "SIGINT", () => existsSync(interruptOnce));
    },
  });
}

function signalOnce(child: ChildProcess, signal: NodeJS.Signals, isTime: () => boolean): void {
  const watch = setInterval(() => {
    if (!isTime()) return;
    clearInterval(watch);
    child.kill(signal);
  }, 5);
  child.once("exit", () => clearInterval(watch));
}

/** Beside the workspace, since it is not for sharing. */
function mapOf(workspace: string): string {
  return join(folder, `${workspace}.map.jsonl`);
}

function stateOf(workspace: string) {
  const file = join(folder, workspace, "pull.json");
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : null;
}

async function forget(workspace: string): Promise<void> {
  for (const path of [join(folder, workspace), mapOf(workspace)])
    await rm(path, { recursive: true, force: true });
}

/** Everything but how far a pull has come, which an interrupted one reaches by other steps. */
async function filesOf(workspace: string): Promise<Record<string, string>> {
  const names = await readdir(join(folder, workspace), { recursive: true, withFileTypes: true });
  const files = names.filter((entry) => entry.isFile() && !["pull.json", "lock"].includes(entry.name));
  const contents = await Promise.all(
    files.map(
      async (entry) => [entry.name, await readFile(join(entry.parentPath, entry.name), "utf8")] as const,
    ),
  );
  return Object.fromEntries(contents.sort(([one], [other]) => (one < other ? -1 : 1)));
}

function skipLoudly(skip: (note: string) => never): never {
  process.stderr.write("SKIPPED: no PostgreSQL here; install one or set TEST_DATABASE_URL\n");
  return skip("no PostgreSQL");
}
