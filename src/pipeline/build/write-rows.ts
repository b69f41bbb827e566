import type { BuildOptions } from "../../domain/build-options.ts";
import { Call } from "../../domain/call.ts";
import type { Example } from "../../domain/example.ts";
import { replyOf } from "../../domain/example.ts";
import type { Label } from "../../domain/label.ts";
import type { Split } from "../../domain/split.ts";
import { systemPromptOf } from "../../domain/system-prompt.ts";
import { type ToolBook, toolsOf } from "../../domain/tool-book.ts";
import { toJsonLine } from "../../lib/json-lines.ts";
import type { Exporter } from "../../plugins/exporters/exporter.ts";
import { type ExporterName, exporters } from "../../plugins/exporters/index.ts";
import { type TokenizerName, tokenizers } from "../../plugins/tokenizers/index.ts";
import { tokenCounter } from "./count-tokens.ts";
import { type Rejected, rejectedAs } from "./decision.ts";
import { labelCall } from "./labels/label-call.ts";
import { ruleSetFrom } from "./labels/rules.ts";
import { linesOf, toolsInterner } from "./lines-and-tools.ts";
import { callExample, decisionExamples, type ExampleSource } from "./make-examples.ts";

/** The dialect that the three split files are written in, whatever the provider's. */
export const splitDialect: ExporterName = "openai";

export interface WriteSetup {
  readonly options: BuildOptions;
  readonly tools: ToolBook;
  readonly systemPrompt: string;
  readonly exporter: ExporterName;
  readonly tokenizer: TokenizerName;
  readonly maxTokens: number | null;
}

/** A stretch of whole lines of `calls.jsonl`, and which decisions of it were chosen. */
export interface WriteRequest {
  readonly bytes: Uint8Array;
  readonly chosen: readonly ChosenCall[];
}

export interface ChosenCall {
  /** Counted from 0 in the chunk. */
  readonly line: number;
  readonly split: Split;
  /** Turns of the agent to write, in order; empty where the whole call is one example. */
  readonly turns: readonly number[];
}

/** One example as it goes to disk. */
export interface WrittenExample {
  readonly split: Split;
  readonly row: string;
  /** Null where the provider's dialect is that of the split files. */
  readonly dialectRow: string | null;
  /** Line of `examples.jsonl`. */
  readonly entry: ExampleEntry;
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

export interface WriteResult {
  readonly examples: readonly WrittenExample[];
  readonly rejected: readonly Rejected[];
}

/** Second walk over the calls: writes the chosen decisions as rows. */
export function rowWriter(setup: WriteSetup): (request: WriteRequest) => WriteResult {
  const rules = ruleSetFrom(setup.options.rules);
  const intern = toolsInterner();
  const toWritten = exampleWriter(setup);
  return ({ bytes, chosen }) => {
    const lines = linesOf(bytes);
    const written: (WrittenExample | Rejected)[] = chosen.flatMap(({ line, split, turns }) => {
      const call = Call.parse(JSON.parse(lines[line] ?? ""));
      const tools = intern(toolsOf(call, setup.tools).tools);
      const source = {
        call,
        tools,
        labels: labelCall(call, tools, rules),
        systemPrompt: systemPromptOf(call, setup.systemPrompt),
      };
      return examplesOf(source, turns, setup).map((example) => toWritten(example, source, split));
    });
    return {
      examples: written.filter((outcome) => "row" in outcome),
      rejected: written.filter((outcome) => "reason" in outcome),
    };
  };
}

function examplesOf(source: ExampleSource, turns: readonly number[], { options }: WriteSetup): Example[] {
  return options.rows === "call" ? [callExample(source, options.rows)] : decisionExamples(source, turns);
}

function exampleWriter(setup: WriteSetup) {
  const countTokens = tokenCounter(tokenizers[setup.tokenizer]);
  const split = exporters[splitDialect];
  const dialect: Exporter = exporters[setup.exporter];
  return (example: Example, source: ExampleSource, splitName: Split): WrittenExample | Rejected => {
    const tokens = countTokens(example);
    const candidate = { id: example.id, decisions: decisionsTaught(example) };
    if (setup.maxTokens !== null && tokens > setup.maxTokens) return rejectedAs(candidate, "too_long");
    const row = split.toRow(example);
    const dialectRow = setup.exporter === splitDialect ? row : dialect.toRow(example);
    const fault = dialect.checkRow(dialectRow).find(({ severity }) => severity === "error");
    if (fault !== undefined) return { ...rejectedAs(candidate, "dialect_rule"), rule: fault.rule };
    return {
      split: splitName,
      row: toJsonLine(row),
      dialectRow: dialectRow === row ? null : toJsonLine(dialectRow),
      entry: entryOf(example, source, { split: splitName, tokens, decisions: candidate.decisions }),
    };
  };
}

/** One, unless weights say which. */
function decisionsTaught({ messages }: Example): number {
  const weights = messages.flatMap((message) => ("weight" in message ? [message.weight] : []));
  return weights.length === 0 ? 1 : weights.filter((weight) => weight === 1).length;
}

function entryOf(
  example: Example,
  { call, labels }: ExampleSource,
  facts: Pick<ExampleEntry, "split" | "tokens" | "decisions">,
): ExampleEntry {
  const tools = (replyOf(example).tool_calls ?? []).map((made) => made.function.name);
  return {
    id: example.id,
    call: call.id,
    caller: call.caller,
    tools,
    verdict: verdictOf(example.id, call, labels),
    ...facts,
  };
}

function verdictOf(id: string, call: Call, labels: readonly Label[]): "good" | "corrected" {
  const turn = Number(id.slice(call.id.length + 1));
  const agentTurns = call.turns.flatMap(({ role }, index) => (role === "agent" ? [index] : []));
  return labels[agentTurns.indexOf(turn)]?.verdict === "corrected" ? "corrected" : "good";
}
