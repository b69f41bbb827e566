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
  forgetAdded,
  forgetUnasked,
  keepPrompt,
  movedCandidates,
  withCandidates,
  writeSummary,
} from "../../pipeline/evaluate/evaluation.ts";
import type { JudgedTexts } from "../../pipeline/evaluate/judge-texts.ts";
import { allScorers } from "../../pipeline/evaluate/score/own-scorers.ts";
import { casesDraft, lockEvaluations } from "../../workspace/evaluations.ts";
import { makeFolder, removeIfThere } from "../../workspace/files.ts";
import type { CommandResult } from "../command.ts";
import type { EvaluateContext } from "../commands/evaluate.ts";
import { openProject, type Project, wholeNumber } from "../project.ts";
import { repeatedFlag } from "../repeated-flag.ts";
import { evaluationText } from "../summaries/evaluate-text.ts";
import { parseCandidate } from "./candidate-spec.ts";
import { chooseCandidates } from "./choose-candidates.ts";
import { chooseCases, expectDataset, trainingHash } from "./choose-cases.ts";
import { fill, goOn } from "./fill.ts";
import { makeCandidates } from "./make-candidates.ts";
import { evaluateOptions } from "./pace.ts";
import { openTextJudging } from "./text-judging.ts";
import { scoringOf, type Work } from "./work.ts";

/** `calltune evaluate`: cases, candidates, what is missing of their replies, and how good they are. */
export async function evaluateCommandRun(context: EvaluateContext): Promise<CommandResult> {
  const project = await openProject(context.args);
  const options = evaluateOptions(context.args, project);
  // Before anybody is paid for replies that couldn't be scored.
  const scorers = allScorers(project.loaded.config.scorers ?? {});
  await expectGrounds(context, project);
  const { folder } = project.workspace;
  await makeFolder(join(folder, "evaluations"));
  const lock = await lockEvaluations(folder);
  try {
    const work: Work = { context, project, options, scorers };
    const judging = openTextJudging(work);
    const { evaluation, added } = await chooseEvaluation(work);
    const cases = await openCases(evaluation.files.cases, evaluation.summary.cases.sha256);
    try {
      if (context.args.rescore !== true && !(await fill(evaluation, { cases, judging }, work))) {
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

interface Chosen {
  readonly evaluation: Evaluation;
  /** Candidates that this command adds to an evaluation that is there. */
  readonly added: ReadonlySet<string>;
}

/** One that is named, else one with these cases and candidates, which may be new. */
async function chooseEvaluation(work: Work): Promise<Chosen> {
  const { args, rawArgs } = work.context;
  const specs = repeatedFlag(rawArgs, "candidate");
  const isNamed = args.evaluation !== undefined;
  if (!isNamed && !(args.rescore === true && specs.length === 0))
    return { evaluation: await newOrFound(work, specs), added: new Set() };
  for (const flag of ["cases", "answers", "limit"] as const)
    if (args[flag] !== undefined)
      throw new UsageError(
        `--${flag} is for a new evaluation; leave it out, or leave --evaluation and --rescore out`,
      );
  const evaluation = await findEvaluation(work.project.workspace.folder, args.evaluation ?? null);
  if (specs.length === 0) return { evaluation, added: new Set() };
  return withAdded(evaluation, specs, work);
}

/** Nothing is written yet: it is known only once somebody has said yes. */
async function withAdded(evaluation: Evaluation, specs: readonly string[], work: Work): Promise<Chosen> {
  const known = new Set(evaluation.summary.candidates.map(({ candidate }) => candidate.name));
  const fromDataset = evaluation.summary.manifestHash !== null;
  const made = await candidatesFrom(specs, fromDataset, work);
  const candidates = made.map(({ candidate }) => candidate);
  const added = candidates.map(({ name }) => name).filter((name) => !known.has(name));
  if (work.context.args.rescore === true && added.length > 0)
    throw new UsageError(`${added.join(", ")} was never asked there; leave --rescore out`);
  for (const { prompt } of made) if (prompt !== null) await keepPrompt(evaluation.files, prompt);
  tellMoved(movedCandidates(evaluation, candidates), work.context);
  return { evaluation: withCandidates(evaluation, candidates), added: new Set(added) };
}

/** Another address may be another model, whatever it calls itself. */
function tellMoved(moved: ReturnType<typeof movedCandidates>, { terminal }: EvaluateContext): void {
  for (const { name, before } of moved)
    terminal.notice(
      `WARNING: candidate ${name}: the replies that are there came from ${before}; to ask the new address everything, give it another name`,
    );
}

async function newOrFound(work: Work, specs: readonly string[]): Promise<Evaluation> {
  const { context, project, options } = work;
  const { args, signal, terminal } = context;
  const { folder } = project.workspace;
  const fromDataset = args.cases === undefined;
  const made = await candidatesFrom(specs, fromDataset, work);
  const scoring = scoringOf(work);
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
    if (evaluation.found && args.rescore !== true)
      terminal.notice(`evaluation ${evaluation.files.id} goes on: only what is missing is asked`);
    tellMoved(evaluation.moved, context);
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
    return {
      text: evaluationText(summary, evaluation.files),
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
