import { parseArgs } from "node:util";
import type { Call } from "../src/domain/call.ts";
import { type Json, parseJson } from "../src/lib/json.ts";
import { recordNames } from "../src/plugins/call-formats/tables/selection.ts";
import { tables } from "../src/plugins/call-formats/tables.ts";
import { createRedactor } from "../src/redaction/create-redactor.ts";
import {
  type Occurrence,
  type PersonalTruth,
  type SampleCall,
  sampleTenants,
  sampleTools,
  simulateCalls,
} from "../src/samples/index.ts";
import type { Figures } from "../test/support/figures.ts";
import { agreement } from "./redaction/agreement.ts";
import { measureHandmade } from "./redaction/handmade.ts";
import { measureRealCalls } from "./redaction/real-calls.ts";

const targets = { gone: 0.995, consistent: 0.999, touched: 0.005 };
const shownMisses = 25;

interface Counts {
  gone: number;
  places: number;
  consistent: number;
  copies: number;
  touched: number;
  business: number;
}

interface Tally {
  readonly kinds: Map<string, Counts>;
  readonly misses: string[];
}

/**
 * `npm run measure redaction [--calls N] [--seed TEXT] [--limit N] [--show]`: what becomes of every planted value of
 * simulated calls, place by place, of calls made up by hand, and of the values in the fields of at most N real calls a
 * file.
 */
export async function run(args: readonly string[]): Promise<Figures> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      calls: { type: "string", default: "5000" },
      seed: { type: "string", default: "measure-redaction" },
      show: { type: "boolean", default: false },
      limit: { type: "string", default: "4000" },
    },
  });
  const tally = measureCalls(Number(values.calls), values.seed);
  const kinds = Object.fromEntries([...tally.kinds].sort().map(([kind, counts]) => [kind, shares(counts)]));
  printTable(tally);
  if (values.show) for (const miss of tally.misses) process.stdout.write(`  ${miss}\n`);
  const total = shares(sum([...tally.kinds.values()]));
  const real = measureRealCalls(Number(values.limit));
  const { misses, ...handmade } = measureHandmade();
  if (values.show) for (const miss of misses) process.stdout.write(`  ${miss}\n`);
  return {
    name: "redaction",
    ok:
      total.gone >= targets.gone &&
      total.consistent >= targets.consistent &&
      total.touched <= targets.touched,
    n: total.places,
    ...total,
    target: `gone ≥ ${targets.gone}, consistent ≥ ${targets.consistent}, business touched ≤ ${targets.touched}`,
    kinds,
    handmade,
    real,
  };
}

function measureCalls(count: number, seed: string): Tally {
  const tally: Tally = { kinds: new Map(), misses: [] };
  const redactor = createRedactor({ salt: "the salt of measurements" });
  for (const sample of simulateCalls({ seed, count, hugeTranscripts: false })) {
    if (sample.truth.broken !== null) continue;
    const call = readSample(sample);
    const redacted = redactor.redactCall(call).call;
    for (const truth of sample.truth.personal) comparePersonal(tally, truth, { call, redacted });
    for (const { kind, occurrences } of sample.truth.business) {
      for (const occurrence of occurrences) compareBusiness(tally, kind, occurrence, { call, redacted });
    }
  }
  return tally;
}

/** The call as `pull` would read it from the tables. */
function readSample(sample: SampleCall): Call {
  const options = tables.options.parse({});
  const names = recordNames(options);
  const { call: row } = sample.rows;
  const toolCalls = sample.rows.toolCalls.filter(({ call_sid }) => call_sid === row.call_sid);
  const tenant = sampleTenants().find(({ id }) => id === row.tenant_id) ?? null;
  const record = { ...row, [names.tenant]: tenant, [names.toolCalls]: toolCalls };
  const parsed = tables.parse(record, { place: `calls:${row.id}`, callerId: (key) => key }, options);
  if (parsed.call === null) throw new Error(`a whole sample call was not read: ${row.id}`);
  return { ...parsed.call, tools: sampleTools()[parsed.call.tenant?.id ?? ""] ?? null };
}

interface Pair {
  readonly call: Call;
  readonly redacted: Call;
}

