import type { BuildOptions } from "../../domain/build-options.ts";
import { Call } from "../../domain/call.ts";
import { type Example, replyOf } from "../../domain/example.ts";
import { type Split, splits } from "../../domain/split.ts";
import { systemPromptOf } from "../../domain/system-prompt.ts";
import { type ToolBook, toolsOf } from "../../domain/tool-book.ts";
import type { JsonObject } from "../../lib/json.ts";
import { toJsonLine } from "../../lib/json-lines.ts";
import type { Exporter } from "../../plugins/exporters/exporter.ts";
import { type ExporterName, exporters } from "../../plugins/exporters/index.ts";
import { type TokenizerName, tokenizers } from "../../plugins/tokenizers/index.ts";
import { tokenCounter } from "./count-tokens.ts";
import { type Lesson, type Rejected, rejectedAs } from "./decision.ts";
import { linesOf, toolsInterner } from "./lines-and-tools.ts";
import { exampleOf } from "./make-examples.ts";

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
    const lines = linesOf(bytes);
    const outcomes = chosen.flatMap(({ line, split, lessons }) => {
      const call = Call.parse(JSON.parse(lines[line] ?? ""));
      const tools = intern(toolsOf(call, setup.tools).tools);
      const source = { call, tools, systemPrompt: systemPromptOf(call, setup.systemPrompt) };
      const makeExample = exampleOf(source);
      return lessons.map((lesson) => toWritten({ call, split, lesson, example: makeExample(lesson) }));
    });
    return gathered(outcomes);
  };
}

interface Written {
  readonly row: string;
  readonly dialectRow: string | null;
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
  const toLine = rowLine();
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

/** The row's line. Tools are half of it and the same in thousands of rows, so their text is made once. */
function rowLine(): (row: JsonObject) => string {
  const toolsText = new WeakMap<object, string>();
  return (row) => {
    const { tools, ...others } = row;
    if (!Array.isArray(tools) || Object.keys(row).at(-1) !== "tools") return toJsonLine(row);
    const text = toolsText.get(tools) ?? toJsonLine(tools);
    toolsText.set(tools, text);
    return `${toJsonLine(others).slice(0, -1)},"tools":${text}}`;
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
    rows: toLines(written.map(({ row }) => row)),
    dialectRows: dialect.length === 0 ? null : toLines(dialect),
  };
}

function toLines(rows: readonly string[]): Uint8Array {
  return Buffer.from(rows.map((row) => `${row}\n`).join(""));
}
