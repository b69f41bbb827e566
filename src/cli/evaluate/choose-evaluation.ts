import type { CandidateOptions } from "../../domain/evaluate-options.ts";
import type { Candidate, CurvePoint } from "../../domain/evaluation.ts";
import { UsageError } from "../../lib/errors.ts";
import { writeCases } from "../../pipeline/evaluate/cases/write-cases.ts";
import { placePoints, withPoints } from "../../pipeline/evaluate/curve/curve-points.ts";
import {
  type Evaluation,
  type EvaluationOrder,
  findEvaluation,
  findOrBegin,
  forgetUnasked,
  keepPrompt,
  movedCandidates,
  withCandidates,
  writeSummary,
} from "../../pipeline/evaluate/evaluation.ts";
import type { AskedBefore } from "../../pipeline/evaluate/fitting-evaluation.ts";
import { casesDraft } from "../../workspace/evaluations.ts";
import { removeIfThere } from "../../workspace/files.ts";
import type { EvaluateContext } from "../commands/evaluate.ts";
import { wholeNumber } from "../project.ts";
import { repeatedFlag } from "../repeated-flag.ts";
import { counted } from "../table.ts";
import { namedCandidates, usualCandidates } from "./choose-candidates.ts";
import { chooseCases, expectSameDataset, trainingHash } from "./choose-cases.ts";
import { type LearntShare, learnCurve, optionsOf } from "./curve/learn-curve.ts";
import { expectInBatches, expectModels } from "./expect-batch.ts";
import { type MadeCandidate, makeCandidates } from "./make-candidates.ts";
import { scoringOf, type Work } from "./work.ts";

/** An evaluation, and what this command adds to it. */
export interface Chosen {
  readonly evaluation: Evaluation;
  /** Candidates that this command adds to an evaluation that is there. */
  readonly added: ReadonlySet<string>;
  /** Candidates that may be asked: those named, where the evaluation was found by them; null for all. */
  readonly asked: ReadonlySet<string> | null;
}

/** One that is named, else one with these cases and candidates, which may be new. */
export async function chooseEvaluation(work: Work): Promise<Chosen> {
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
  if (args.batch === true && specs.length === 0) expectInBatches(evaluation, work.curve);
  if (specs.length === 0 && work.curve === null) return { evaluation, added: new Set(), asked: null };
  return addTo(evaluation, specs, work);
}

/** Nothing is written yet: it is known only once somebody has said yes. */
async function addTo(evaluation: Evaluation, specs: readonly string[], work: Work): Promise<Chosen> {
  const { manifestHash, candidates, seed } = evaluation.summary;
  // Calls of other cases than today's test split may be among today's training calls.
  if (work.curve !== null && manifestHash !== null) await expectSameDataset(manifestHash, work.project);
  const named = specs.length === 0 ? [] : namedCandidates(specs, work.project);
  const known = candidates.map(({ candidate }) => candidate);
  const wish: CandidateWish = { named, known, fromDataset: manifestHash !== null, seed };
  const { made, points } = await allCandidates(await firstCandidates(wish, work), wish, work);
  const asked = made.map(({ candidate }) => candidate);
  const added = asked.map(({ name }) => name).filter((name) => !known.some((one) => one.name === name));
  if (work.context.args.rescore === true && added.length > 0)
    throw new UsageError(`${added.join(", ")} was never asked there; leave --rescore out`);
  for (const { prompt } of made) if (prompt !== null) await keepPrompt(evaluation.files, prompt);
  tellMoved(movedCandidates(evaluation, asked), work.context);
  return {
    evaluation: withPoints(withCandidates(evaluation, asked), points),
    added: new Set(added),
    asked: null,
  };
}

/** Another address may be another model, whatever it calls itself. */
function tellMoved(moved: ReturnType<typeof movedCandidates>, { terminal }: EvaluateContext): void {
  for (const { name, before } of moved)
    terminal.notice(
      `WARNING: candidate ${name}: the replies that are there came from ${before}; to ask the new address everything, give it another name`,
    );
}

/** What may be wrong with names and cases is found before anything is learnt, which may take an hour. */
async function newOrFound(work: Work, specs: readonly string[]): Promise<Chosen> {
  const { context, project, options } = work;
  const { folder } = project.workspace;
  const wish: CandidateWish = {
    named: namedCandidates(specs, project),
    known: [],
    fromDataset: context.args.cases === undefined,
    seed: options.seed ?? 42,
  };
  const first = await firstCandidates(wish, work);
  const scoring = scoringOf(work);
  const draft = casesDraft(folder);
  try {
    const gathered = await gatherCases(draft, wish.seed, work);
    const { made, points } = await allCandidates(first, wish, work);
    const candidates = made.map(({ candidate }) => candidate);
    const begun = { folder, draft, ...gathered, candidates, scoring, seed: wish.seed, now: new Date() };
    const { found, moved, before, ...evaluation } = await findOrBegin(begun);
    if (context.args.rescore === true && !found) {
      await forgetUnasked(evaluation);
      throw new UsageError("these cases and candidates were never evaluated; leave --rescore out");
    }
    for (const { prompt } of made) if (prompt !== null) await keepPrompt(evaluation.files, prompt);
    const asked = new Set(candidates.map(({ name }) => name));
    if (found && context.args.rescore !== true) context.terminal.notice(goesOnText(evaluation, asked));
    if (before !== null) context.terminal.notice(askedBeforeText(before));
    tellMoved(moved, context);
    return { evaluation: await keepPoints(evaluation, points), added: new Set(), asked };
  } finally {
    await removeIfThere(draft);
  }
}