function comparePersonal(tally: Tally, { kind, value, occurrences }: PersonalTruth, pair: Pair): void {
  const counts = countsOf(tally, kind);
  for (const occurrence of occurrences) {
    const [before, after] = textsAt(pair, occurrence);
    if (before === null || after === null || !before.includes(occurrence.form)) continue;
    counts.places += 1;
    if (!after.includes(occurrence.form)) counts.gone += 1;
    else
      note(
        tally,
        `${pair.call.id} ${kind} ${occurrence.how} left: ${occurrence.form} in ${after.slice(0, 120)}`,
      );
  }
  const copied = occurrences.find(({ place }) => place.in === "arguments");
  if (copied === undefined) return;
  const [argument, surrogate] = textsAt(pair, copied);
  // A broken JSON text holds no value that could be compared.
  if (argument === null || surrogate === null || argument.startsWith("{")) return;
  for (const occurrence of occurrences.filter(({ place }) => place.in === "turn")) {
    const [before, after] = textsAt(pair, occurrence);
    if (before === null || after === null) continue;
    counts.copies += 1;
    const kept = agreement(kind, surrogate, after) >= agreement(kind, argument, before);
    if (kept) counts.consistent += 1;
    else note(tally, `${pair.call.id} ${kind} parted: ${value} → ${surrogate}; ${before} → ${after}`);
  }
}

function compareBusiness(tally: Tally, kind: string, occurrence: Occurrence, pair: Pair): void {
  const [before, after] = textsAt(pair, occurrence);
  if (before === null || after === null || !before.includes(occurrence.form)) return;
  const counts = countsOf(tally, kind);
  counts.business += 1;
  if (after.includes(occurrence.form)) return;
  counts.touched += 1;
  note(tally, `${pair.call.id} ${kind} touched: ${occurrence.form}; ${after}`);
}

function textsAt({ call, redacted }: Pair, occurrence: Occurrence): [string | null, string | null] {
  return [textAt(call, occurrence), textAt(redacted, occurrence)];
}

function textAt(call: Call, { place }: Occurrence): string | null {
  if (place.in === "from_number") return null;
  const turn = call.turns[place.turn];
  if (place.in === "turn") return turn?.text ?? null;
  const made = turn?.role === "agent" ? turn.toolCalls[place.toolCall] : undefined;
  const text = place.in === "arguments" ? made?.arguments : made?.result;
  if (text === undefined || text === null) return null;
  const json = parseJson(text);
  if (json === undefined) return text;
  const value = place.path.split("/").slice(1).reduce<Json | undefined>(step, json);
  return value === undefined ? null : String(value);
}

function step(value: Json | undefined, key: string): Json | undefined {
  if (Array.isArray(value)) return value[Number(key)];
  return typeof value === "object" && value !== null
    ? Object.entries(value).find(([name]) => name === key)?.[1]
    : undefined;
}

function countsOf({ kinds }: Tally, kind: string): Counts {
  const counts = kinds.get(kind) ?? { gone: 0, places: 0, consistent: 0, copies: 0, touched: 0, business: 0 };
  kinds.set(kind, counts);
  return counts;
}

function note({ misses }: Tally, miss: string): void {
  if (misses.length < shownMisses) misses.push(miss);
}

function sum(all: readonly Counts[]): Counts {
  const total: Counts = { gone: 0, places: 0, consistent: 0, copies: 0, touched: 0, business: 0 };
  for (const counts of all) {
    total.gone += counts.gone;
    total.places += counts.places;
    total.consistent += counts.consistent;
    total.copies += counts.copies;
    total.touched += counts.touched;
    total.business += counts.business;
  }
  return total;
}

function shares({ gone, places, consistent, copies, touched, business }: Counts) {
  return {
    places,
    gone: share(gone, places, 1),
    copies,
    consistent: share(consistent, copies, 1),
    business,
    touched: share(touched, business, 0),
  };
}

function share(part: number, whole: number, none: number): number {
  return whole === 0 ? none : Number((part / whole).toFixed(5));
}

function printTable({ kinds }: Tally): void {
  for (const [kind, counts] of [...kinds].sort()) {
    const { places, gone, copies, consistent, business, touched } = shares(counts);
    const personal = places > 0 ? `gone ${gone} of ${places}, consistent ${consistent} of ${copies}` : "";
    const other = business > 0 ? `touched ${touched} of ${business}` : "";
    process.stdout.write(`${kind.padEnd(16)} ${personal} ${other}\n`);
  }
}
