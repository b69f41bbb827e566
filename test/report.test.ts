import { mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { SaxesParser } from "saxes";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { Report } from "../src/domain/report.ts";
import { sha256 } from "../src/lib/hash.ts";
import { evaluationFiles, reportFiles } from "../src/workspace/evaluations.ts";
import { calltune } from "./support/cli.ts";
import { inventEvaluation, type MadeEvaluation, writeEvaluation } from "./support/written-evaluation.ts";

let folder = "";
let workspace = "";

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "calltune-report-"));
  workspace = join(folder, ".calltune");
});

afterEach(() => rm(folder, { recursive: true }));

const fourCandidates = inventEvaluation({
  calls: 120,
  candidates: [
    { name: "log", kind: "log", exact: 0.9, falseCalls: 0.02 },
    { name: "base", exact: 0.6, falseCalls: 0.08, firstTokenMs: 500 },
    { name: "base+few-shot", exact: 0.62, falseCalls: 0.07, firstTokenMs: 520, price: null },
    { name: "tuned", exact: 0.95, falseCalls: 0.01, firstTokenMs: 200, failedPerMille: 10 },
  ],
});

describe("report", () => {
  test("says the verdict first, shows figures with intervals, and writes files that are the owner's", async () => {
    await writeEvaluation(workspace, fourCandidates);
    const run = await report();
    expect(run).toMatchObject({ code: 0, stderr: "" });
    expect(run.stdout.startsWith("log is better than base\n")).toBe(true);
    expect(run.stdout).toContain("tuned is better than base");
    expect(run.stdout).toMatch(/base\+few-shot (can't be told from|is not worse than|is worse than) base/);
    expect(run.stdout).toMatch(/exact tool calls +9\d\.\d % \(8\d\.\d–9\d\.\d\)/);
    expect(run.stdout).toContain("failed requests of tuned: 4 timeouts");
    expect(run.stdout).toContain("the price of base+few-shot isn't known");
    expect(run.stdout).toContain(".calltune/reports/20261127-181500-abcd.json");
    for (const line of run.stdout.split("\n")) expect([...line].length).toBeLessThanOrEqual(80);
    const files = reportFiles(workspace, fourCandidates.summary.id);
    for (const file of [files.json, files.markdown, files.junit])
      expect((await stat(file)).mode & 0o777).toBe(0o600);
  });

  test("prints with --json what it writes, and everything in it can be followed back", async () => {
    const files = await writeEvaluation(workspace, fourCandidates);
    const printed = Report.parse(JSON.parse((await report("--json")).stdout));
    const written = Report.parse(JSON.parse(await readFile(reportFiles(workspace, printed.id).json, "utf8")));
    expect(written).toEqual(printed);
    expect(printed.resultsSha256).toBe(sha256(await readFile(files.results)));
    expect(printed.baseline).toBe("base");
    expect(printed.gate).toBeNull();
    const tuned = printed.candidates.find(({ result }) => result.candidate.name === "tuned");
    expect(tuned?.outcome).toBe("better");
    expect(tuned?.reasons[0]).toMatch(
      /^better: right decisions \d+\.\d % → \d+\.\d %, \+\d+\.\d points \(95 %: \+\d+\.\d to \+\d+\.\d\) on 47\d turns of 120 calls$/,
    );
    expect(tuned?.confusion.tools).toEqual(["book_table", "(none)"]);
    expect(tuned?.confusion.rows.flat().reduce((sum, count) => sum + count, 0)).toBe(476);
    expect(tuned?.parameters[0]).toMatchObject({
      tool: "book_table",
      parameter: "size",
      errors: { missing: 0 },
    });
    expect(tuned?.latencies.ttftMs.length).toBeLessThanOrEqual(200);
    const log = printed.candidates.find(({ result }) => result.candidate.name === "log");
    expect(log?.comparisons.map(({ scorer }) => scorer)).not.toContain("ttft_ms");
  });

  test("ends with 1 where the gate says no, with 0 where it says yes, and the files tell why", async () => {
    await writeEvaluation(workspace, fourCandidates);
    const passed = await report(
      "--gate",
      "exact_call >= 0.85",
      "--gate=ttft_p95_ms <= 300",
      "--gate",
      "better_than baseline",
      "--candidate",
      "tuned",
    );
    expect(passed.stdout).toContain("the gate for tuned: passed");
    expect(passed.code).toBe(0);
    const refused = await report("--gate", "exact_call >= 0.999", "--gate", "cost_per_call_dollars <= 1");
    expect(refused.code).toBe(1);
    expect(refused.stdout).toContain("the gate for tuned: NOT PASSED");
    const { junit, markdown, json } = reportFiles(workspace, fourCandidates.summary.id);
    const made = Report.parse(JSON.parse(await readFile(json, "utf8")));
    expect(made.gate?.passed).toBe(false);
    expect(made.gate?.results.map(({ condition, passed: holds }) => [condition, holds])).toEqual([
      ["exact_call >= 0.999", false],
      ["cost_per_call_dollars <= 1", true],
      ["failed_rate <= 0.02", true],
      ["missing_cases <= 0", true],
    ]);
    expect(parseXml(await readFile(junit, "utf8"))).toMatchObject({ testcase: 4, failure: 1 });
    const page = await readFile(markdown, "utf8");
    expect(page).toContain("❌ calltune: the gate is not passed");
    expect(page).toContain("| `exact_call >= 0.999` | `tuned` | ❌ |");
  });

  test("takes baseline, candidate, margins and conditions of the config, and flags before them", async () => {
    await writeEvaluation(workspace, fourCandidates);
    await writeFile(
      join(folder, "calltune.config.json"),
      JSON.stringify({
        report: {
          baseline: "log",
          candidate: "base",
          margins: { exact_call: 0.03 },
          gate: ["exact_call >= 0.5"],
          gateOn: "bound",
        },
      }),
    );
    const run = await report("--json", "--gate", "not_worse_than baseline by 1pt");
    const made = Report.parse(JSON.parse(run.stdout));
    expect(made.baseline).toBe("log");
    expect(made.margins).toMatchObject({ exact_call: 0.03, right_decision: 0.01, ttft_ms: 50, cost: 0 });
    expect(made.gate?.on).toBe("bound");
    expect(made.gate?.results.map(({ candidate }) => candidate)).toEqual(["base", "base", "base", "base"]);
    expect(made.gate?.results.map(({ passed }) => passed)).toEqual([true, false, true, true]);
    expect(run.code).toBe(1);
    const other = await report("--json", "--baseline", "tuned", "--candidate", "log");
    expect(Report.parse(JSON.parse(other.stdout)).baseline).toBe("tuned");
  });

  test("warns of an evaluation that was stopped, and lets no gate pass on it", async () => {
    const stopped = inventEvaluation({
      calls: 40,
      candidates: [{ name: "base" }, { name: "tuned", exact: 1, missing: 30 }],
    });
    await writeEvaluation(workspace, stopped);
    const run = await report("--gate", "exact_call >= 0.9");
    expect(run.code).toBe(1);
    expect(run.stdout.replace(/\s+/g, " ")).toContain(
      "the evaluation isn't finished: of 160 cases were never asked 30 of tuned; calltune evaluate --evaluation 20261127-181500-abcd goes on with it",
    );
    expect(run.stdout).toContain("NO   missing_cases <= 0: it is 30");
  });

  test("takes the newest evaluation, or the one named", async () => {
    await writeEvaluation(workspace, inventEvaluation({ calls: 3, candidates: [{ name: "base" }] }));
    const later = { calls: 3, candidates: [{ name: "base" }], id: "20261128-090000-efgh" };
    await writeEvaluation(workspace, inventEvaluation(later));
    expect(Report.parse(JSON.parse((await report("--json")).stdout)).id).toBe("20261128-090000-efgh");
    const named = await report("20261127-181500-abcd", "--json");
    expect(Report.parse(JSON.parse(named.stdout)).id).toBe("20261127-181500-abcd");
    expect((await report("--gate", "exact_call <= 1")).code).toBe(0);
  });
});

describe("a report that can't be made says what to do", () => {
  test("for a wrong command line", async () => {
    expect(await report()).toMatchObject({
      code: 2,
      stderr: "calltune: there is no evaluation in this workspace yet; calltune evaluate makes one\n",
    });
    await writeEvaluation(workspace, fourCandidates);
    for (const [args, sentence] of [
      [["20261127-181500-abce"], "did you mean 20261127-181500-abcd?"],
      [["../../etc"], "there is no evaluation ../../etc"],
      [
        ["--baseline", "bse"],
        "--baseline bse: the evaluation 20261127-181500-abcd has no such candidate; did you mean base?",
      ],
      [["--gate", "exact_cal >= 0.9"], "did you mean exact_call?"],
      [["--gate", "ttft_ms <= 500"], "ttft_p50_ms or ttft_p90_ms or ttft_p95_ms"],
      [["--gate", "exact_call is good"], "the gate's condition \"exact_call is good\" can't be read"],
      [["--gate", "exact_call >= 90"], 'needs a share like 0.9, 90% or 1pt, not "90"'],
      [["--gate", "better_than log"], 'write "baseline", or choose another with --baseline log'],
      [["--gate", ""], "can't be read"],
      [["--gate"], "can't be read"],
      [["--gate-on", "mean"], "figure"],
      [["--candidate", "tuend"], "did you mean tuned?"],
    ] as const) {
      const run = await report(...args);
      expect([run.code, run.stdout], args.join(" ")).toEqual([2, ""]);
      expect(run.stderr).toContain(sentence);
    }
  });

  test("where the gate's candidate could be any of several", async () => {
    const several = inventEvaluation({
      calls: 2,
      candidates: [{ name: "base" }, { name: "a" }, { name: "b" }],
    });
    await writeEvaluation(workspace, several);
    const run = await report("--gate", "exact_call >= 0.9");
    expect(run).toMatchObject({ code: 2 });
    expect(run.stderr).toContain("there are a, b; name it with --candidate NAME");
  });

  test.each<[string, (files: Texts) => Partial<Texts>, number, string]>([
    [
      "half a line",
      ({ results }) => ({ results: results.slice(0, -20) }),
      3,
      "results.jsonl:8: it is no scored case",
    ],
    [
      "a case twice",
      ({ results }) => ({ results: results + results.split("\n")[3] }),
      3,
      "results.jsonl:9: this case of base stands twice",
    ],
    [
      "a line of another candidate",
      ({ results }) => ({ results: results.replaceAll('"base"', '"bass"') }),
      3,
      "results.jsonl:1: the summary knows no candidate bass",
    ],
    [
      "fewer results than the summary tells",
      ({ results }) => ({ results: results.split("\n").slice(2).join("\n") }),
      3,
      "it holds 6 replies and 0 failures of base, the summary tells of 8 and 0",
    ],
    [
      "other cases",
      ({ cases }) => ({ cases: cases.replace("Hello?", "Hallo?") }),
      3,
      "cases.jsonl:1: the cases aren't those that were evaluated",
    ],
    [
      "a summary that is no JSON",
      ({ summary }) => ({ summary: summary.slice(0, 99) }),
      3,
      "summary.json:1: it isn't JSON; calltune evaluate --evaluation 20261127-181500-abcd --rescore writes it anew",
    ],
    [
      "a summary of a later version",
      ({ summary }) => ({ summary: summary.replace('"version":1', '"version":2') }),
      3,
      "it is of version 2, which this calltune doesn't know",
    ],
    [
      "a summary that lacks a field",
      ({ summary }) => ({ summary: summary.replace('"candidates"', '"kandidaten"') }),
      3,
      "summary.json:1: candidates: ",
    ],
  ])("for %s", async (_name, spoil, code, sentence) => {
    const small = inventEvaluation({ calls: 2, candidates: [{ name: "base" }] });
    await writeSpoiled(small, spoil);
    const run = await report();
    expect(run).toMatchObject({ code, stdout: "" });
    expect(run.stderr).toContain(sentence);
    expect(run.stderr).not.toContain(folder);
  });

  test("for files that are missing", async () => {
    const small = inventEvaluation({ calls: 2, candidates: [{ name: "base" }] });
    const files = evaluationFiles(workspace, small.summary.id);
    for (const [file, sentence] of [
      [files.results, "there is no file evaluations/20261127-181500-abcd/results.jsonl; calltune evaluate"],
      [
        files.cases,
        "there is no file evaluations/20261127-181500-abcd/cases.jsonl; put it back, or evaluate anew",
      ],
      [files.summary, "there is no evaluation in this workspace yet"],
    ] as const) {
      await writeEvaluation(workspace, small);
      await rm(file);
      const run = await report();
      expect(run).toMatchObject({ code: 2, stdout: "" });
      expect(run.stderr).toContain(sentence);
    }
  });
});

test("names that hold marks of Markdown and XML stay names", async () => {
  const tool = 'book|`<b>&"\u0007\u202e]]>table';
  const name = "tuned|<script>`x`";
  const hostile = inventEvaluation({
    calls: 40,
    tool,
    candidates: [
      { name: "base", exact: 0.3 },
      { name, exact: 0.9 },
    ],
  });
  await writeEvaluation(workspace, hostile);
  const run = await report("--gate", "exact_call >= 0.99");
  expect(run.code).toBe(1);
  for (const mark of ["\u0007", "\u202e"]) expect(run.stdout).not.toContain(mark);
  const { junit, markdown } = reportFiles(workspace, hostile.summary.id);
  expect(parseXml(await readFile(junit, "utf8"))).toMatchObject({ testcase: 3, failure: 1 });
  const page = await readFile(markdown, "utf8");
  const rows = page.split("\n").filter((line) => line.startsWith("|"));
  const widths = rows.map((line) => line.split(/(?<!\\)\|/).length);
  expect(new Set(widths)).toEqual(new Set([5, 6]));
  expect(withoutCode(page)).not.toContain("<script>");
  for (const mark of ["\u0007", "\u202e"]) expect(page).not.toContain(mark);
});

interface Texts {
  readonly cases: string;
  readonly results: string;
  readonly summary: string;
}

async function writeSpoiled(made: MadeEvaluation, spoil: (files: Texts) => Partial<Texts>): Promise<void> {
  const files = await writeEvaluation(workspace, made);
  const texts = {
    cases: await readFile(files.cases, "utf8"),
    results: await readFile(files.results, "utf8"),
    summary: await readFile(files.summary, "utf8"),
  };
  const spoiled = { ...texts, ...spoil(texts) };
  await writeFile(files.cases, spoiled.cases);
  await writeFile(files.results, spoiled.results);
  await writeFile(files.summary, spoiled.summary);
}

/** How often each element stands there. @throws where it isn't well-formed XML */
function parseXml(text: string): Record<string, number> {
  const counts: Record<string, number> = {};
  const parser = new SaxesParser();
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("opentag", ({ name }) => {
    counts[name] = (counts[name] ?? 0) + 1;
  });
  parser.write(text).close();
  return counts;
}

function withoutCode(page: string): string {
  return page.replace(/(`+)[^`](?:.*?[^`])?\1(?!`)/g, "");
}

function report(...args: readonly string[]) {
  return calltune(["report", ...args], { folder });
}
