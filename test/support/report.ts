import { mkdir, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import type { z } from "zod";
import { Report } from "../../src/domain/report.ts";
import { reportFiles } from "../../src/workspace/evaluations.ts";

/** What a test says of a report; everything else is made up. */
export interface ReportFacts {
  readonly id: string;
  /** Null for a report without a gate. */
  readonly passed: boolean | null;
  /** By candidate, `provider:model`. */
  readonly candidates: Readonly<Record<string, string>>;
  /** Candidates that the gate is about; all where absent. */
  readonly gated?: readonly string[];
  readonly address?: string;
  readonly prompt?: string;
  readonly fewShot?: number;
}

/** Writes `reports/<id>.json` into a workspace, as `calltune report` would. */
export async function writeReport(workspace: string, facts: ReportFacts): Promise<void> {
  const { json } = reportFiles(workspace, facts.id);
  await mkdir(dirname(json), { recursive: true });
  await writeFile(json, JSON.stringify(reportOf(facts)));
}

export function reportOf(facts: ReportFacts): Report {
  const names = Object.keys(facts.candidates);
  const passed = facts.passed;
  const results = (facts.gated ?? names).map((candidate) => ({
    condition: "exact_call >= 0.9",
    candidate,
    passed: passed === true,
    because: `exact_call of ${candidate} is ${passed ? "0.95" : "0.61"}`,
  }));
  return Report.parse({
    version: 1,
    id: facts.id,
    createdAt: "2026-11-27T18:00:00Z",
    resultsSha256: "0".repeat(64),
    manifestHash: null,
    cases: { from: "test", count: 10, calls: 5, withToolCalls: 6 },
    baseline: names[0] ?? "",
    warnings: [],
    margins: {},
    candidates: names.map((name) => candidateOf(name, facts)),
    gate: passed === null ? null : { passed, on: "figure", results },
    curve: [],
    curveSays: null,
    comparators: [],
  } satisfies z.input<typeof Report>);
}

function candidateOf(name: string, { candidates, address, prompt, fewShot }: ReportFacts) {
  const [, provider = "", model = ""] = /^([^:]*):(.*)$/.exec(candidates[name] ?? "") ?? [];
  const candidate = {
    name,
    kind: "model" as const,
    provider,
    model,
    address: address ?? null,
    prompt: prompt === undefined ? null : { name: prompt, sha256: "0".repeat(64) },
    fewShot: fewShot === undefined ? null : { examples: fewShot },
    temperature: 0,
    maxTokens: 100,
    price: null,
  };
  return {
    result: { candidate, answered: 10, failed: {}, missing: 0, metrics: {} },
    comparisons: [],
    outcome: "better" as const,
    reasons: [],
    confusion: { tools: [], rows: [] },
    tools: [],
    parameters: [],
    latencies: { ttftMs: [], toolCallMs: [] },
  };
}
