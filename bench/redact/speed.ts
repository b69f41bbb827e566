import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { Redactor } from "@redactpii/node";
import type { Call } from "../../src/domain/call.ts";
import { CallFilter } from "../../src/domain/call-filter.ts";
import { RedactionSettings } from "../../src/domain/redaction-settings.ts";
import { build } from "../../src/pipeline/build/build.ts";
import { recordParser } from "../../src/pipeline/pull/parse-records.ts";
import { recordNames } from "../../src/plugins/call-formats/tables/selection.ts";
import { tables } from "../../src/plugins/call-formats/tables.ts";
import { createRedactor } from "../../src/redaction/create-redactor.ts";
import { scriptOf } from "../../src/redaction/parts.ts";
import { callRedactor } from "../../src/redaction/redact-calls.ts";
import { sampleTenants, sampleTools, simulateCalls } from "../../src/samples/index.ts";
import { openWorkspace } from "../../src/workspace/workspace.ts";
import type { Figures } from "../../test/support/figures.ts";
import { hostileTexts } from "../../test/support/hostile-texts.ts";
import { oneTurnCall } from "../../test/support/one-turn-call.ts";
import { sampleBuildOrder } from "../../test/support/sample-build-order.ts";

const mostShare = 0.35;
/** Of what calls say, per byte; a step that isn't linear takes hundreds. */
const mostHostile = 4;
const salt = "the salt of benchmarks";

/**
 * Megabytes of call text a second on one core, beside the fastest published package; the share of pull and build that
 * redaction and its second look take, all by processor time, once warm; hostile texts against what calls say.
 */
async function measure(): Promise<Figures> {
  const { values } = parseArgs({ options: { calls: { type: "string", default: "10000" } } });
  const records = [...recordsOf(Number(values.calls))];
  const calls = records.flatMap((record) => {
    const { call } = tables.parse(record, place, options);
    return call === null ? [] : [{ ...call, tools: toolsByTenant[call.tenant?.id ?? ""] ?? null }];
  });
  const texts = calls.flatMap((call) => scriptOf(call).parts.map(({ text }) => text));
  const megabytes = texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0) / 1e6;
  const { both: ours, redactor } = await secondsToRedact(calls);
  const peers = secondsOfPeers(texts);
  const others = await leastOf(() => secondsToPullAndBuild(records));
  const share = ours / (ours + others);
  const hostile = hostileFactors(calls);
  const worst = Math.max(...Object.values(hostile));
  return {
    name: "redact",
    ok: share <= mostShare && worst <= mostHostile,
    n: calls.length,
    megabytes: round(megabytes),
    megabytesPerSecond: round(megabytes / ours),
    microsecondsPerCall: Math.round((1e6 * ours) / calls.length),
    ofWhichSecondLook: round((ours - redactor) / ours),
    peer: "@redactpii/node 1.0.17: a regular expression a kind, each text by itself",
    peerMegabytesPerSecond: round(megabytes / peers.redactpii),
    otherPeer: "redact-pii 3.4.0",
    otherPeerMegabytesPerSecond: round(megabytes / peers.redactPii),
    otherStepsMicrosecondsPerCall: Math.round((1e6 * others) / calls.length),
    shareOfAll: round(share),
    hostilePerByteAgainstCalls: hostile,
    target: `share of parse + build + redact ≤ ${mostShare}, hostile ≤ ${mostHostile}× what calls say, per byte`,
  };
}

/** All that `pull` does: redaction, and the second look at what came of it. */
async function secondsToRedact(calls: readonly Call[]): Promise<{ both: number; redactor: number }> {
  const time = (create: () => (call: Call) => unknown) =>
    leastOf(() => {
      const redact = create();
      return processorSeconds(() => {
        for (const call of calls) redact(call);
      });
    });
  const redactor = await time(() => createRedactor({ salt }).redactCall);
  return { redactor, both: await time(() => callRedactor(RedactionSettings.parse({}), salt)) };
}

