import { parseArgs } from "node:util";
import type { Call } from "../src/domain/call.ts";
import type { Label } from "../src/domain/label.ts";
import type { Tool } from "../src/domain/tool.ts";
import { canonicalJson, type Json, parseJson } from "../src/lib/json.ts";
import { labelCall } from "../src/pipeline/build/labels/label-call.ts";
import { ruleSetFrom } from "../src/pipeline/build/labels/rules.ts";
import { recordNames } from "../src/plugins/call-formats/tables/selection.ts";
import { tables } from "../src/plugins/call-formats/tables.ts";
import { createRedactor } from "../src/redaction/create-redactor.ts";
import { type SampleCall, sampleTenants, sampleTools, simulateCalls } from "../src/samples/index.ts";
import type { Figures } from "../test/support/figures.ts";

const target = 0.99;
/** Not the seed on whose calls the rules were written ("measure-labels"): that one flatters them. */
const defaultSeed = "held-out-5";
const shownDisagreements = 10;

interface Tally {
  calls: number;
  decisions: number;
  right: number;
  readonly confusion: Map<string, Map<string, number>>;
  readonly disagreements: string[];
  cpuMicroseconds: number;
}

/**
 * `npm run measure labels [--calls N] [--seed TEXT] [--redacted]`: labels of simulated calls against their truth; with
 * `--redacted`, of the calls as a pull would have written them.
 */
export async function run(args: readonly string[]): Promise<Figures> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      calls: { type: "string", default: "5000" },
      seed: { type: "string", default: defaultSeed },
      redacted: { type: "boolean", default: false },
    },
  });
  const tally = measureLabels(Number(values.calls), values);
  printConfusion(tally);
  const share = tally.right / tally.decisions;
  return {
    name: values.redacted ? "labels of redacted calls" : "labels",
    ok: share >= target,
    n: tally.decisions,
    calls: tally.calls,
    right: tally.right,
    share: round(share, 5),
    target,
    cpuMicrosecondsPerDecision: round(tally.cpuMicroseconds / tally.decisions, 1),
  };
}

function measureLabels(count: number, { seed, redacted }: { seed: string; redacted: boolean }): Tally {
  const tally: Tally = {
    calls: 0,
    decisions: 0,
    right: 0,
    confusion: new Map(),
    disagreements: [],
    cpuMicroseconds: 0,
  };
  const tools = sampleTools();
  const rules = ruleSetFrom({});
  const redact = redacted ? createRedactor({ salt: "the salt of measure labels" }).redactCall : null;
  for (const sample of simulateCalls({ seed, count })) {
    if (sample.truth.broken !== null) continue;
    const call = readSample(sample);
    const own = tools[call.tenant?.id ?? ""] ?? [];
    tally.calls += 1;
    const written = redact === null ? call : redact(call).call;
    compare({ sample, call, written }, own, { rules, tally });
  }
  return tally;
}

/** The call as `pull` would read it from the tables. */
function readSample(sample: SampleCall): Call {
  const options = tables.options.parse({});
  const names = recordNames(options);
  const { call: row } = sample.rows;
  // Some rows belong to no call: a join leaves them out.
  const toolCalls = sample.rows.toolCalls.filter(({ call_sid }) => call_sid === row.call_sid);
  const tenant = sampleTenants().find(({ id }) => id === row.tenant_id) ?? null;
  const record = { ...row, [names.tenant]: tenant, [names.toolCalls]: toolCalls };
  const parsed = tables.parse(record, { place: `calls:${row.id}`, callerId: (key) => key }, options);
  if (parsed.call === null) throw new Error(`a whole sample call was not read: ${row.id}`);
  return parsed.call;
}

interface Comparison {
  readonly rules: ReturnType<typeof ruleSetFrom>;
  readonly tally: Tally;
}

interface Sampled {
  readonly sample: SampleCall;
  /** As logged, and as a pull writes it. */
  readonly call: Call;
  readonly written: Call;
}

function compare(sampled: Sampled, tools: readonly Tool[], { rules, tally }: Comparison): void {
  const { sample, call, written } = sampled;
  const begin = process.cpuUsage();
  const labels = labelCall(written, tools, rules);
  tally.cpuMicroseconds += process.cpuUsage(begin).user;
  const { decisions } = sample.truth;
  if (labels.length !== decisions.length)
    throw new Error(`${call.id}: ${labels.length} decisions read, ${decisions.length} simulated`);
  for (const [place, { turn, label: truth }] of decisions.entries()) {
    const given = labels[place];
    if (given === undefined) continue;
    tally.decisions += 1;
    const [expected, got] = [nameOf(truth), nameOf(given)];
    const isSame = textOf(asWritten(truth, sampled)) === textOf(given);
    if (isSame) tally.right += 1;
    count(tally.confusion, expected, isSame || expected !== got ? got : `${got} (other arguments)`);
    if (!isSame && tally.disagreements.length < shownDisagreements)
      tally.disagreements.push(`${call.id}#${turn}: true ${expected}, given ${got}`);
  }
}

/** A true label with the arguments that its tool calls have in the written call. */
function asWritten(label: Label, { call, written }: Sampled): Label {
  if (label.verdict !== "corrected" || call === written) return label;
  const [before, after] = [madeIn(call), madeIn(written)];
  const toolCalls = label.toolCalls.map((made) => {
    const same = before.findIndex(
      ({ name, arguments: text }) => name === made.function.name && isSameJson(text, made.function.arguments),
    );
    const text = after[same]?.arguments ?? made.function.arguments;
    return { ...made, function: { ...made.function, arguments: text } };
  });
  return { ...label, toolCalls };
}

function madeIn({ turns }: Call) {
  return turns.flatMap((turn) => (turn.role === "agent" ? turn.toolCalls : []));
}

function isSameJson(one: string, other: string): boolean {
  return canonicalJson(parseJson(one) ?? one) === canonicalJson(parseJson(other) ?? other);
}

function nameOf(label: Label): string {
  return label.verdict === "rejected" ? label.reason : label.verdict;
}

/** Equal for labels that teach the same. */
function textOf(label: Label): string {
  if (label.verdict !== "corrected") return nameOf(label);
  const made = label.toolCalls.map(
    ({ function: { name, arguments: text } }): Json => [name, parseJson(text) ?? text],
  );
  return canonicalJson(["corrected", made]);
}

function count(confusion: Tally["confusion"], expected: string, got: string): void {
  const row = confusion.get(expected) ?? new Map<string, number>();
  confusion.set(expected, row.set(got, (row.get(got) ?? 0) + 1));
}

function printConfusion({ confusion, disagreements }: Tally): void {
  for (const [expected, row] of [...confusion].sort(([one], [other]) => one.localeCompare(other))) {
    const cells = [...row].sort(([, one], [, other]) => other - one).map(([got, n]) => `${got} ${n}`);
    process.stdout.write(`${expected.padEnd(22)} → ${cells.join(" · ")}\n`);
  }
  for (const disagreement of disagreements) process.stdout.write(`  ${disagreement}\n`);
}

function round(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}
