import type { ScoringOptions, TextJudge } from "../../domain/scoring-options.ts";
import { wait } from "../../lib/wait.ts";
import type { CaseBook } from "../../pipeline/evaluate/cases/open-cases.ts";
import type { PriceEstimate } from "../../pipeline/evaluate/estimate-price.ts";
import type { Evaluation } from "../../pipeline/evaluate/evaluation.ts";
import {
  type JudgedTexts,
  judgeTexts,
  knownFailures,
  textJudgeEndpoint,
  unaskedJudge,
} from "../../pipeline/evaluate/judge-texts.ts";
import { answeredReplies } from "../../pipeline/evaluate/texts/answered-replies.ts";
import { collectTexts, type TextPair } from "../../pipeline/evaluate/texts/collect-texts.ts";
import { estimateJudging, type PricedJudge } from "../../pipeline/evaluate/texts/estimate-judging.ts";
import { controls } from "../../pipeline/evaluate/texts/judge-controls.ts";
import { possibleTexts } from "../../pipeline/evaluate/texts/possible-texts.ts";
import type { ChatEndpoint } from "../../plugins/providers/chat/ask-once.ts";
import { textVerdictsFile } from "../../workspace/evaluations.ts";
import { approveRequests } from "./approve.ts";
import { chatProvider, priceOf } from "./make-candidates.ts";
import { scoringOf, type Work } from "./work.ts";

/** The config's judge of free texts at work. */
export interface TextJudging {
  /** What it costs at most to judge so many candidates' replies to these cases; they count as approved from then on. */
  estimate(cases: CaseBook, candidates: number): Promise<PriceEstimate[]>;
  /** Verdicts on all replies that are there, asked for where they are new and may be asked for. */
  judge(evaluation: Evaluation, cases: CaseBook): Promise<JudgedTexts>;
}

/** Null where none is configured. @throws UsageError where it can't be asked as it stands */
export function openTextJudging(work: Work): TextJudging | null {
  const scoring = scoringOf(work);
  const { judge } = scoring;
  if (judge === undefined) return null;
  const { args, env } = work.context;
  const isAsked = args.rescore !== true;
  const endpoint = isAsked ? textJudgeEndpoint(judge, env) : unaskedJudge(judge);
  const asking = { scoring, endpoint, priced: pricedJudge(judge, endpoint) };
  const verdicts = textVerdictsFile(work.project.workspace.folder);
  let approved = 0;
  return {
    async estimate(cases, candidates) {
      const pairs = await possibleTexts(cases.all(), scoring);
      if (pairs.length === 0) return [];
      const failed = await knownFailures(verdicts, endpoint);
      if (failed.length > 0) {
        work.context.terminal.notice(failedText(asking.priced, failed));
        return [];
      }
      approved = pairs.length * candidates + controls.length;
      const { candidate, ...estimate } = estimateJudging(asking.priced, [...pairs, ...controls], approved);
      return [{ candidate: `${candidate}, at most`, ...estimate }];
    },
    async judge(evaluation, cases) {
      warnOfOwnWords(endpoint, evaluation, work);
      const pairs = await pairsIn(evaluation, cases, scoring);
      const mayAsk = async (requests: number) => {
        // Without a free text the controls would be asked for nothing.
        if (!isAsked || pairs.length === 0) return false;
        return requests <= approved || approveJudging(asking.priced, { pairs, requests }, work);
      };
      return askJudge({ ...asking, pairs, mayAsk }, work);
    },
  };
}

function failedText({ name }: PricedJudge, failed: readonly string[]): string {
  return `judge ${name} isn't in the price: it got controls wrong before (${failed.join(", ")}), so it is asked nothing and words are counted; take another model for scoring.judge`;
}

interface Asking {
  readonly endpoint: ChatEndpoint;
  readonly pairs: readonly TextPair[];
  readonly mayAsk: (requests: number) => Promise<boolean>;
}

async function askJudge({ endpoint, pairs, mayAsk }: Asking, work: Work): Promise<JudgedTexts> {
  const { context, project, options } = work;
  const { signal, terminal } = context;
  const bar = terminal.progress("judge texts");
  try {
    return await judgeTexts({
      judge: endpoint,
      pairs,
      log: textVerdictsFile(project.workspace.folder),
      concurrency: options.concurrency ?? usualConcurrency,
      mayAsk,
      onProgress: (done, total) => bar.update(done, total),
      world: { signal, wait: (ms) => wait(ms, signal) },
    });
  } finally {
    bar.stop();
  }
}

const usualConcurrency = 8;

function pairsIn(
  { files, summary }: Evaluation,
  cases: CaseBook,
  scoring: ScoringOptions,
): Promise<TextPair[]> {
  const names = summary.candidates.map(({ candidate }) => candidate.name);
  return collectTexts(answeredReplies(files, names, cases), scoring);
}

function warnOfOwnWords(
  { provider, model }: ChatEndpoint,
  { summary }: Evaluation,
  { context: { terminal } }: Work,
): void {
  const own = summary.candidates.find(
    ({ candidate }) => candidate.provider === provider && candidate.model === model,
  );
  if (own === undefined) return;
  terminal.notice(
    `WARNING: the judge of free texts is candidate ${own.candidate.name} itself; models favour their own wording, so take another for scoring.judge`,
  );
}

function approveJudging(
  priced: PricedJudge,
  { pairs, requests }: { readonly pairs: readonly TextPair[]; readonly requests: number },
  { context, options }: Work,
): Promise<boolean> {
  const estimate = estimateJudging(priced, [...pairs, ...controls], requests);
  return approveRequests([estimate], { yes: context.args.yes === true, maxPrice: options.maxPrice }, context);
}

function pricedJudge(judge: TextJudge, { provider: providerName, model }: ChatEndpoint): PricedJudge {
  const provider = chatProvider(providerName, judge.url ?? null);
  const today = new Date().toISOString().slice(0, 10);
  return {
    name: `${providerName}:${model}`,
    model,
    price: provider === null ? null : priceOf(judge, { provider, providerName, model, today }),
  };
}
