import type { Case } from "../../../domain/case.ts";
import { DataError, type FilePlace } from "../../../lib/errors.ts";
import { printable } from "../../../lib/printable.ts";

/** The expected tools that the case doesn't offer: no model can be right where there is one. */
export function unofferedTools({ expected, tools }: Case): string[] {
  if (expected.kind === "reply") return [];
  const offered = new Set(tools.map((tool) => tool.function.name));
  return expected.toolCalls.flatMap(({ name }) => (offered.has(name) ? [] : [name]));
}

/** Rows of a file of cases that expect a tool which they don't offer. */
export interface UnofferedRows {
  add(question: Case, at: FilePlace): void;
  /** @throws DataError at the first of them, with their number and lines, and what to do */
  expectNone(): void;
}

/** So many lines are named; who mends these has seen what is wrong with the others. */
const mostLines = 10;

export function unofferedRows(): UnofferedRows {
  const lines: number[] = [];
  let first: { readonly at: FilePlace; readonly sentence: string } | null = null;
  return {
    add(question, at) {
      const [missing] = unofferedTools(question);
      if (missing === undefined) return;
      lines.push(at.line);
      first ??= { at, sentence: sentenceOf(missing, question) };
    },
    expectNone() {
      if (first === null) return;
      throw new DataError(first.at, `${first.sentence}${othersText(lines.slice(1))}`);
    },
  };
}

function sentenceOf(missing: string, { tools }: Case): string {
  const names = tools.slice(0, mostLines).map((tool) => printable(tool.function.name, 60));
  const more = tools.length > names.length ? ", …" : "";
  const offered = names.length === 0 ? "which are none" : `which are ${names.join(", ")}${more}`;
  return `the expected tool ${printable(missing, 60)} isn't among the row's tools, ${offered}: no model could be right; add its definition to the row's tools, or correct the name`;
}

function othersText(lines: readonly number[]): string {
  if (lines.length === 0) return "";
  const named = lines.slice(0, mostLines).join(", ");
  const rows = lines.length === 1 ? "1 more row is" : `${lines.length} more rows are`;
  return ` (${rows} like it: line ${named}${lines.length > mostLines ? ", …" : ""})`;
}
