import { createHash } from "node:crypto";
import type { EvaluationSummary } from "../../domain/evaluation.ts";
import { isScoredCase } from "../../domain/is-scored-case.ts";
import { ScoredCase } from "../../domain/scored-case.ts";
import { DataError, UsageError } from "../../lib/errors.ts";
import { parseJson, parseJsonObject } from "../../lib/json.ts";
import { printable } from "../../lib/printable.ts";
import { type Line, readFileLines, textOf } from "../../lib/read-lines.ts";
import { numberOf, type ScoreNumbers, scoreNumbers } from "../../plugins/scorers/summary/score-column.ts";
import { isThere } from "../../workspace/files.ts";
import { failedCount } from "./failed-share.ts";
import { type CandidateGathering, type GatheredCandidate, gatherCandidate } from "./gather-candidate.ts";
import type { LineStart } from "./page/cases/read-json-lines.ts";
import type { ResultStarts } from "./page/cases/result-cursors.ts";
import { anew, nameOf, type ReadEvaluation } from "./read-summary.ts";

/** All that a report needs of `results.jsonl`. */
export interface GatheredResults {
  /** Of the file. */
  readonly sha256: string;
  /** By name. */
  readonly candidates: ReadonlyMap<string, GatheredCandidate>;
  readonly starts: ResultStarts;
}

/**
 * Reads the results line by line and keeps scores and counts, no judgement.
 * @throws DataError where a line is broken, a case stands twice, or the files are not of one run
 */
export async function readResults(evaluation: ReadEvaluation): Promise<GatheredResults> {
  const { files, summary } = evaluation;
  const cases = await numberCases(evaluation);
  const gatherings = new Map(
    summary.candidates.map(
      ({ candidate }) => [candidate.name, gatherCandidate(summary.cases.count)] as const,
    ),
  );
  const { sha256, starts } = await readLinesOfResults(evaluation, (line, at) =>
    addLine(line, { gatherings, numbers: cases.numbers, at, id: files.id }),
  );
  const candidates = new Map(
    [...gatherings].map(([key, gathering]) => [key, gathering.gathered(cases.ofCalls)] as const),
  );
  for (const result of summary.candidates) checkCounts(result, candidates, evaluation);
  return { sha256, candidates, starts };
}

/** `add` tells whose the line is; null for an empty one. */
async function readLinesOfResults(
  { files }: ReadEvaluation,
  add: (line: Line, at: DataError["at"]) => string | null,
): Promise<{ sha256: string; starts: ResultStarts }> {
  const name = nameOf(files, "results.jsonl");
  if (!(await isThere(files.results))) throw new UsageError(`there is no file ${name}; ${anew(files.id)}`);
  const hash = createHash("sha256");
  const starts = new Map<string, LineStart>();
  let offset = 0;
  for await (const lines of readFileLines(files.results, { name, hash }))
    for (const line of lines) {
      const { number, bytes } = line;
      const candidate = add(line, { file: name, line: number });
      if (candidate !== null && !starts.has(candidate)) starts.set(candidate, { number, offset });
      offset += (bytes?.length ?? 0) + 1;
    }
  return { sha256: hash.digest("hex"), starts };
}

interface Adding {
  readonly gatherings: ReadonlyMap<string, CandidateGathering>;
  readonly numbers: ScoreNumbers;
  readonly at: DataError["at"];
  readonly id: string;
}

function addLine({ bytes }: Line, { gatherings, numbers, at, id }: Adding): string | null {
  const text = bytes === null ? null : textOf(bytes);
  if (text === "") return null;
  const scored = text === null ? undefined : parseJson(text);
  if (!isScoredCase(scored))
    throw new DataError(at, `it is no scored case${whatIsWrong(scored)}; ${anew(id)}`);
  const { candidate, caseId, callId } = scored;
  const gathering = gatherings.get(candidate);
  if (gathering === undefined)
    throw new DataError(at, `the summary knows no candidate ${printable(candidate)}; ${anew(id)}`);
  const place = {
    caseNumber: numberOf(caseId, numbers.cases),
    callNumber: numberOf(callId, numbers.calls),
  };
  if (!gathering.add(scored, place))
    throw new DataError(at, `this case of ${printable(candidate)} stands twice; ${anew(id)}`);
  return candidate;
}

/** ` (judgement.decision)` */
function whatIsWrong(value: unknown): string {
  const place = ScoredCase.safeParse(value).error?.issues[0]?.path.join(".") ?? "";
  return place === "" ? "" : ` (${place})`;
}

function checkCounts(
  result: EvaluationSummary["candidates"][number],
  candidates: GatheredResults["candidates"],
  { files }: ReadEvaluation,
): void {
  const { name } = result.candidate;
  const found = candidates.get(name);
  const wanted = { answered: result.answered, failed: failedCount(result) };
  if (found?.answered === wanted.answered && found.failed === wanted.failed) return;
  throw new DataError(
    { file: nameOf(files, "results.jsonl"), line: 1 },
    `it holds ${found?.answered} replies and ${found?.failed} failures of ${printable(name)}, the summary tells of ${wanted.answered} and ${wanted.failed}; ${anew(files.id)}`,
  );
}

interface NumberedCases {
  readonly numbers: ScoreNumbers;
  /** How many cases each call has, by its number. */
  readonly ofCalls: readonly number[];
}

/** Cases that were changed since aren't those that were judged. */
async function numberCases({ files, summary }: ReadEvaluation): Promise<NumberedCases> {
  const name = nameOf(files, "cases.jsonl");
  if (!(await isThere(files.cases)))
    throw new UsageError(`there is no file ${name}; put it back, or evaluate anew`);
  const hash = createHash("sha256");
  const numbers = scoreNumbers();
  const ofCalls: number[] = [];
  for await (const lines of readFileLines(files.cases, { name, hash }))
    for (const { bytes } of lines) {
      const call = numberOf(bytes === null ? "" : callIdOf(bytes), numbers.calls);
      ofCalls[call] = (ofCalls[call] ?? 0) + 1;
    }
  if (hash.digest("hex") === summary.cases.sha256) return { numbers, ofCalls };
  throw new DataError(
    { file: name, line: 1 },
    "the cases aren't those that were evaluated (their SHA-256 differs from the summary's); put the file back, or evaluate anew",
  );
}

/** Lines begin with `{"id":"…","callId":"…"`; the hash says whether they are as they were written. */
function callIdOf(line: Buffer): string {
  const text = line.toString("utf8", 0, 1000);
  const start = /^\{"id":"(?:[^"\\]|\\.)*","callId":("(?:[^"\\]|\\.)*")/.exec(text);
  const row =
    start?.[1] === undefined ? parseJsonObject(line.toString("utf8"))?.["callId"] : parseJson(start[1]);
  return typeof row === "string" ? row : "";
}