/** The first thousands of calls of a process go through code that isn't compiled yet, and pay for its compiling. */
async function leastOf(measureOnce: () => number | Promise<number>): Promise<number> {
  let least = Number.POSITIVE_INFINITY;
  for (let round = 0; round < rounds; round += 1) least = Math.min(least, await measureOnce());
  return least;
}

const rounds = 4;

interface RedactPii {
  readonly SyncRedactor: new () => { redact(text: string): string };
}

/** The peers know no calls: they get the texts one by one. */
function secondsOfPeers(texts: readonly string[]): { redactpii: number; redactPii: number } {
  const redactpii = new Redactor();
  const { SyncRedactor }: RedactPii = createRequire(import.meta.url)("redact-pii");
  const redactPii = new SyncRedactor();
  const time = (redact: (text: string) => unknown) => {
    for (const text of texts.slice(0, 500)) redact(text);
    return processorSeconds(() => {
      for (const text of texts) redact(text);
    });
  };
  return {
    redactpii: time((text) => redactpii.redact(text)),
    redactPii: time((text) => redactPii.redact(text)),
  };
}

/** What `pull` does with records once they are read, and all that `build` does. */
async function secondsToPullAndBuild(records: readonly unknown[]): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), "calltune-bench-"));
  try {
    const workspace = await openWorkspace(folder);
    const parse = recordParser(tables, options, {
      filter: CallFilter.parse({}),
      salt,
      redaction: null,
    });
    const start = process.cpuUsage();
    const lines = parse(
      records.map((record, index) => ({ place: `calls:${index}`, position: null, record })),
    );
    writeFileSync(workspace.calls, `${lines.flatMap(({ line }) => line ?? []).join("\n")}\n`);
    await build(sampleBuildOrder(workspace, { split: {} }));
    return secondsSince(start);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Processor time per byte of each hostile text, as a multiple of that of what calls say. */
function hostileFactors(calls: readonly Call[]): Readonly<Record<string, number>> {
  // The better of two: the first goes through code that isn't compiled for such a text yet.
  const perByte = (text: string) => Math.min(secondsFor(text), secondsFor(text)) / text.length;
  const talk = filled(talkOf(calls.slice(0, 10)));
  perByte(talk);
  const base = perByte(talk);
  const texts = { ...hostileTexts, "what hundreds of callers say": talkOf(calls) };
  const factors = Object.entries(texts).map(([name, text]) => [name, round(perByte(filled(text)) / base)]);
  return Object.fromEntries(factors);
}

const hostileSize = 300_000;

function filled(piece: string): string {
  return piece.repeat(Math.ceil(hostileSize / piece.length)).slice(0, hostileSize);
}

/** What callers of one call after the other say. */
function talkOf(calls: readonly Call[]): string {
  let talk = "";
  for (const { turns } of calls) {
    for (const { role, text } of turns) if (role === "caller") talk += `${text} `;
    if (talk.length >= hostileSize) break;
  }
  return talk;
}

function secondsFor(says: string): number {
  const fields = { phone: "4155558888", customer_name: "John Smith", address: "12 Oak Street", pin: "5380" };
  const call = oneTurnCall({ says, asked: "Your phone number?", fields });
  return processorSeconds(() => createRedactor({ salt }).redactCall(call));
}

function processorSeconds(work: () => unknown): number {
  const start = process.cpuUsage();
  work();
  return secondsSince(start);
}

function secondsSince(start: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1e6;
}

const place = { place: "calls:bench", callerId: (key: string) => key };
const options = tables.options.parse({});
const names = recordNames(options);
const tenants = sampleTenants();
const toolsByTenant = sampleTools();

function* recordsOf(count: number): Generator<unknown> {
  for (const { rows } of simulateCalls({ seed: "bench-redact", count, hugeTranscripts: false })) {
    const toolCalls = rows.toolCalls.filter(({ call_sid }) => call_sid === rows.call.call_sid);
    const tenant = tenants.find(({ id }) => id === rows.call.tenant_id) ?? null;
    yield { ...rows.call, [names.tenant]: tenant, [names.toolCalls]: toolCalls };
  }
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}

process.stdout.write(JSON.stringify(await measure()));
