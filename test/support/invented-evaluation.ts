import type { Case } from "../../src/domain/case.ts";
import type { Candidate } from "../../src/domain/evaluation.ts";
import type { Generation } from "../../src/domain/generation.ts";
import type { Judgement } from "../../src/domain/judgement.ts";
import type { CandidateReport, Report } from "../../src/domain/report.ts";
import type { ScoredCase } from "../../src/domain/scored-case.ts";
import { ScoringOptions } from "../../src/domain/scoring-options.ts";
import type { PageCase } from "../../src/pipeline/report/page/cases/page-case.ts";
import { scorers } from "../../src/plugins/scorers/index.ts";
import { createJudge } from "../../src/plugins/scorers/judge/judge-reply.ts";
import type { Scorer } from "../../src/plugins/scorers/scorer.ts";
import { compareScores } from "../../src/plugins/scorers/summary/compare.ts";
import type { ScoredRow } from "../../src/plugins/scorers/summary/scored-rows.ts";
import { summarize } from "../../src/plugins/scorers/summary/summarize.ts";
import { type Confusion, confusionOf, toolFigures } from "../../src/plugins/scorers/tables/confusion.ts";
import { parameterFigures } from "../../src/plugins/scorers/tables/parameters.ts";
import { inventedReply, type Temper } from "./invented-replies.ts";

/** A made-up evaluation: real cases and real scorers, invented replies. */
export interface InventedEvaluation {
  readonly report: Report;
  readonly cases: readonly Case[];
  /** In the order of the cases, candidate by candidate. */
  readonly results: readonly ScoredCase[];
  readonly generations: readonly Generation[];
}

export const fourTempers: readonly Temper[] = [
  { name: "log", misses: 0.11, slips: 0.06, fails: 0, firstTokenMs: 640 },
  { name: "base", misses: 0.2, slips: 0.12, fails: 0.008, firstTokenMs: 310 },
  { name: "base+few-shot", misses: 0.12, slips: 0.07, fails: 0.004, firstTokenMs: 390 },
  { name: "tuned", misses: 0.035, slips: 0.02, fails: 0.002, firstTokenMs: 170 },
];
const table: Readonly<Record<string, Scorer>> = scorers;
const seed = 7;
/** Points from which a made-up reason praises. */
const praised = 0.08;

export function inventEvaluation(
  cases: readonly Case[],
  tempers: readonly Temper[] = fourTempers,
): InventedEvaluation {
  const judge = createJudge(ScoringOptions.parse({}));
  const byCandidate = tempers.map((temper) => {
    const generations = cases.map((question) => inventedReply(question, temper, "invented"));
    const candidate = candidateOf(temper);
    const results = cases.map((question, index) =>
      scoreOne(question, generations[index] as Generation, { judge, candidate }),
    );
    return { candidate, generations, results };
  });
  const [baseline] = byCandidate;
  return {
    cases,
    results: byCandidate.flatMap(({ results }) => results),
    // As they come: interleaved, the last candidate first.
    generations: cases.flatMap((_, index) =>
      byCandidate.map(({ generations }) => generations[index] as Generation).reverse(),
    ),
    report: {
      version: 1,
      id: "20261127-181500-invented",
      createdAt: "2026-11-27T18:15:00.000Z",
      resultsSha256: "9f2c".repeat(16),
      manifestHash: "41d7".repeat(16),
      cases: {
        from: "the test split",
        count: cases.length,
        calls: new Set(cases.map(({ callId }) => callId)).size,
        withToolCalls: cases.filter(({ expected }) => expected.kind === "calls").length,
      },
      baseline: tempers[0]?.name ?? "",
      warnings: [],
      margins: { exact_call: 0.01 },
      candidates: byCandidate.map((one) => reportOf(one, baseline?.results ?? [])),
      gate: gateOf(tempers),
      curve: curveOf(),
      curveSays: "More calls still help: the last doubling brought 2.1 points of exact calls.",
      comparators: [...judge.book.entries()].map(([name, { comparator, because }]) => {
        const [tool = "", ...parameter] = name.split(".");
        return { tool, parameter: parameter.join("."), comparator, because };
      }),
    },
  };
}

