import { readFile, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { type Candidate, type CandidateResult, EvaluationSummary } from "../../domain/evaluation.ts";
import type { ScoringOptions } from "../../domain/scoring-options.ts";
import { UsageError } from "../../lib/errors.ts";
import { sha256 } from "../../lib/hash.ts";
import { parseJson } from "../../lib/json.ts";
import { type EvaluationFiles, evaluationFiles, evaluationIds } from "../../workspace/evaluations.ts";
import { makeFolder, removeIfThere, sizeOf, writeWhole } from "../../workspace/files.ts";
import { readBatches } from "./batch/ledger.ts";
import { isUnderWay } from "./batch/record.ts";
import type { CaseFacts } from "./cases/write-cases.ts";
import { fingerprintOf, isSameCandidate } from "./fingerprint.ts";
import { type AskedBefore, askedBefore, fittingEvaluation } from "./fitting-evaluation.ts";
import { generationLines, generationOf } from "./run/generation-log.ts";

/** An evaluation as its files tell it. */
export interface Evaluation {
  readonly files: EvaluationFiles;
  readonly summary: EvaluationSummary;
}

export interface EvaluationOrder {
  /** The workspace's. */
  readonly folder: string;
  /** Where the cases lie until they have a place. */
  readonly draft: string;
  readonly cases: CaseFacts & { readonly from: string };
  readonly manifestHash: string | null;
  readonly candidates: readonly Candidate[];
  readonly scoring: ScoringOptions;
  readonly seed: number;
  readonly now: Date;
}

export interface FoundEvaluation extends Evaluation {
  /** False where it is new. */
  readonly found: boolean;
  readonly moved: ReturnType<typeof movedCandidates>;
  /** Of a new one: which of its candidates were asked the same cases elsewhere, so that they would be paid for again. */
  readonly before: AskedBefore | null;
}

/** The evaluation of these cases in which these candidates were begun before, else a new one. */
export async function findOrBegin(order: EvaluationOrder): Promise<FoundEvaluation> {
  const { folder, candidates } = order;
  const fingerprint = fingerprintOf(order.cases.sha256, candidates);
  const wanted = { casesSha256: order.cases.sha256, candidates };
  const summaries = await readSummaries(folder, fingerprint);
  const known = fittingEvaluation(summaries, wanted);
  if (known === null) {
    const before = askedBefore(summaries, wanted);
    return { ...(await begin(order, fingerprint)), found: false, moved: [], before };
  }
  const evaluation = { files: evaluationFiles(folder, known.id), summary: known };
  await rm(order.draft, { force: true });
  const moved = movedCandidates(evaluation, candidates);
  return { ...withCandidates(evaluation, candidates), found: true, moved, before: null };
}

/** Oldest first. What can't be read is passed over, but where its name says that it is the one that is looked for. */
async function readSummaries(folder: string, fingerprint: string): Promise<EvaluationSummary[]> {
  const summaries: EvaluationSummary[] = [];
  for (const id of await evaluationIds(folder)) {
    const read = readEvaluation(folder, id);
    if (id.endsWith(`-${fingerprint}`)) summaries.push((await read).summary);
    else summaries.push(...(await read.then(({ summary }) => [summary]).catch(passOver)));
  }
  return summaries;
}

function passOver(error: unknown): [] {
  if (error instanceof UsageError) return [];
  throw error;
}

/** @throws UsageError where there is none of that id, or several */
export async function findEvaluation(folder: string, name: string | null): Promise<Evaluation> {
  const ids = await evaluationIds(folder);
  const fitting = name === null ? ids.slice(-1) : ids.filter((id) => id === name || id.endsWith(`-${name}`));
  const [id, ...others] = fitting;
  const hint = ids.length === 0 ? "there is none yet" : `there are ${ids.slice(-5).join(", ")}`;
  if (id === undefined)
    throw new UsageError(`the workspace has no evaluation${name === null ? "" : ` ${name}`}: ${hint}`);
  if (others.length > 0) throw new UsageError(`several evaluations end with ${name}: ${fitting.join(", ")}`);
  return readEvaluation(folder, id);
}

/**
 * The evaluation with these candidates beside its own, or in their places where they differ in price or address alone. Whose
 * replies are all there keeps the address that they came from.
 * @throws UsageError where a name is taken by another candidate
 */
export function withCandidates({ files, summary }: Evaluation, candidates: readonly Candidate[]): Evaluation {
  const results = new Map(summary.candidates.map((result) => [result.candidate.name, result]));
  for (const candidate of candidates) {
    const known = results.get(candidate.name);
    if (known !== undefined && !isSameCandidate(known.candidate, candidate))
      throw new UsageError(
        `evaluation ${files.id} has another candidate ${candidate.name}; give this one another name`,
      );
    const fresh = unasked(candidate, summary.cases.count);
    results.set(
      candidate.name,
      known === undefined ? fresh : { ...known, candidate: after(known, candidate) },
    );
  }
  const isAsked = results.size === summary.candidates.length;
  const endedAt = isAsked ? summary.endedAt : null;
  return { files, summary: { ...summary, endedAt, candidates: [...results.values()] } };
}

function after({ candidate: before, missing }: CandidateResult, candidate: Candidate): Candidate {
  return missing === 0 ? { ...candidate, address: before.address } : candidate;
}

/** Candidates that are named with another address now than some of their replies came from. */
export function movedCandidates(
  { summary }: Evaluation,
  candidates: readonly Candidate[],
): { readonly name: string; readonly before: string }[] {
  return summary.candidates.flatMap(({ candidate: { name, address } }) => {
    const now = candidates.find((candidate) => candidate.name === name);
    const isMoved = now !== undefined && address !== null && now.address !== address;
    return isMoved ? [{ name, before: address }] : [];
  });
}

/**
 * The evaluation without those of these candidates that have never been asked: a wrong model or a no must not leave a
 * name in it for ever.
 */
export async function forgetAdded(
  { files, summary }: Evaluation,
  added: ReadonlySet<string>,
): Promise<Evaluation> {
  const asked = await orderedOf(files);
  for await (const line of generationLines(files.generations)) asked.add(generationOf(line).candidate);
  const kept = summary.candidates.filter(({ candidate: { name } }) => !added.has(name) || asked.has(name));
  return { files, summary: { ...summary, candidates: kept } };
}

/** An evaluation in which nobody was asked anything would only stand in the way of those that were. */
export async function forgetUnasked({ files }: Evaluation): Promise<void> {
  if ((await sizeOf(files.generations)) > 0 || (await orderedOf(files)).size > 0) return;
  await removeIfThere(files.folder);
}

/** Names of candidates whose answers may still lie at the provider; those of a batch that is at its end are in the log. */
async function orderedOf({ batches }: EvaluationFiles): Promise<Set<string>> {
  const records = await readBatches(batches);
  return new Set(records.filter(isUnderWay).map(({ candidate }) => candidate));
}

export async function writeSummary({ files, summary }: Evaluation): Promise<void> {
  await writeWhole(files.summary, `${JSON.stringify(summary, null, 2)}\n`);
}

/** Kept beside the evaluation, so that it can go on without the user's file. */
export async function keepPrompt({ prompts }: EvaluationFiles, text: string): Promise<void> {
  await writeWhole(join(prompts, `${sha256(text)}.txt`), text);
}

/** @throws UsageError where it is gone */
export async function readPrompt({ prompts, id }: EvaluationFiles, hash: string): Promise<string> {
  const text = await readFile(join(prompts, `${hash}.txt`), "utf8").catch(() => null);
  if (text === null || sha256(text) !== hash)
    throw new UsageError(`a prompt of evaluation ${id} is gone or changed; start a new evaluation`);
  return text;
}

async function begin(order: EvaluationOrder, fingerprint: string): Promise<Evaluation> {
  const id = `${stamp(order.now)}-${fingerprint}`;
  const files = evaluationFiles(order.folder, id);
  const { from, sha256: hash, unoffered, ...counts } = order.cases;
  await makeFolder(files.folder);
  await rename(order.draft, files.cases);
  const summary: EvaluationSummary = {
    version: 1,
    id,
    startedAt: order.now.toISOString(),
    endedAt: null,
    seed: order.seed,
    cases: { from, sha256: hash, ...counts, ...(unoffered === 0 ? {} : { unoffered }) },
    manifestHash: order.manifestHash,
    scoring: order.scoring,
    comparators: [],
    candidates: order.candidates.map((candidate) => unasked(candidate, counts.count)),
    curve: [],
  };
  // Last: an evaluation is there once its summary is.
  await writeSummary({ files, summary });
  return { files, summary };
}

function unasked(candidate: Candidate, cases: number): EvaluationSummary["candidates"][number] {
  return { candidate, answered: 0, failed: {}, missing: cases, metrics: {} };
}

/** @throws UsageError where the summary isn't ours */
async function readEvaluation(folder: string, id: string): Promise<Evaluation> {
  const files = evaluationFiles(folder, id);
  const summary = EvaluationSummary.safeParse(parseJson(await readFile(files.summary, "utf8")));
  if (summary.success) return { files, summary: summary.data };
  throw new UsageError(
    `summary.json of evaluation ${id} isn't what this calltune writes (edited, or of a newer version); move its folder away`,
  );
}

/** `20261127-181500`, in UTC. */
function stamp(now: Date): string {
  return now
    .toISOString()
    .replace(/[-:]|\..*/g, "")
    .replace("T", "-");
}
