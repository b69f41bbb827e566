import { join } from "node:path";
import type { EvaluationSummary } from "../../domain/evaluation.ts";
import { InterruptedError, UsageError } from "../../lib/errors.ts";
import { type CaseBook, openCases } from "../../pipeline/evaluate/cases/open-cases.ts";
import { writeCases } from "../../pipeline/evaluate/cases/write-cases.ts";
import { scoreEvaluation } from "../../pipeline/evaluate/evaluate.ts";
import {
  type Evaluation,
  findEvaluation,
  findOrBegin,
  forgetUnasked,
  keepPrompt,
  withCandidates,
  writeSummary,
} from "../../pipeline/evaluate/evaluation.ts";
import type { JudgedTexts } from "../../pipeline/evaluate/judge-texts.ts";
import { allScorers } from "../../pipeline/evaluate/score/own-scorers.ts";
import { casesDraft, lockEvaluations } from "../../workspace/evaluations.ts";
import { makeFolder, removeIfThere } from "../../workspace/files.ts";
import type { CommandResult } from "../command.ts";
import type { EvaluateContext } from "../commands/evaluate.ts";
import { openProject, wholeNumber } from "../project.ts";
import { repeatedFlag } from "../repeated-flag.ts";
import { evaluationText } from "../summaries/evaluate-text.ts";
import { chooseCandidates } from "./choose-candidates.ts";
import { chooseCases, trainingHash } from "./choose-cases.ts";
import { fill } from "./fill.ts";
import { makeCandidates } from "./make-candidates.ts";
import { evaluateOptions } from "./pace.ts";
import { openTextJudging } from "./text-judging.ts";
import { scoringOf, type Work } from "./work.ts";

/** `calltune evaluate`: cases, candidates, what is missing of their replies, and how good they are. */
export async function evaluateCommandRun(context: EvaluateContext): Promise<CommandResult> {
  const project = await openProject(context.args);
  const options = evaluateOptions(context.args, project);
  const { folder } = project.workspace;
  await makeFolder(join(folder, "evaluations"));
  const lock = await lockEvaluations(folder);
  try {
    const work: Work = { context, project, options };
    const judging = openTextJudging(work);
    const evaluation = await chooseEvaluation(work);
    const cases = await openCases(evaluation.files.cases, evaluation.summary.cases.sha256);
    try {
      if (context.args.rescore !== true && !(await fill(evaluation, { cases, judging }, work))) {
        await forget(evaluation, work);
        return notSent;
      }
      const judged = (await judging?.judge(evaluation, cases)) ?? null;
      return await score(evaluation, { cases, judged }, work);
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

/** One that is named, else one with these cases and candidates, which may be new. */
async function chooseEvaluation(work: Work): Promise<Evaluation> {
  const { args, rawArgs } = work.context;
  const specs = repeatedFlag(rawArgs, "candidate");
  const isNamed = args.evaluation !== undefined;
  if (!isNamed && !(args.rescore === true && specs.length === 0)) return newOrFound(work, specs);
  for (const flag of ["cases", "answers", "limit"] as const)
    if (args[flag] !== undefined)
      throw new UsageError(
        `--${flag} is for a new evaluation; leave it out, or leave --evaluation and --rescore out`,
      );
  const evaluation = await findEvaluation(work.project.workspace.folder, args.evaluation ?? null);
  if (specs.length === 0) return evaluation;
  const fromDataset = evaluation.summary.manifestHash !== null;
  const added = await candidatesFrom(specs, fromDataset, work);
  for (const { prompt } of added) if (prompt !== null) await keepPrompt(evaluation.files, prompt);
  const merged = withCandidates(
    evaluation,
    added.map(({ candidate }) => candidate),
  );
  await writeSummary(merged);
  return merged;
}

async function newOrFound(
  { context, project, options }: Work,
  specs: readonly string[],
): Promise<Evaluation> {
  const { args, signal, terminal } = context;
  const { folder } = project.workspace;
  const fromDataset = args.cases === undefined;
  const made = await candidatesFrom(specs, fromDataset, { context, project, options });
  const scoring = scoringOf({ context, project, options });
  const chosen = await chooseCases({ file: args.cases, answers: args.answers }, project);
  const draft = casesDraft(folder);
  const seed = options.seed ?? 42;
  try {
    for (const notice of chosen.notices) terminal.notice(notice);
    const limit = wholeNumber("limit", args.limit, 1) ?? null;
    const facts = await writeCases(chosen.cases, { file: draft, limit, seed, signal });
    if (facts.count === 0)
      throw new UsageError(`${chosen.from} has no cases; give more calls, or --cases FILE`);
    const evaluation = await findOrBegin({
      folder,
      draft,
      cases: { ...facts, from: chosen.from },
      manifestHash: chosen.manifestHash,
      candidates: made.map(({ candidate }) => candidate),
      scoring,
      seed,
      now: new Date(),
    });
    if (args.rescore === true && !evaluation.found) {
      await forgetUnasked(evaluation);
      throw new UsageError("these cases and candidates were never evaluated; leave --rescore out");
    }
    for (const { prompt } of made) if (prompt !== null) await keepPrompt(evaluation.files, prompt);
    if (evaluation.found)
      terminal.notice(`evaluation ${evaluation.files.id} goes on: only what is missing is asked`);
    return evaluation;
  } finally {
    await chosen.close();
    await removeIfThere(draft);
  }
}

async function candidatesFrom(specs: readonly string[], fromDataset: boolean, { context, project }: Work) {
  const options = await chooseCandidates({ specs, fromDataset }, project);
  if (!fromDataset && options.some(({ model }) => model === "log"))
    throw new UsageError(
      "a file of cases has no log: the log is what the agent did in the workspace's own calls",
    );
  return makeCandidates(options, {
    env: context.env,
    folder: specs.length > 0 ? project.workingFolder : project.loaded.folder,
    trainingSha256: await trainingHash(project),
    today: new Date().toISOString().slice(0, 10),
  });
}

async function score(
  evaluation: Evaluation,
  { cases, judged }: { readonly cases: CaseBook; readonly judged: JudgedTexts | null },
  work: Work,
): Promise<CommandResult> {
  const { context, project } = work;
  const bar = context.terminal.progress("score");
  try {
    const summary: EvaluationSummary = await scoreEvaluation({
      evaluation,
      cases,
      scoring: scoringOf(work),
      judged,
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