/** Joined in memory, as `readPageCases` joins files. */
export async function* pageCasesOf({
  cases,
  results,
  generations,
  report,
}: InventedEvaluation): AsyncGenerator<PageCase> {
  const key = ({ candidate, caseId }: { candidate: string; caseId: string }) =>
    JSON.stringify([candidate, caseId]);
  const scored = new Map(results.map((result) => [key(result), result]));
  const replies = new Map(generations.map((generation) => [key(generation), generation]));
  for (const question of cases)
    yield {
      case: question,
      replies: report.candidates.map(({ result: { candidate } }) => {
        const at = key({ candidate: candidate.name, caseId: question.id });
        const generation = replies.get(at);
        return {
          scored: scored.get(at) ?? null,
          message: generation?.outcome === "answered" ? generation.message : null,
        };
      }),
    };
}

function candidateOf({ name }: Temper): Candidate {
  const isLog = name === "log";
  return {
    name,
    kind: isLog ? "log" : "model",
    provider: isLog ? null : "together",
    model: isLog ? null : `meta-llama/Llama-3.1-8B-Instruct${name === "tuned" ? "-calltune-4f1a" : ""}`,
    address: isLog ? null : "https://api.together.xyz/v1",
    prompt: null,
    fewShot: name.includes("few-shot") ? { examples: 4 } : null,
    temperature: isLog ? null : 0,
    maxTokens: 512,
    price: {
      input: isLog ? 0.59 : 0.18,
      cachedInput: 0.09,
      output: isLog ? 0.79 : 0.18,
      readOn: "2026-11-20",
    },
  };
}

interface Scoring {
  readonly judge: ReturnType<typeof createJudge>;
  readonly candidate: Candidate;
}

function scoreOne(question: Case, generation: Generation, { judge, candidate }: Scoring): ScoredCase {
  const shared = { caseId: question.id, callId: question.callId, candidate: generation.candidate };
  if (generation.outcome === "failed") return { ...shared, outcome: "failed", reason: generation.reason };
  const judgement = judge.judge(question, generation);
  const reply = { case: question, generation, judgement, price: candidate.price };
  const scores = Object.fromEntries(
    Object.entries(table).map(([name, scorer]) => [name, scorer.score(reply)]),
  );
  return { ...shared, outcome: "scored", judgement, scores };
}

interface Scored {
  readonly candidate: Candidate;
  readonly generations: readonly Generation[];
  readonly results: readonly ScoredCase[];
}

function reportOf(
  { candidate, generations, results }: Scored,
  baseline: readonly ScoredCase[],
): CandidateReport {
  const isBaseline = results === baseline;
  const failed = results.filter(({ outcome }) => outcome === "failed").length;
  const rows = Object.keys(table).map((name) => ({
    name,
    rows: rowsOf(results, name),
    before: rowsOf(baseline, name),
  }));
  const comparisons = rows.flatMap(({ name, rows: mine, before }) => {
    const scorer = table[name];
    if (isBaseline || scorer === undefined || mine.length === 0) return [];
    const margin = { share: 0.01, ms: 20, dollars: 0.00002 }[scorer.unit];
    const found = compareScores({ name, scorer, baseline: before, candidate: mine, margin, seed });
    return found === null ? [] : [found];
  });
  const judgements = judgementsOf(results);
  const confusion = confusionOf(judgements);
  const exact = comparisons.find(({ scorer }) => scorer === "exact_call");
  return {
    result: {
      candidate,
      answered: results.length - failed,
      failed: failed === 0 ? {} : { timeout: failed },
      missing: 0,
      metrics: Object.fromEntries(
        rows.map(({ name, rows: mine }) => [
          name,
          summarize({ name, scorer: table[name] as Scorer }, mine, seed),
        ]),
      ),
    },
    comparisons,
    outcome: isBaseline ? null : (exact?.verdict ?? "no_verdict"),
    reasons: isBaseline || exact === undefined ? [] : reasonsOf(exact.difference),
    confusion: tableOf(confusion),
    tools: toolFigures(confusion),
    parameters: parameterFigures(judgements),
    latencies: {
      ttftMs: quantiles(generations, "firstTokenMs"),
      toolCallMs: quantiles(generations, "toolCallsMs"),
    },
  };
}

