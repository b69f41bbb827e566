import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { dialects } from "../src/domain/dialect.ts";
import { calltune } from "../test/support/cli.ts";
import type { Figures } from "../test/support/figures.ts";
import { sharedData } from "../test/support/shared-data.ts";

const names = ["sgd-train", "taskmaster-coffee", "star"];

interface RealCalls {
  readonly name: string;
  readonly calls: number;
  readonly decisions: number;
  /** Decisions with tool calls in the file: in examples, or rejected by reason. */
  readonly toolCallDecisions: Record<string, number>;
  /** Dialects whose rows all pass `check`. */
  readonly passed: readonly string[];
}

/**
 * Real dialogues through pull, build and check for every dialect: every call and decision accounted for, every row
 * keeps its dialect's rules. `--limit N` takes the first calls of each file.
 */
export async function run(args: readonly string[]): Promise<Figures> {
  const limit = args.includes("--limit") ? ["--limit", args[args.indexOf("--limit") + 1] ?? "100"] : [];
  const folder = mkdtempSync(join(tmpdir(), "calltune-real-"));
  const found: RealCalls[] = [];
  try {
    for (const name of names) {
      const file = sharedData(`${name}.jsonl.gz`);
      if (file === null) process.stderr.write(`SKIPPED: ../shared/data/${name}.jsonl.gz is not here\n`);
      else found.push(await through(name, { file, workspace: join(folder, name), limit }));
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
  const ok = found.length > 0 && found.every(({ passed }) => passed.length === dialects.length);
  return {
    name: "real-calls",
    ok,
    n: found.reduce((sum, { calls }) => sum + calls, 0),
    target: "all rows pass",
    files: found,
  };
}

interface Place {
  readonly file: string;
  readonly workspace: string;
  readonly limit: readonly string[];
}

async function through(name: string, { file, workspace, limit }: Place): Promise<RealCalls> {
  const at = ["--json", "--workspace", workspace];
  const pulled = await answerOf(["pull", file, ...limit, ...at]);
  const counts = record(pulled["counts"]);
  if (counts["read"] !== counts["kept"]) throw new Error(`${name}: not every call was kept`);
  const passed: string[] = [];
  let decisions = 0;
  for (const dialect of dialects) {
    const built = record((await answerOf(["build", "--provider", dialect, ...at]))["counts"]);
    decisions = Number(built["decisions"]);
    const rejected = Object.values(record(built["rejected"])).reduce<number>(
      (sum, count) => sum + Number(count),
      0,
    );
    if (decisions !== Number(built["examples"]) + rejected)
      throw new Error(`${name}: decisions don't add up`);
    const data = join(workspace, "dataset", "training_data.jsonl");
    const checked = await calltune(["check", data, "--provider", dialect, "--json"]);
    if (checked.code === 0) passed.push(dialect);
  }
  await answerOf(["build", "--provider", "together", ...at]);
  return {
    name,
    calls: Number(counts["kept"]),
    decisions,
    toolCallDecisions: toolCallDecisions(workspace),
    passed,
  };
}

function toolCallDecisions(workspace: string): Record<string, number> {
  const withTools = new Set(
    linesOf(join(workspace, "calls.jsonl")).flatMap((call) =>
      (call["turns"] as { toolCalls?: unknown[] }[]).flatMap(({ toolCalls = [] }, turn) =>
        toolCalls.length > 0 ? [`${call["id"]}#${turn}`] : [],
      ),
    ),
  );
  const table: Record<string, number> = { all: withTools.size };
  const count = (key: string) => {
    table[key] = (table[key] ?? 0) + 1;
  };
  for (const { id, tools } of linesOf(join(workspace, "dataset", "examples.jsonl"))) {
    if (Array.isArray(tools) && tools.length > 0 && withTools.has(String(id))) count("in examples");
  }
  for (const { id, reason } of linesOf(join(workspace, "dataset", "rejected.jsonl"))) {
    if (withTools.has(String(id))) count(String(reason));
  }
  return table;
}

function linesOf(file: string): Record<string, unknown>[] {
  return readFileSync(file, "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line));
}

async function answerOf(args: readonly string[]): Promise<Record<string, unknown>> {
  const { code, stdout, stderr } = await calltune(args);
  if (code !== 0) throw new Error(`calltune ${args[0]} ended with ${code}: ${stderr}`);
  return record(JSON.parse(stdout));
}

function record(value: unknown): Record<string, unknown> {
  return typeof value === "object" && value !== null ? { ...value } : {};
}
