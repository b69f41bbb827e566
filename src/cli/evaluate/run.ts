import { join } from "node:path";
import type { EvaluationSummary } from "../../domain/evaluation.ts";
import { InterruptedError } from "../../lib/errors.ts";
import { type CaseBook, openCases } from "../../pipeline/evaluate/cases/open-cases.ts";
import { scoreEvaluation } from "../../pipeline/evaluate/evaluate.ts";
import {
  type Evaluation,
  forgetAdded,
  forgetUnasked,
  writeSummary,
} from "../../pipeline/evaluate/evaluation.ts";
import type { JudgedTexts } from "../../pipeline/evaluate/judge-texts.ts";
import { allScorers } from "../../pipeline/evaluate/score/own-scorers.ts";
import { evaluationIds, lockEvaluations } from "../../workspace/evaluations.ts";
import { makeFolder } from "../../workspace/files.ts";
import type { CommandResult } from "../command.ts";
import type { EvaluateContext } from "../commands/evaluate.ts";
import { openProject, type Project } from "../project.ts";
import { repeatedFlag } from "../repeated-flag.ts";
import { evaluationText } from "../summaries/evaluate-text.ts";
import { parseCandidate } from "./candidate-spec.ts";
import { expectDataset } from "./choose-cases.ts";
import { chooseEvaluation } from "./choose-evaluation.ts";
import { curveWish } from "./curve/curve-sizes.ts";
import { planCurve } from "./curve/plan-curve.ts";
import { fill, goOn } from "./fill.ts";
import { evaluateOptions, expectPaceForBatch } from "./pace.ts";
import { openTextJudging } from "./text-judging.ts";
import { scoringOf, type Work } from "./work.ts";

/** `calltune evaluate`: cases, candidates, what is missing of their replies, and how good they are. */
export async function evaluateCommandRun(context: EvaluateContext): Promise<CommandResult> {
  const project = await openProject(context.args);
  const options = evaluateOptions(context.args, project);
  if (context.args.batch === true) expectPaceForBatch(context.args);
  // Before anybody is paid for replies that couldn't be scored.
  const scorers = allScorers(project.loaded.config.scorers ?? {});
  const curve = curveWish(context.args);
  await expectGrounds(context, project);
  const { folder } = project.workspace;
  await makeFolder(join(folder, "evaluations"));
  const lock = await lockEvaluations(folder);
  try {
    if (curve !== null && curve.provider !== "local")
      return await planCurve({ project, ...curve, seed: options.seed ?? 42 }, context);
    const work: Work = { context, project, options, scorers, curve };
    const judging = openTextJudging(work);
    const { evaluation, added, asked } = await chooseEvaluation(work);
    const cases = await openCases(evaluation.files.cases, evaluation.summary.cases.sha256);
    try {
      if (context.args.rescore !== true && !(await fill(evaluation, { cases, judging, asked }, work))) {
        await forget(evaluation, added, work);
        return notSent;
      }
      const judged = (await judging?.judge(evaluation, cases)) ?? null;
      return await score(evaluation, { cases, judged }, work);
    } catch (error) {
      if (!(error instanceof InterruptedError)) await forget(evaluation, added, work);
      throw error;
    } finally {
      await cases.close();
    }
  } finally {
    await lock.release();
  }
}

/** Whoever is in the wrong folder, or types a candidate wrongly, finds no evaluation there afterwards. */
async function expectGrounds({ args, rawArgs }: EvaluateContext, project: Project): Promise<void> {
  for (const spec of repeatedFlag(rawArgs, "candidate")) parseCandidate(spec);
  const isOfDataset = [args.cases, args.answers, args.evaluation].every((flag) => flag === undefined);
  if (isOfDataset && args.rescore !== true) await expectDataset(project);
}

/** Whoever knows an evaluation by its id, or has pressed Ctrl-C and was told it, may go on with it. */
async function forget(evaluation: Evaluation, added: ReadonlySet<string>, { context }: Work): Promise<void> {
  if (added.size > 0) await writeSummary(await forgetAdded(evaluation, added));
  else if (context.args.evaluation === undefined) await forgetUnasked(evaluation);
}

const notSent: CommandResult = { text: "nothing was sent", json: { sent: false }, exitCode: 1 };

async function score(
  evaluation: Evaluation,
  { cases, judged }: { readonly cases: CaseBook; readonly judged: JudgedTexts | null },
  work: Work,
): Promise<CommandResult> {
  const { context, scorers } = work;
  const bar = context.terminal.progress("score");
  try {
    const summary: EvaluationSummary = await scoreEvaluation({
      evaluation,
      cases,
      scoring: scoringOf(work),
      judged,
      scorers,
      now: () => new Date(),
      signal: context.signal,
      onProgress: (done) => {
        if (done % 100 === 0) bar.update(done, cases.ids.length);
      },
    });
    const { files } = evaluation;
    const newest = (await evaluationIds(work.project.workspace.folder)).at(-1) === files.id;
    return {
      text: evaluationText(summary, { files, newest }),
      json: JSON.parse(JSON.stringify(summary)),
      exitCode: 0,
    };
  } catch (error) {
    if (!(error instanceof InterruptedError)) throw error;
    const command = `${goOn(evaluation.files.id, context)} --rescore`;
    throw new InterruptedError(`${error.message}; score them with: ${command}`, { cause: error });
  } finally {
    bar.stop();
  }
}
