import { join } from "node:path";
import type { Candidate, EvaluationSummary } from "../../domain/evaluation.ts";
import { ScoringOptions } from "../../domain/scoring-options.ts";
import { InterruptedError } from "../../lib/errors.ts";
import { type CaseBook, openCases } from "../../pipeline/evaluate/cases/open-cases.ts";
import { estimatePrice } from "../../pipeline/evaluate/estimate-price.ts";
import { askAll, scoreEvaluation } from "../../pipeline/evaluate/evaluate.ts";
import { type Evaluation, forgetUnasked } from "../../pipeline/evaluate/evaluation.ts";
import { findMissing, type Missing } from "../../pipeline/evaluate/run/missing.ts";
import { allScorers } from "../../pipeline/evaluate/score/own-scorers.ts";
import { lockEvaluations } from "../../workspace/evaluations.ts";
import { makeFolder } from "../../workspace/files.ts";
import type { CommandResult } from "../command.ts";
import type { EvaluateContext } from "../commands/evaluate.ts";
import { openProject } from "../project.ts";
import { evaluationText } from "../summaries/evaluate-text.ts";
import { approveRequests } from "./approve.ts";
import { callsOf } from "./choose-cases.ts";
import { chooseEvaluation, type Work } from "./choose-evaluation.ts";
import { curveWish } from "./curve/curve-sizes.ts";
import { planCurve } from "./curve/plan-curve.ts";
import { openTargets } from "./open-targets.ts";
import { evaluateOptions, paceOf } from "./pace.ts";

/** `calltune evaluate`: cases, candidates, what is missing of their replies, and how good they are. */
export async function evaluateCommandRun(context: EvaluateContext): Promise<CommandResult> {
  const project = await openProject(context.args);
  const options = evaluateOptions(context.args, project);
  const curve = curveWish(context.args);
  const { folder } = project.workspace;
  await makeFolder(join(folder, "evaluations"));
  const lock = await lockEvaluations(folder);
  try {
    if (curve !== null && curve.provider !== "local")
      return await planCurve({ project, ...curve, seed: options.seed ?? 42 }, context);
    const work: Work = { context, project, options, curve };
    const evaluation = await chooseEvaluation(work);
    const cases = await openCases(evaluation.files.cases, evaluation.summary.cases.sha256);
    try {
      if (context.args.rescore !== true && !(await fill(evaluation, cases, work))) {
        await forget(evaluation, work);
        return notSent;
      }
      return await score(evaluation, cases, work);
    } catch (error) {
      if (!(error instanceof InterruptedError)) await forget(evaluation, work);
      throw error;
    } finally {
      await cases.close();
    }
  } finally {
    await lock.release();
  }
}

/** Whoever knows an evaluation by its id, or has pressed Ctrl-C and was told it, may go on with it. */
async function forget(evaluation: Evaluation, { context }: Work): Promise<void> {
  if (context.args.evaluation === undefined) await forgetUnasked(evaluation);
}

const notSent: CommandResult = { text: "nothing was sent", json: { sent: false }, exitCode: 1 };

/** Asks what is missing. False where the user said no. */
async function fill(evaluation: Evaluation, cases: CaseBook, work: Work): Promise<boolean> {
  const { context, project, options } = work;
  const candidates = evaluation.summary.candidates.map(({ candidate }) => candidate);
  const missing = await findMissing({
    generations: evaluation.files.generations,
    candidates,
    places: cases.places,
    failed: context.args["retry-failed"] === true ? "again" : "kept",
  });
  const isMissing = ({ name }: Candidate) => (missing.counts.get(name) ?? 0) > 0;
  const models = candidates.filter((candidate) => candidate.kind === "model" && isMissing(candidate));
  const hasLog = candidates.some((candidate) => candidate.kind === "log" && isMissing(candidate));
  if (models.length === 0 && !hasLog) return true;
  const { targets, close } = await openTargets(models, evaluation, { project, world: context });
  const calls = hasLog ? await callsOf(await callIds(cases), project) : null;
  try {
    const { seed } = evaluation.summary;
    const estimates = await Promise.all(
      targets.map((target) =>
        estimatePrice(target, {
          cases,
          done: missing.done.get(target.candidate.name) ?? new Uint8Array(),
          seed,
        }),
      ),
    );
    const consent = { yes: context.args.yes === true, maxPrice: options.maxPrice };
    if (!(await approveRequests(estimates, consent, context))) return false;
    await ask({ evaluation, cases, missing, targets, calls, pace: paceOf(options, models) }, context);
    return true;
  } finally {
    await calls?.close();
    await close();
  }
}

type Asking = Omit<Parameters<typeof askAll>[0], "fetch" | "signal" | "onGeneration">;

async function ask(asking: Asking, context: EvaluateContext): Promise<void> {
  const { terminal, signal } = context;
  const total = sumOf(asking.missing);
  const bar = terminal.progress("evaluate");
  let done = 0;
  const onGeneration = () => {
    done += 1;
    bar.update(done, total);
  };
  try {
    bar.update(0, total);
    await askAll({ ...asking, fetch: globalThis.fetch, signal, onGeneration });
  } catch (error) {
    if (!(error instanceof InterruptedError)) throw error;
    const { id } = asking.evaluation.files;
    throw new InterruptedError(
      `interrupted; ${done} of ${total} replies came in this run, and all of them are kept; go on with: ${goOn(id, context)}`,
      { cause: error },
    );
  } finally {
    bar.stop();
  }
}

function goOn(id: string, { args }: EvaluateContext): string {
  const place = (["workspace", "config"] as const).flatMap((flag) =>
    args[flag] === undefined
      ? []
      : [`--${flag} ${/^[\w./@:-]+$/.test(args[flag]) ? args[flag] : JSON.stringify(args[flag])}`],
  );
  return ["calltune evaluate --evaluation", id, ...place].join(" ");
}

function sumOf({ counts }: Missing): number {
  return [...counts.values()].reduce((sum, count) => sum + count, 0);
}

async function callIds(cases: CaseBook): Promise<Set<string>> {
  const ids = new Set<string>();
  for await (const { callId } of cases.all()) ids.add(callId);
  return ids;
}

async function score(evaluation: Evaluation, cases: CaseBook, work: Work): Promise<CommandResult> {
  const { context, project } = work;
  const bar = context.terminal.progress("score");
  try {
    const summary: EvaluationSummary = await scoreEvaluation({
      evaluation,
      cases,
      scoring: ScoringOptions.parse(project.loaded.config.scoring ?? {}),
      scorers: allScorers(project.loaded.config.scorers ?? {}),
      now: () => new Date(),
      signal: context.signal,
      onProgress: (done) => {
        if (done % 100 === 0) bar.update(done, cases.ids.length);
      },
    });
    return {
      text: evaluationText(summary, evaluation.files),
      json: JSON.parse(JSON.stringify(summary)),
      exitCode: 0,
    };
  } finally {
    bar.stop();
  }
}
