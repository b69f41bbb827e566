import type { BuildOptions } from "../../domain/build-options.ts";
import { Call } from "../../domain/call.ts";
import { type Example, replyOf } from "../../domain/example.ts";
import { type Split, splits } from "../../domain/split.ts";
import { systemPromptOf } from "../../domain/system-prompt.ts";
import { type ToolBook, toolsOf } from "../../domain/tool-book.ts";
import type { Exporter } from "../../plugins/exporters/exporter.ts";
import { type ExporterName, exporters } from "../../plugins/exporters/index.ts";
import { type TokenizerName, tokenizers } from "../../plugins/tokenizers/index.ts";
import { tokenCounter } from "./count-tokens.ts";
import { type Lesson, type Rejected, rejectedAs } from "./decision.ts";
import { linesAt, toolsInterner } from "./lines-and-tools.ts";
import { exampleOf } from "./make-examples.ts";
import { bytesOf, type RowLine, rowLines } from "./row-lines.ts";

/** The dialect that the three split files are written in, whatever the provider's; OpenAI takes it as it is. */
export const splitDialect: ExporterName = "together";

export interface WriteSetup {
  readonly options: BuildOptions;
  readonly tools: ToolBook;
  readonly systemPrompt: string;
  readonly exporter: ExporterName;
  readonly tokenizer: TokenizerName;
  readonly maxTokens: number | null;
}

/** A stretch of whole lines of `calls.jsonl`, and what was chosen of it. */
export interface WriteRequest {
  readonly bytes: Uint8Array;
  readonly chosen: readonly ChosenCall[];
}

export interface ChosenCall {
  /** Counted from 0 in the chunk. */
  readonly line: number;
  readonly split: Split;
  readonly lessons: readonly Lesson[];
}

/** What is kept of an example beside its row, for what comes after: one line of `examples.jsonl`. */
export interface ExampleEntry {
  readonly id: string;
  readonly split: Split;
  readonly call: string;
  readonly caller: string | null;
  readonly tools: readonly string[];
  readonly verdict: "good" | "corrected";
  readonly tokens: number;
  /** How many decisions it teaches. */
  readonly decisions: number;
}

/** Rows of one split as they go to disk: bytes, so that they cross threads without being copied as text. */
export interface SplitRows {
  readonly split: Split;
  readonly count: number;
  readonly rows: Uint8Array;
  /** Null where the provider's dialect is that of the split files. */
  readonly dialectRows: Uint8Array | null;
}

export interface WriteResult {
  readonly rows: readonly SplitRows[];
  readonly entries: readonly ExampleEntry[];
  readonly rejected: readonly Rejected[];
}

/** Second walk over the calls: writes the chosen decisions as rows. */
export function rowWriter(setup: WriteSetup): (request: WriteRequest) => WriteResult {
  const intern = toolsInterner();
  const toWritten = exampleWriter(setup);
  return ({ bytes, chosen }) => {
    const lines = linesAt(
      bytes,
      chosen.map(({ line }) => line),
    );
    const outcomes = chosen.flatMap(({ split, lessons }, index) => {
      const call = Call.parse(JSON.parse(lines[index] ?? ""));
      const tools = intern(toolsOf(call, setup.tools).tools);
      const source = { call, tools, systemPrompt: systemPromptOf(call, setup.systemPrompt) };
      const makeExample = exampleOf(source);
      return lessons.map((lesson) => toWritten({ call, split, lesson, example: makeExample(lesson) }));
    });
    return gathered(outcomes);
  };
}

interface Written {
  readonly row: RowLine;
  readonly dialectRow: RowLine | null;
  readonly entry: ExampleEntry;
}

interface Draft {
  readonly call: Call;
  readonly split: Split;
  readonly lesson: Lesson;
  readonly example: Example;
}

function exampleWriter(setup: WriteSetup): (draft: Draft) => Written | Rejected {
  const countTokens = tokenCounter(tokenizers[setup.tokenizer]);
  const forSplit = exporters[splitDialect];
  const forProvider: Exporter = exporters[setup.exporter];
  const toLine = rowLines();
  return ({ call, split, lesson, example }) => {
    const tokens = countTokens(example);
    const lost = { id: example.id, decisions: lesson.decisions };
    if (setup.maxTokens !== null && tokens > setup.maxTokens) return rejectedAs(lost, "too_long");
    const row = forSplit.toRow(example);
    const dialectRow = setup.exporter === splitDialect ? row : forProvider.toRow(example);
    const fault = forProvider.checkRow(dialectRow).find(({ severity }) => severity === "error");
    if (fault !== undefined) return { ...rejectedAs(lost, "dialect_rule"), rule: fault.rule };
    return {
      row: toLine(row),
      dialectRow: dialectRow === row ? null : toLine(dialectRow),
      entry: {
        id: example.id,
        split,
        call: call.id,
        caller: call.caller,
        tools: (replyOf(example).tool_calls ?? []).map((made) => made.function.name),
        verdict: lesson.corrected === null ? "good" : "corrected",
        tokens,
        decisions: lesson.decisions,
      },
    };
  };
}

function gathered(outcomes: readonly (Written | Rejected)[]): WriteResult {
  const written = outcomes.filter((outcome) => "row" in outcome);
  return {
    rows: splits.map((split) =>
      splitRows(
        split,
        written.filter(({ entry }) => entry.split === split),
      ),
    ),
    entries: written.map(({ entry }) => entry),
    rejected: outcomes.filter((outcome) => "reason" in outcome),
  };
}

function splitRows(split: Split, written: readonly Written[]): SplitRows {
  const dialect = written.map(({ dialectRow }) => dialectRow).filter((row) => row !== null);
  return {
    split,
    count: written.length,
    rows: bytesOf(written.map(({ row }) => row)),
    dialectRows: dialect.length === 0 ? null : bytesOf(dialect),
  };
}