function reasonsOf(difference: number): string[] {
  const points = `${Math.abs(difference * 100).toFixed(1)} points ${difference > 0 ? "more" : "fewer"} tool calls are exactly right.`;
  if (difference > praised)
    return [
      points,
      "It calls no tool more often than log where it should speak.",
      "The first token comes 470 ms sooner at the 95th percentile.",
    ];
  return [points, "It makes more false calls than log."];
}

function rowsOf(results: readonly ScoredCase[], name: string): ScoredRow[] {
  return results.flatMap((result) => {
    const score = result.outcome === "scored" ? (result.scores[name] ?? null) : null;
    return score === null ? [] : [{ caseId: result.caseId, callId: result.callId, score }];
  });
}

function judgementsOf(results: readonly ScoredCase[]): Judgement[] {
  return results.flatMap((result) => (result.outcome === "scored" ? [result.judgement] : []));
}

function tableOf(confusion: Confusion): CandidateReport["confusion"] {
  const tools = [
    ...new Set([...confusion.keys(), ...[...confusion.values()].flatMap((row) => [...row.keys()])]),
  ];
  tools.sort(
    (one, other) => Number(one.startsWith("(")) - Number(other.startsWith("(")) || one.localeCompare(other),
  );
  return {
    tools,
    rows: tools.map((expected) => tools.map((given) => confusion.get(expected)?.get(given) ?? 0)),
  };
}

function quantiles(generations: readonly Generation[], key: "firstTokenMs" | "toolCallsMs"): number[] {
  const times = generations.flatMap((one) => {
    const time = one.outcome === "answered" ? (one.latency?.[key] ?? null) : null;
    return time === null ? [] : [time];
  });
  times.sort((one, other) => one - other);
  const count = Math.min(200, times.length);
  return Array.from(
    { length: count },
    (_, index) => times[Math.round((index * (times.length - 1)) / Math.max(1, count - 1))] ?? 0,
  );
}

function gateOf(tempers: readonly Temper[]): Report["gate"] {
  const candidate = tempers.at(-1)?.name ?? "";
  const result = (condition: string, passed: boolean, because: string) => ({
    condition,
    candidate,
    passed,
    because,
  });
  return {
    passed: false,
    on: "figure",
    results: [
      result("exact_call >= 0.9", true, "92.4 % of 141 tool calls are exactly right."),
      result("false_call_rate <= 0.02", true, "0.6 % of 171 replies were a tool call."),
      result("ttft_p95_ms <= 200", false, "95 % of the first tokens come within 402 ms."),
    ],
  };
}

function curveOf(): Report["curve"] {
  return [0, 250, 500, 1000, 2000].map((examples, index) => {
    const rate = {
      value: 0.61 + 0.31 * (1 - Math.exp(-index / 1.4)),
      bounds: {
        low: 0.55 + 0.31 * (1 - Math.exp(-index / 1.4)),
        high: 0.66 + 0.3 * (1 - Math.exp(-index / 1.4)),
      },
    };
    const metric = (scorer: string) => ({ scorer, cases: 141, calls: 84, figures: { rate } });
    return {
      examples,
      candidate: `tuned@${examples}`,
      metrics: { exact_call: metric("exact_call"), right_decision: metric("right_decision") },
    };
  });
}
