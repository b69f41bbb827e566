import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { fileURLToPath } from "node:url";
import { reportFiles } from "../src/workspace/evaluations.ts";
import type { Figures } from "../test/support/figures.ts";
import { inventedCases } from "../test/support/invented-cases.ts";
import { inventEvaluation } from "../test/support/invented-evaluation.ts";
import { summaryOf } from "../test/support/invented-summary.ts";
import { writeEvaluation } from "../test/support/written-evaluation.ts";

const mostSeconds = 3;
const mostMegabytes = 10;

/**
 * `npm run bench report [cases]`: the whole `calltune report` of an evaluation with four candidates, compiled and in a
 * process of its own: start, comparing, page. Processor seconds count, since they say the same on a busy machine.
 */
export async function run(args: readonly string[]): Promise<Figures> {
  const count = Number(args[0] ?? 10_000);
  const folder = mkdtempSync(join(tmpdir(), "calltune-bench-"));
  try {
    execFileSync("npm", ["run", "build"], { stdio: "ignore" });
    const { page, input } = await invent(count, folder);
    const { seconds, usage } = report(folder);
    const processorSeconds = (usage.userCPUTime + usage.systemCPUTime) / 1e6;
    const megabytes = statSync(page).size / 1e6;
    return {
      name: "report",
      ok: processorSeconds <= mostSeconds && megabytes <= mostMegabytes,
      n: count,
      seconds: round(seconds),
      processorSeconds: round(processorSeconds),
      megabytes: round(megabytes),
      inputMegabytes: round(input.reduce((sum, file) => sum + statSync(file).size, 0) / 1e6),
      peakMegabytes: Math.round(usage.maxRSS / 1024),
      target: `≤ ${mostSeconds} s of one core and ≤ ${mostMegabytes} MB`,
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Writes a workspace's evaluation; gives its files, and where the page will be. */
async function invent(count: number, workspace: string) {
  const invented = inventEvaluation([...inventedCases(count, "bench-report")]);
  const summary = summaryOf(invented, 7);
  const files = await writeEvaluation(workspace, { ...invented, summary });
  const { html: page } = reportFiles(workspace, summary.id);
  return { page, input: [files.cases, files.results, files.generations] };
}

const tellUsage = `process.on("exit", () => process.stderr.write(JSON.stringify(process.resourceUsage())))`;

function report(workspace: string): { seconds: number; usage: NodeJS.ResourceUsage } {
  const main = fileURLToPath(new URL("../dist/cli/main.js", import.meta.url));
  const start = performance.now();
  const { status, stderr } = spawnSync(
    process.execPath,
    [`--import=data:text/javascript,${encodeURIComponent(tellUsage)}`, main, "report"].concat(
      "--workspace",
      workspace,
    ),
    { encoding: "utf8", cwd: workspace, stdio: ["ignore", "ignore", "pipe"] },
  );
  const seconds = (performance.now() - start) / 1000;
  if (status !== 0) throw new Error(`calltune report ended with ${status}: ${stderr}`);
  return { seconds, usage: JSON.parse(stderr.slice(stderr.lastIndexOf("{"))) };
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
