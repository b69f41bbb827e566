import { readFile } from "node:fs/promises";
import { EvaluationSummary } from "../../domain/evaluation.ts";
import { closest } from "../../lib/closest.ts";
import { DataError, UsageError } from "../../lib/errors.ts";
import { isJsonObject, parseJson } from "../../lib/json.ts";
import { printable } from "../../lib/printable.ts";
import { type EvaluationFiles, evaluationFiles, evaluationIds } from "../../workspace/evaluations.ts";

/** An evaluation's files and what their summary says. */
export interface ReadEvaluation {
  readonly files: EvaluationFiles;
  readonly summary: EvaluationSummary;
}

/** What errors call a file: its place in the workspace. */
export function nameOf({ id }: Pick<EvaluationFiles, "id">, file: string): string {
  return `evaluations/${id}/${file}`;
}

/**
 * The evaluation of that id, or the newest.
 * @throws UsageError where there is none, DataError where its summary can't be read
 */
export async function readSummary(
  workspaceFolder: string,
  wished: string | undefined,
): Promise<ReadEvaluation> {
  const id = await chooseEvaluation(workspaceFolder, wished);
  const files = evaluationFiles(workspaceFolder, id);
  return { files, summary: parseSummary(await readFile(files.summary, "utf8"), files) };
}

async function chooseEvaluation(workspaceFolder: string, wished: string | undefined): Promise<string> {
  const ids = await evaluationIds(workspaceFolder);
  const newest = ids.at(-1);
  if (newest === undefined)
    throw new UsageError("there is no evaluation in this workspace yet; calltune evaluate makes one");
  if (wished === undefined) return newest;
  const [ending, ...others] = ids.filter((id) => id === wished || id.endsWith(`-${wished}`));
  if (ending !== undefined && others.length === 0) return ending;
  const meant = closest(wished, ids) ?? newest;
  throw new UsageError(`there is no evaluation ${printable(wished)}; did you mean ${meant}?`);
}

function parseSummary(text: string, files: EvaluationFiles): EvaluationSummary {
  const at = { file: nameOf(files, "summary.json"), line: 1 };
  const value = parseJson(text);
  if (value === undefined) throw new DataError(at, `it isn't JSON; ${anew(files.id)}`);
  if (isJsonObject(value) && typeof value["version"] === "number" && value["version"] !== 1)
    throw new DataError(
      at,
      `it is of version ${value["version"]}, which this calltune doesn't know; use the one that wrote it`,
    );
  const summary = EvaluationSummary.safeParse(value);
  if (summary.success) return checkNames(summary.data, at);
  const [issue] = summary.error.issues;
  throw new DataError(at, `${issue?.path.join(".")}: ${issue?.message}; ${anew(files.id)}`);
}

function checkNames(summary: EvaluationSummary, at: DataError["at"]): EvaluationSummary {
  const names = summary.candidates.map(({ candidate }) => candidate.name);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice === undefined) return summary;
  throw new DataError(at, `two candidates are called ${printable(twice)}; names are unique`);
}

/** What mends a file that calltune has written itself, without asking any model again. */
export function anew(id: string): string {
  return `calltune evaluate --evaluation ${id} --rescore writes it anew and asks no model`;
}
