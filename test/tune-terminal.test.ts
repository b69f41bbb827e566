import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { cliArguments } from "./support/cli.ts";
import { type FakeTogether, startFakeTogether } from "./support/fake-together.ts";
import { trainingRows } from "./support/training-rows.ts";

const hasScript = spawnSync("script", ["--version"]).stdout?.includes("util-linux") === true;

let folder = "";
let service: FakeTogether;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "calltune-terminal-"));
  await writeFile(join(folder, "train.jsonl"), trainingRows(50));
  service = await startFakeTogether();
});

afterEach(async () => {
  await service.close();
  await rm(folder, { recursive: true });
});

test.each([
  ["y", 0, 1],
  ["n", 1, 0],
  ["", 1, 0],
  ["\u0003", 130, 0],
])("a person in a terminal who answers %j gets %i, and %i jobs", async (answer, code, jobs) => {
  if (!hasScript) return skipLoudly();
  const run = await inTerminal(answer);
  expect(run.text).toContain("Order this job for about $0.07? [y/N]");
  expect([run.code, service.jobs.size]).toEqual([code, jobs]);
  if (code === 130) expect(run.text).toContain("nothing was ordered");
  if (jobs === 1) expect(run.text).toMatch(/tune .*loss/);
});

/** In a pseudo-terminal; the answer is typed when the question stands there. */
async function inTerminal(answer: string): Promise<{ text: string; code: number | null }> {
  const command = [process.execPath, ...cliArguments, "tune train.jsonl --workspace work"].join(" ");
  const child = spawn("script", ["-qefc", command, "/dev/null"], {
    cwd: folder,
    env: { ...process.env, TERM: "xterm", TOGETHER_API_KEY: service.key, TOGETHER_BASE_URL: service.address },
  });
  let text = "";
  let asked = false;
  child.stdout.on("data", (chunk) => {
    text += chunk;
    if (asked || !text.includes("[y/N]")) return;
    asked = true;
    child.stdin.write(answer === "\u0003" ? answer : `${answer}\r`);
  });
  const [code] = await once(child, "close");
  return { text, code };
}

function skipLoudly(): void {
  process.stderr.write("SKIPPED: no `script` of util-linux here, so no pseudo-terminal\n");
}
