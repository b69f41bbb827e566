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
  /** All tool calls of the file: in examples, or by the reason why not. */
  readonly toolCalls: Record<string, number>;
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
    // Side by side: each file's steps wait for one thread now and then.
    const runs = names.flatMap((name) => {
      const file = sharedData(`${name}.jsonl.gz`);
      if (file !== null) return [through(name, { file, workspace: join(folder, name), limit })];
      process.stderr.write(`SKIPPED: ../shared/data/${name}.jsonl.gz is not here\n`);
      return [];
    });
    for (const outcome of await Promise.allSettled(runs)) {
      if (outcome.status === "rejected") throw outcome.reason;
      found.push(outcome.value);
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
  printTable(found);
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
  let toolCalls: Record<string, number> | null = null;
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
    else process.stderr.write(`${name}: rows break the rules of ${dialect}\n${checked.stderr}`);
    // What became of the tool calls is the same in every dialect, but for rows that one can't hold.
    toolCalls ??= toolCallsExplained(workspace);
  }
  return {
    name,
    calls: Number(counts["kept"]),
    decisions,
    toolCalls: toolCalls ?? {},
    passed,
  };
}

function toolCallsExplained(workspace: string): Record<string, number> {
  const made = new Map(
    linesOf(join(workspace, "calls.jsonl")).flatMap((call) =>
      (call["turns"] as { toolCalls?: unknown[] }[]).flatMap(
        ({ toolCalls = [] }, turn): [string, number][] =>
          toolCalls.length > 0 ? [[`${call["id"]}#${turn}`, toolCalls.length]] : [],
      ),
    ),
  );
  const table: Record<string, number> = {};
  const explain = (id: string, reason: string) => {
    table[reason] = (table[reason] ?? 0) + (made.get(id) ?? 0);
    made.delete(id);
  };
  for (const { id } of linesOf(join(workspace, "dataset", "examples.jsonl")))
    if (made.has(String(id))) explain(String(id), "in examples");
  for (const { id, reason } of linesOf(join(workspace, "dataset", "rejected.jsonl")))
    if (made.has(String(id))) explain(String(id), String(reason));
  if (made.size > 0) throw new Error(`${made.size} decisions with tool calls are in no file of the dataset`);
  return table;
}

function printTable(found: readonly RealCalls[]): void {
  const reasons = [...new Set(found.flatMap(({ toolCalls }) => Object.keys(toolCalls)))];
  const row = (cells: readonly (string | number)[]) => process.stdout.write(`| ${cells.join(" | ")} |\n`);
  row(["file", "calls", "tool calls", ...reasons, "dialects that pass"]);
  row(["---", ...reasons.map(() => "--:"), "--:", "--:", "--:"]);
  for (const { name, calls, toolCalls, passed } of found) {
    const all = Object.values(toolCalls).reduce((sum, count) => sum + count, 0);
    row([
      name,
      calls,
      all,
      ...reasons.map((reason) => toolCalls[reason] ?? 0),
      `${passed.length} of ${dialects.length}`,
    ]);
  }
}

function linesOf(file: string): Record<string, unknown>[] {
  return readFileSync(file, "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line));
}

async function answerOf(args: readonly string[]): Promise<Record<string, unknown>> {
  const { code, stdout, stderr } = await calltune(args);
  if (code !== 0)
    throw new Error(`calltune ${args[0]} ended with ${code}: ${stderr}${stdout.slice(0, 2000)}`);
  return record(JSON.parse(stdout));
}

function record(value: unknown): Record<string, unknown> {
  return typeof value === "object" && value !== null ? { ...value } : {};
}
