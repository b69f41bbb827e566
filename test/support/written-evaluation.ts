import { mkdir, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import type { Case } from "../../src/domain/case.ts";
import type { Candidate, CandidateResult, EvaluationSummary } from "../../src/domain/evaluation.ts";
import type { AnsweredGeneration, FailureReason, Generation } from "../../src/domain/generation.ts";
import type { Judgement } from "../../src/domain/judgement.ts";
import type { ScoredCase } from "../../src/domain/scored-case.ts";
import { sha256 } from "../../src/lib/hash.ts";
import { mulberry32 } from "../../src/lib/seeded-random.ts";
import { scorers } from "../../src/plugins/scorers/index.ts";
import type { Scorer } from "../../src/plugins/scorers/scorer.ts";
import type { ScoredRow } from "../../src/plugins/scorers/summary/scored-rows.ts";
import { summarize } from "../../src/plugins/scorers/summary/summarize.ts";
import { type EvaluationFiles, evaluationFiles } from "../../src/workspace/evaluations.ts";

/** What an invented candidate is like. */
export interface InventedCandidate {
  readonly name: string;
  readonly kind?: "log" | "model";
  /** Share of turns with tool calls that are exact; the others have a wrong argument. */
  readonly exact?: number;
  /** Share of turns without tool calls that get one. */
  readonly falseCalls?: number;
  /** Milliseconds about which the first token comes; null is not timed. */
  readonly firstTokenMs?: number | null;
  /** Dollars for a million tokens; null is unknown. */
  readonly price?: number | null;
  /** Of so many requests each thousandth fails. */
  readonly failedPerMille?: number;
  readonly failure?: FailureReason;
  readonly missing?: number;
}

export interface InventedEvaluation {
  readonly id?: string;
  readonly calls: number;
  /** Of each call; every second one expects a tool call. */
  readonly turns?: number;
  readonly candidates: readonly InventedCandidate[];
  readonly tool?: string;
  readonly seed?: number;
  readonly curve?: EvaluationSummary["curve"];
}

/** An evaluation as `evaluate` leaves it. */
export interface MadeEvaluation {
  readonly summary: EvaluationSummary;
  readonly cases: readonly Case[];
  readonly generations: readonly Generation[];
  readonly results: readonly ScoredCase[];
}

/** Seeded; metrics are of the real scorers. Equal luck for equal candidates is not given: each draws for itself. */
export function inventEvaluation(wished: InventedEvaluation): MadeEvaluation {
  const { id = "20261127-181500-abcd", seed = 7, tool = "book_table" } = wished;
  const cases = inventCases(wished, tool);
  const asked = wished.candidates.map((candidate, index) =>
    askCandidate(candidate, { cases, tool, next: mulberry32(seed + index) }),
  );
  return {
    cases,
    generations: asked.flatMap(({ generations }) => generations),
    results: asked.flatMap(({ results }) => results),
    summary: {
      version: 1,
      id,
      startedAt: "2026-11-27T18:15:00.000Z",
      endedAt: "2026-11-27T18:20:00.000Z",
      seed,
      cases: {
        from: "test split",
        sha256: sha256(lines(cases)),
        count: cases.length,
        calls: wished.calls,
        withToolCalls: cases.filter(({ expected }) => expected.kind === "calls").length,
      },
      manifestHash: null,
      scoring: { parameters: {}, country: "US" },
      comparators: [{ tool, parameter: "size", comparator: "number", because: "its type" }],
      candidates: asked.map(({ result }) => result),
      curve: wished.curve ?? [],
    },
  };
}

/** Puts it into a workspace; `change` spoils the texts of the files before. */
export async function writeEvaluation(
  workspaceFolder: string,
  { summary, cases, generations, results }: MadeEvaluation,
): Promise<EvaluationFiles> {
  const files = evaluationFiles(workspaceFolder, summary.id);
  await mkdir(dirname(files.summary), { recursive: true });
  await writeFile(files.cases, lines(cases));
  await writeFile(files.generations, lines(generations));
  await writeFile(files.results, lines(results));
  await writeFile(files.summary, JSON.stringify(summary));
  return files;
}

function lines(values: readonly unknown[]): string {
  return values.map((value) => `${JSON.stringify(value)}\n`).join("");
}

function inventCases({ calls, turns = 4 }: InventedEvaluation, tool: string): Case[] {
  return Array.from({ length: calls * turns }, (_, index) => {
    const call = Math.floor(index / turns);
    const isDue = index % 2 === 1;
    return {
      id: `call-${call}#${index % turns}`,
      callId: `call-${call}`,
      caller: null,
      callStartedAt: null,
      messages: [{ role: "user", content: isDue ? "A table for two." : "Hello?" }],
      tools: [{ type: "function", function: { name: tool, parameters: { type: "object" } } }],
      expected: isDue
        ? { kind: "calls", toolCalls: [{ name: tool, arguments: '{"size":2}' }], order: "any" }
        : { kind: "reply", text: "Hello, what can I do for you?" },
    };
  });
}

interface Asking {
  readonly cases: readonly Case[];
  readonly tool: string;
  readonly next: () => number;
}

function askCandidate(wished: InventedCandidate, { cases, tool, next }: Asking) {
  const candidate = candidateOf(wished);
  const answered = cases.slice(0, cases.length - (wished.missing ?? 0));
  const asked = answered.map((question, index) => {
    const hasFailed =
      Math.floor((index * (wished.failedPerMille ?? 0)) / 1000) !==
      Math.floor(((index + 1) * (wished.failedPerMille ?? 0)) / 1000);
    return hasFailed ? failed(question, wished) : answer(question, { wished, candidate, tool, next });
  });
  const results = asked.map(({ result }) => result);
  const failures = results.filter(({ outcome }) => outcome === "failed").length;
  const result: CandidateResult = {
    candidate,
    answered: results.length - failures,
    failed: failures === 0 ? {} : { [wished.failure ?? "timeout"]: failures },
    missing: wished.missing ?? 0,
    metrics: metricsOf(results),
  };
  return { generations: asked.map(({ generation }) => generation), results, result };
}

function candidateOf({ name, kind = "model", price = 0.2 }: InventedCandidate): Candidate {
  const isLog = kind === "log";
  return {
    name,
    kind,
    provider: isLog ? null : "local",
    model: isLog ? null : `calltune/${name}`,
    address: null,
    prompt: null,
    fewShot: null,
    temperature: 0,
    maxTokens: 512,
    price:
      isLog || price === null
        ? null
        : { input: price, cachedInput: price, output: price * 2, readOn: "2026-11-27" },
  };
}

function failed({ id, callId }: Case, { name, failure = "timeout" }: InventedCandidate) {
  const generation: Generation = {
    caseId: id,
    candidate: name,
    outcome: "failed",
    reason: failure,
    status: null,
    totalMs: 30_000,
    attempts: 3,
  };
  const result: ScoredCase = { caseId: id, callId, candidate: name, outcome: "failed", reason: failure };
  return { generation, result };
}

interface Answering {
  readonly wished: InventedCandidate;
  readonly candidate: Candidate;
  readonly tool: string;
  readonly next: () => number;
}

function answer(question: Case, { wished, candidate, tool, next }: Answering) {
  const { exact = 0.8, falseCalls = 0.05, firstTokenMs = 300 } = wished;
  const isDue = question.expected.kind === "calls";
  const isRight = isDue ? next() < exact : next() >= falseCalls;
  const judgement = isDue ? judgedCall(tool, isRight) : judgedReply(tool, isRight);
  const hasCall = isDue || !isRight;
  const ms = firstTokenMs === null ? null : firstTokenMs * (0.7 + 0.6 * next());
  const generation: AnsweredGeneration = {
    caseId: question.id,
    candidate: wished.name,
    outcome: "answered",
    message: hasCall
      ? {
          role: "assistant",
          content: null,
          tool_calls: [
            {
              id: "1",
              type: "function",
              function: { name: tool, arguments: isRight ? '{"size":2}' : '{"size":3}' },
            },
          ],
        }
      : { role: "assistant", content: "Hello!" },
    finishReason: hasCall ? "tool_calls" : "stop",
    usage: {
      promptTokens: 900 + Math.floor(next() * 200),
      cachedPromptTokens: 0,
      completionTokens: 20,
      estimated: false,
    },
    latency:
      ms === null || candidate.kind === "log"
        ? null
        : {
            firstTokenMs: ms,
            toolCallsMs: hasCall ? ms * 1.5 : null,
            totalMs: ms * 2,
            attempts: 1,
            chunks: 9,
          },
  };
  const reply = { case: question, generation, judgement, price: candidate.price };
  const scores = Object.fromEntries(
    Object.entries<Scorer>(scorers).map(([name, scorer]) => [name, scorer.score(reply)]),
  );
  const result: ScoredCase = {
    caseId: question.id,
    callId: question.callId,
    candidate: wished.name,
    outcome: "scored",
    judgement,
    scores,
  };
  return { generation, result };
}

const plain = { callInText: false, premature: false, truncated: false };

function judgedCall(tool: string, isRight: boolean): Judgement {
  const verdict = {
    parameter: "size",
    error: isRight ? null : ("wrong_value" as const),
    comparator: "number",
    ungrounded: !isRight,
  };
  return {
    decision: "right_tool",
    toolCalls: [
      {
        expected: tool,
        given: tool,
        fault: null,
        arguments: [verdict],
        expectedArguments: 1,
        exact: isRight,
      },
    ],
    exact: isRight,
    ...plain,
  };
}

function judgedReply(tool: string, isRight: boolean): Judgement {
  const made = {
    expected: null,
    given: tool,
    fault: null,
    arguments: [],
    expectedArguments: 0,
    exact: false,
  };
  return isRight
    ? { decision: "reply", toolCalls: [], exact: true, ...plain }
    : { decision: "false_call", toolCalls: [made], exact: false, ...plain };
}

function metricsOf(results: readonly ScoredCase[]): CandidateResult["metrics"] {
  return Object.fromEntries(
    Object.entries<Scorer>(scorers).map(([name, scorer]) => {
      const rows = results.flatMap((result): ScoredRow[] => {
        const score = result.outcome === "scored" ? (result.scores[name] ?? null) : null;
        return score === null ? [] : [{ caseId: result.caseId, callId: result.callId, score }];
      });
      return [name, summarize({ name, scorer }, rows, 1)];
    }),
  );
}
