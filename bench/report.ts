import { mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { toJsonLine } from "../src/lib/json-lines.ts";
import { readPageCases } from "../src/pipeline/report/page/cases/read-page-cases.ts";
import { writePage } from "../src/pipeline/report/page/write-page.ts";
import type { Figures } from "../test/support/figures.ts";
import { inventedCases } from "../test/support/invented-cases.ts";
import { inventEvaluation } from "../test/support/invented-evaluation.ts";

const mostSeconds = 3;
const mostMegabytes = 10;

/**
 * `npm run bench report [cases]`: the page of an evaluation's files with four candidates, from reading the files to the
 * page on disk, in wall and processor seconds; the second of two runs, the first having warmed the code.
 */
export async function run(args: readonly string[]): Promise<Figures> {
  const count = Number(args[0] ?? 10_000);
  const folder = mkdtempSync(join(tmpdir(), "calltune-bench-"));
  try {
    const { files, report } = writeEvaluation(count, folder);
    const page = join(folder, "page.html");
    const names = report.candidates.map(({ result }) => result.candidate.name);
    const once = async () => {
      const [wall, processor] = [performance.now(), process.cpuUsage()];
      await writePage(page, report, { cases: readPageCases(files, names) });
      return { seconds: (performance.now() - wall) / 1000, processorSeconds: processorSince(processor) };
    };
    const first = await once();
    const { seconds, processorSeconds } = await once();
    const megabytes = statSync(page).size / 1e6;
    return {
      name: "report",
      ok: processorSeconds <= mostSeconds && megabytes <= mostMegabytes,
      n: count,
      seconds: round(seconds),
      processorSeconds: round(processorSeconds),
      firstRunSeconds: round(first.seconds),
      firstRunProcessorSeconds: round(first.processorSeconds),
      megabytes: round(megabytes),
      inputMegabytes: round(Object.values(files).reduce((sum, file) => sum + statSync(file).size, 0) / 1e6),
      peakMegabytesWithFixture: Math.round(process.resourceUsage().maxRSS / 1024),
      target: `≤ ${mostSeconds} s and ≤ ${mostMegabytes} MB`,
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function writeEvaluation(count: number, folder: string) {
  const { cases, results, generations, report } = inventEvaluation([...inventedCases(count, "bench-report")]);
  const write = (name: string, values: readonly unknown[]) => {
    const file = join(folder, name);
    writeFileSync(file, values.map((value) => `${toJsonLine(value)}\n`).join(""));
    return file;
  };
  const files = {
    cases: write("cases.jsonl", cases),
    results: write("results.jsonl", results),
    generations: write("generations.jsonl", generations),
  };
  return { files, report };
}

function processorSince(before: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
