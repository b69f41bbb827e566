import { Case } from "../../src/domain/case.ts";
import type { AnsweredGeneration } from "../../src/domain/generation.ts";
import type { AssistantMessage } from "../../src/domain/message.ts";
import type { Figure } from "../../src/domain/metric.ts";
import { ScoringOptions } from "../../src/domain/scoring-options.ts";
import { engine } from "../../src/engine/embedded.ts";
import type { EngineModel } from "../../src/engine/model.ts";
import type { Chat } from "../../src/engine/text/prompt.ts";
import { type ScorerName, scorers } from "../../src/plugins/scorers/index.ts";
import { createJudge } from "../../src/plugins/scorers/judge/judge-reply.ts";
import type { ScoredRow } from "../../src/plugins/scorers/summary/scored-rows.ts";
import { summarize } from "../../src/plugins/scorers/summary/summarize.ts";

/** A question to a model, and the reply that is right. */
export interface Question {
  readonly chat: Chat;
  readonly expected: AssistantMessage;
}

const shown = ["right_tool", "exact_call", "false_call_rate"] as const satisfies readonly ScorerName[];

/** Rates with their numbers, null where no question is one for it; `replyMs` is the median time to a whole reply. */
export type ModelFigures = Record<(typeof shown)[number], RateOf | null> & { readonly replyMs: number };

type RateOf = Figure & { readonly cases: number };

/** Lets a model answer as it is served, greedily, and judges by the scorers that reports use. */
export async function scoreModel(
  model: EngineModel,
  questions: readonly Question[],
  threads: number,
): Promise<ModelFigures> {
  const judge = createJudge(ScoringOptions.parse({}));
  const rows: Record<string, ScoredRow[]> = Object.fromEntries(shown.map((name) => [name, []]));
  const times: number[] = [];
  const generator = await engine.openGenerator(model, threads);
  for (const [at, question] of questions.entries()) {
    const begun = performance.now();
    const { message, finishReason } = await generator.generate({ ...question.chat, ...asServed });
    times.push(performance.now() - begun);
    const asked = toCase(question, String(at));
    const generation = { ...answered, caseId: asked.id, message, finishReason };
    const reply = { case: asked, generation, judgement: judge.judge(asked, generation), price: null };
    for (const name of shown) {
      const score = scorers[name].score(reply);
      if (score !== null) rows[name]?.push({ caseId: asked.id, callId: asked.callId, score });
    }
  }
  await generator.close();
  const figures = shown.map((name) => {
    const metric = summarize({ name, scorer: scorers[name] }, rows[name] ?? [], 1);
    const rate = metric.figures?.["rate"];
    return [name, rate === undefined ? null : { ...rate, cases: metric.cases }];
  });
  return { ...Object.fromEntries(figures), replyMs: median(times) };
}

const answered: Pick<AnsweredGeneration, "outcome" | "candidate" | "usage" | "latency"> = {
  outcome: "answered",
  candidate: "engine",
  usage: null,
  latency: null,
};

const asServed = {
  toolChoice: "auto",
  parallelToolCalls: true,
  maxTokens: 128,
  temperature: 0,
  topP: 1,
  seed: 1,
  stop: [],
} as const;

/** Each question is of a call of its own. */
function toCase({ chat, expected }: Question, id: string): Case {
  const toolCalls = (expected.tool_calls ?? []).map((call) => call.function);
  return Case.parse({
    id,
    callId: id,
    caller: null,
    callStartedAt: null,
    ...chat,
    expected:
      toolCalls.length > 0 ? { kind: "calls", toolCalls } : { kind: "reply", text: expected.content ?? null },
  });
}

function median(times: readonly number[]): number {
  const sorted = [...times].sort((one, other) => one - other);
  return Math.round(sorted[Math.floor(sorted.length / 2)] ?? Number.NaN);
}
