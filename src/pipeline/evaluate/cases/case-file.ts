import type { Case } from "../../../domain/case.ts";
import { DataError } from "../../../lib/errors.ts";
import { bfclCase, isBfclQuestion, readBfclAnswers } from "./bfcl-file.ts";
import { caseFromRow } from "./case-row.ts";
import { jsonRows } from "./json-rows.ts";
import { unofferedRows } from "./unoffered-tools.ts";

export interface NamedFile {
  readonly path: string;
  /** What errors call it. */
  readonly name: string;
}

/**
 * The cases of a file: OpenAI messages and tools, whose last assistant message is expected, or BFCL's questions.
 * @throws DataError at the first row that is no case, or has an id that another has; behind the last, where rows expect a
 * tool that they don't offer
 */
export async function* fileCases(file: NamedFile, answersFile: NamedFile | null): AsyncGenerator<Case> {
  const answers = answersFile === null ? null : await readBfclAnswers(answersFile.path, answersFile.name);
  const seen = new Set<string>();
  const unoffered = unofferedRows();
  for await (const row of jsonRows(file.path, file.name)) {
    const question = isBfclQuestion(row.row) ? bfclCase(row, answers) : caseFromRow(row);
    if (seen.has(question.id)) throw new DataError(row.at, "has the id of an earlier row");
    seen.add(question.id);
    unoffered.add(question, row.at);
    yield question;
  }
  unoffered.expectNone();
}