function goesOnText({ files, summary }: Evaluation, asked: ReadonlySet<string>): string {
  const others = summary.candidates.map(({ candidate }) => candidate.name).filter((name) => !asked.has(name));
  const beside = others.length === 0 ? "" : `; beside them it has ${others.join(", ")}`;
  return `evaluation ${files.id} goes on: only what is missing is asked${beside}`;
}

/** Candidates that are asked together are asked at the same time of day, so a new evaluation may be what is wanted. */
function askedBeforeText({ id, names }: AskedBefore): string {
  return `${names.join(", ")} answered these cases before, in evaluation ${id}; to pay for the other candidates alone, name only them and add --evaluation ${id}`;
}

async function gatherCases(
  file: string,
  seed: number,
  { context, project }: Work,
): Promise<Pick<EvaluationOrder, "cases" | "manifestHash">> {
  const { args, signal, terminal } = context;
  const limit = wholeNumber("limit", args.limit, 1) ?? null;
  const { from, manifestHash, notices, cases, close } = await chooseCases(
    { file: args.cases, answers: args.answers },
    project,
  );
  try {
    for (const notice of notices) terminal.notice(notice);
    const facts = await writeCases(cases, { file, limit, seed, signal });
    if (facts.unoffered > 0) terminal.notice(unofferedText(facts.unoffered, facts.count));
    if (facts.count > 0) return { cases: { ...facts, from }, manifestHash };
    const mend = args.cases === undefined ? "give more calls, or --cases FILE" : "it has no line with a case";
    throw new UsageError(`${from} has no cases; ${mend}`);
  } finally {
    await close();
  }
}

function unofferedText(unoffered: number, count: number): string {
  return `WARNING: ${unoffered} of ${counted(count, "case")} expect a tool that isn't offered in them, so no model can be right there; build the dataset with all tools the agent had (calltune build --tools FILE)`;
}

/** Written down before anybody is asked: who goes on with the evaluation needn't ask for the curve again. */
async function keepPoints(evaluation: Evaluation, points: readonly CurvePoint[]): Promise<Evaluation> {
  if (points.length === 0) return evaluation;
  const kept = withPoints(evaluation, points);
  await writeSummary(kept);
  return kept;
}

interface CandidateWish {
  /** Null takes the usual ones. */
  readonly named: readonly CandidateOptions[] | null;
  /** The evaluation's so far. */
  readonly known: readonly Candidate[];
  readonly fromDataset: boolean;
  /** Draws the curve's shares. */
  readonly seed: number;
}

interface ChosenCandidates {
  readonly made: readonly MadeCandidate[];
  readonly points: readonly CurvePoint[];
}

/** Those that need no curve to be made; null where the usual ones depend on what it learns. */
async function firstCandidates(wish: CandidateWish, work: Work): Promise<readonly MadeCandidate[] | null> {
  const { named, fromDataset } = wish;
  if (named === null && work.curve !== null) return null;
  const options = named ?? (await usualCandidates({ fromDataset, curveBase: null }, work.project));
  const made = await makeFrom(options, wish, work);
  if (work.context.args.batch === true && work.curve === null)
    expectModels(made.map(({ candidate }) => candidate));
  return made;
}

/** With what the curve learns, where one was asked for. */
async function allCandidates(
  first: readonly MadeCandidate[] | null,
  wish: CandidateWish,
  work: Work,
): Promise<ChosenCandidates> {
  const { known, fromDataset, seed } = wish;
  const learnt = await learn(seed, work);
  const curveBase = learnt[0]?.baseModel ?? null;
  const asked =
    first ?? (await makeFrom(await usualCandidates({ fromDataset, curveBase }, work.project), wish, work));
  const shares = await makeFrom(learnt.map(optionsOf), wish, work);
  const { added, points } = placePoints(
    [...known, ...asked.map(({ candidate }) => candidate)],
    shares.map(({ candidate }, index) => ({ candidate, examples: learnt[index]?.examples ?? 0 })),
  );
  return { made: [...asked, ...added.map((candidate) => ({ candidate, prompt: null }))], points };
}

async function learn(seed: number, { context, project, curve }: Work): Promise<readonly LearntShare[]> {
  if (curve === null) return [];
  return learnCurve({ project, sizes: curve.sizes, seed, config: context.args.config }, context);
}

async function makeFrom(
  options: readonly CandidateOptions[],
  { fromDataset }: CandidateWish,
  { context, project }: Work,
): Promise<MadeCandidate[]> {
  // The training split needn't be read for nobody.
  if (options.length === 0) return [];
  if (!fromDataset && options.some(({ model }) => model === "log"))
    throw new UsageError(
      "a file of cases has no log: the log is what the agent did in the workspace's own calls",
    );
  const areTyped = repeatedFlag(context.rawArgs, "candidate").length > 0;
  return makeCandidates(options, {
    env: context.env,
    folder: areTyped ? project.workingFolder : project.loaded.folder,
    trainingSha256: await trainingHash(project),
    today: new Date().toISOString().slice(0, 10),
    batch: context.args.batch === true,
  });
}
