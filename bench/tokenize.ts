import { parseArgs } from "node:util";
import { messagesByTurn } from "../src/domain/call-messages.ts";
import type { Message } from "../src/domain/message.ts";
import { defaultSystemPrompt, systemPromptOf } from "../src/domain/system-prompt.ts";
import { recordNames } from "../src/plugins/call-formats/tables/selection.ts";
import { tables } from "../src/plugins/call-formats/tables.ts";
import { llama3, readLlama3Vocabulary } from "../src/plugins/tokenizers/llama3.ts";
import { createTextCounter } from "../src/plugins/tokenizers/text-counter.ts";
import type { Row } from "../src/plugins/tokenizers/tokenizer.ts";
import { type SampleCall, sampleTenants, sampleTools, simulateCalls } from "../src/samples/index.ts";
import type { Figures } from "../test/support/figures.ts";
import { referenceCounter, renderLlama31 } from "../test/support/tokenizer-references.ts";

const target = 8;

type Count = (text: string) => number;

/** Counts of every row, and how long it took. */
interface Pass {
  readonly counts: readonly number[];
  readonly seconds: number;
}

interface Round {
  /** Nothing remembered before. */
  readonly cold: Pass;
  readonly warm: Pass;
  readonly loadSeconds: number;
}

/**
 * `npm run bench tokenize [--calls N] [--rounds N]`: Llama 3 tokens of training rows, chat template and tools included,
 * beside `@huggingface/tokenizers` on the same texts. Each round gives both a fresh tokenizer; what is judged is the
 * pass in which neither has seen a word before.
 */
export async function run(args: readonly string[]): Promise<Figures> {
  const { values } = parseArgs({
    args: [...args],
    options: { calls: { type: "string", default: "200" }, rounds: { type: "string", default: "3" } },
  });
  const rows = [...rowsOf(Number(values.calls))];
  const texts = rows.map(renderLlama31);
  const ours: Round[] = [];
  const peer: Round[] = [];
  for (let round = 0; round < Number(values.rounds); round++) {
    ours.push(runRound(() => createTextCounter(readLlama3Vocabulary()), texts));
    peer.push(runRound(() => referenceCounter("llama3"), texts));
  }
  const truth = peer[0]?.cold.counts ?? [];
  const tokens = truth.reduce((sum, count) => sum + count, 0);
  const differing = truth.filter((count, row) =>
    [...ours, ...peer].some(({ cold, warm }) => cold.counts[row] !== count || warm.counts[row] !== count),
  ).length;
  const differingInParts = rows.filter((row, index) => countInParts(row) !== truth[index]).length;
  const speed = (rounds: readonly Round[], pass: "cold" | "warm") =>
    tokens / median(rounds.map((round) => round[pass].seconds));
  const ratio = speed(ours, "cold") / speed(peer, "cold");
  return {
    name: "tokenize",
    ok: rows.length > 0 && differing === 0 && differingInParts === 0 && ratio >= target,
    n: rows.length,
    tokens,
    rounds: ours.length,
    peer: "@huggingface/tokenizers on the same rendered rows",
    rowsCountedDifferently: differing,
    rowsDifferentInParts: differingInParts,
    tokensPerSecond: Math.round(speed(ours, "cold")),
    peerTokensPerSecond: Math.round(speed(peer, "cold")),
    ratio: round(ratio),
    target: `identical and ≥ ${target}×, first pass with nothing remembered`,
    warm: {
      tokensPerSecond: Math.round(speed(ours, "warm")),
      peerTokensPerSecond: Math.round(speed(peer, "warm")),
      ratio: round(speed(ours, "warm") / speed(peer, "warm")),
    },
    firstRound: {
      tokensPerSecond: Math.round(tokens / (ours[0]?.cold.seconds ?? Number.NaN)),
      peerTokensPerSecond: Math.round(tokens / (peer[0]?.cold.seconds ?? Number.NaN)),
    },
    loadMs: Math.round(1000 * median(ours.map(({ loadSeconds }) => loadSeconds))),
    peerLoadMs: Math.round(1000 * median(peer.map(({ loadSeconds }) => loadSeconds))),
  };
}

function runRound(load: () => Count, texts: readonly string[]): Round {
  const start = performance.now();
  const count = load();
  const loadSeconds = (performance.now() - start) / 1000;
  return { loadSeconds, cold: countAll(count, texts), warm: countAll(count, texts) };
}

function countAll(count: Count, texts: readonly string[]): Pass {
  const start = performance.now();
  const counts = texts.map((text) => count(text));
  return { counts, seconds: (performance.now() - start) / 1000 };
}

/** As `build` and `check` count a row. */
function countInParts(row: Row): number {
  const shape = { hasTools: row.tools.length > 0, hasSystem: row.messages[0]?.role === "system" };
  const tools = shape.hasTools ? llama3.countTools(row.tools) : 0;
  const messages = row.messages.reduce((sum, message) => sum + llama3.countMessage(message), 0);
  return llama3.countFrame(shape) + tools + messages + llama3.countJoins(row);
}

/** A row for every turn of the agent behind a turn of the caller's, in simulated calls. */
function* rowsOf(calls: number): Generator<Row> {
  const toolsByTenant = sampleTools();
  for (const sample of simulateCalls({ seed: "bench-tokenize", count: calls, hugeTranscripts: false })) {
    const { call } = tables.parse(recordOf(sample), place, options);
    if (call === null) continue;
    const system: Message = { role: "system", content: systemPromptOf(call, defaultSystemPrompt) };
    const tools = toolsByTenant[call.tenant?.id ?? ""] ?? [];
    const messages = messagesByTurn(call.turns).map((ofTurn) => ofTurn.flatMap(oneToolCallEach));
    for (const [turn, ofTurn] of messages.entries()) {
      const before = messages.slice(0, turn).flat();
      if (ofTurn[0]?.role === "assistant" && before.some(({ role }) => role === "user"))
        yield { tools, messages: [system, ...before, ofTurn[0]] };
    }
  }
}

/** Llama's template refuses messages with several tool calls. */
function oneToolCallEach(message: Message): Message[] {
  if (message.role !== "assistant" || message.tool_calls === undefined) return [message];
  return message.tool_calls.map((toolCall) => ({ ...message, tool_calls: [toolCall] }));
}

const tenants = sampleTenants();
const place = { place: "calls:bench", callerId: (key: string) => key };
const options = tables.options.parse({});
const names = recordNames(options);

function recordOf({ rows: { call, toolCalls } }: SampleCall): unknown {
  const tenant = tenants.find(({ id }) => id === call.tenant_id) ?? null;
  return { ...call, [names.tenant]: tenant, [names.toolCalls]: toolCalls };
}

function median(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
