import type { Case } from "../../../domain/case.ts";
import { DataError, UsageError } from "../../../lib/errors.ts";
import { isJsonObject, type JsonObject } from "../../../lib/json.ts";
import { readBfclCase } from "../../../plugins/scorers/bfcl/read-bfcl-case.ts";
import { type JsonRow, jsonRows } from "./json-rows.ts";

/** BFCL's answers by the id of their question: the raw lines, since parsing would lose 5.0. */
export type BfclAnswers = ReadonlyMap<string, string>;

export async function readBfclAnswers(path: string, name: string): Promise<BfclAnswers> {
  const answers = new Map<string, string>();
  for await (const { row, text, at } of jsonRows(path, name)) {
    const { id } = row;
    if (typeof id !== "string" || row["ground_truth"] === undefined)
      throw new DataError(at, "isn't a line of BFCL's answers: it has no id or no ground_truth");
    answers.set(id, text);
  }
  return answers;
}

/** `{"id": "simple_python_0", "question": [[{"role": "user", …}]], "function": […]}` */
export function isBfclQuestion(row: JsonObject): boolean {
  return Array.isArray(row["question"]) && row["function"] !== undefined && row["messages"] === undefined;
}

/** @throws UsageError where the answers are needed; DataError for a question that can't be judged by one reply */
export function bfclCase({ row, text, at }: JsonRow, answers: BfclAnswers | null): Case {
  const id = String(row["id"] ?? "");
  const category = /^(.+?)_\d+(?:-\d+)*$/.exec(id)?.[1];
  if (category === undefined) throw new DataError(at, "has no id of BFCL's, such as simple_python_0");
  const fault = unfit(category, row);
  if (fault !== null) throw new DataError(at, fault);
  if (category.includes("irrelevance")) return readBfclCase({ category, question: text, answer: null });
  if (answers === null)
    throw new UsageError(
      "these are BFCL's questions: give its file of answers too, --answers possible_answer/…",
    );
  const answer = answers.get(id);
  if (answer === undefined) throw new DataError(at, `${id} has no line in the file of answers`);
  return readBfclCase({ category, question: text, answer });
}

function unfit(category: string, row: JsonObject): string | null {
  if (/java/.test(category))
    return "is a question in Java or JavaScript; only Python's categories can be judged";
  if (category.includes("relevance") && !category.includes("irrelevance"))
    return "has no expected reply (any tool call will do), so nothing can be judged";
  const turns = row["question"];
  const [first] = Array.isArray(turns) ? turns : [];
  const isSingle = Array.isArray(turns) && turns.length === 1 && Array.isArray(first);
  if (!isSingle || !first.every(isJsonObject))
    return "has several turns; only single-turn questions can be judged";
  return null;
}
