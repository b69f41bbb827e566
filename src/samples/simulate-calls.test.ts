import fc from "fast-check";
import { expect, test } from "vitest";
import type { SampleCall } from "./sample-call.ts";
import { type Feature, shares } from "./shares.ts";
import { simulateCalls } from "./simulate-calls.ts";
import { sampleTenants } from "./tenants.ts";

const calls = [...simulateCalls({ seed: "calls", count: 2000 })];

test("the same seed gives the same calls", () => {
  const again = simulateCalls({ seed: "calls", count: 300, hugeTranscripts: false });
  expect([...again]).toEqual(few("calls"));
});

test("another seed gives other calls", () => {
  const ids = new Set(few("calls").map(({ rows }) => rows.call.id));
  const others = few("others");
  expect(others.some(({ rows }) => ids.has(rows.call.id))).toBe(false);
  expect(wordsOf(others[0])).not.toBe(wordsOf(few("calls")[0]));
});

test("a call is the same whatever range it is made in", () => {
  fc.assert(
    fc.property(fc.string(), fc.nat(2_000_000), fc.integer({ min: 1, max: 4 }), (seed, from, count) => {
      const range = [...simulateCalls({ seed, from, count, hugeTranscripts: false })];
      const alone = range.map((_, offset) => [
        ...simulateCalls({ seed, from: from + offset, count: 1, hugeTranscripts: false }),
      ]);
      expect(alone.flat()).toEqual(range);
    }),
    { numRuns: 30 },
  );
});

test.each(everyFeature())("%s occurs in 2,000 calls", (feature) => {
  expect(calls.filter(({ truth }) => truth.features.includes(feature)).length).toBeGreaterThan(0);
});

test("mishaps happen about as often as the table says", () => {
  const doing = calls.filter(({ truth }) => truth.features.includes("does_something"));
  const mishaps = Object.keys(shares.mishap).filter((mishap) => mishap !== "none");
  const troubled = doing.filter(({ truth }) => truth.features.some((feature) => mishaps.includes(feature)));
  const expected = 1 - shares.mishap.none;
  expect(troubled.length / doing.length).toBeGreaterThan(expected * 0.7);
  expect(troubled.length / doing.length).toBeLessThan(expected * 1.1);
});

test.each([
  ["null_transcript", shares.rows.null_transcript],
  ["orphan_tool_row", shares.rows.orphan_tool_row],
  ["other_status", shares.rows.other_status],
  ["repeated_caller", shares.rows.repeated_caller],
] as const)("%s has the share of the table", (feature, share) => {
  const count = calls.filter(({ truth }) => truth.features.includes(feature)).length;
  const spread = 4 * Math.sqrt((share * (1 - share)) / calls.length);
  expect(Math.abs(count / calls.length - share)).toBeLessThan(spread);
});

test("tenants have the shares of the table, or those asked for", () => {
  const shareOf = (made: readonly SampleCall[], id: string) =>
    made.filter(({ rows }) => rows.call.tenant_id === id).length / made.length;
  const [pizza, dental] = sampleTenants();
  expect(shareOf(calls, String(pizza?.id))).toBeCloseTo(shares.tenant.pizza, 1);
  const only = [...simulateCalls({ seed: "x", count: 20, tenantShare: { pizza: 0, dental: 1, home: 0 } })];
  expect(shareOf(only, String(dental?.id))).toBe(1);
});

test("one call in 2,000 has a transcript of two megabytes, unless it isn't wanted", () => {
  const sizes = calls.map((call) => wordsOf(call).length).filter((size) => size > 100_000);
  expect(sizes.length).toBe(1);
  expect(sizes[0]).toBeGreaterThan(2_000_000);
  const without = calls.findIndex((call) => wordsOf(call).length > 100_000);
  const [same] = simulateCalls({ seed: "calls", from: without, count: 1, hugeTranscripts: false });
  expect(wordsOf(same).length).toBeLessThan(10_000);
});

test("no two rows share an id", () => {
  const ids = calls.flatMap(({ rows }) => [
    rows.call.id,
    rows.call.call_sid,
    ...rows.toolCalls.map(({ id }) => id),
  ]);
  expect(new Set(ids).size).toBe(ids.length);
});

test("callers take turns with the agent, and time goes on", () => {
  for (const { rows } of calls) {
    const transcript = rows.call.transcript ?? [];
    const instants = transcript.map(({ timestamp }) => timestamp);
    expect(instants).toEqual([...new Set(instants)].sort());
    const twice = transcript.some(
      (entry, at) => entry.role === "user" && transcript[at + 1]?.role === "user",
    );
    expect(twice).toBe(false);
    if (rows.call.ended_at !== null) expect((instants.at(-1) ?? "") < rows.call.ended_at).toBe(true);
    expect(rows.call.started_at < (instants[0] ?? "9")).toBe(true);
  }
});

test("hardly any two callers say the same", () => {
  const long = calls.filter(({ rows }) => (rows.call.transcript?.length ?? 0) >= 6).map(wordsOf);
  expect(new Set(long).size / long.length).toBeGreaterThan(0.99);
});

test("callers call several times, each time by the same name", () => {
  const names = new Map<string, Set<string>>();
  for (const { rows, truth } of calls) {
    const known = names.get(rows.call.from_number) ?? new Set();
    for (const { kind, value } of truth.personal) if (kind === "person") known.add(value);
    names.set(rows.call.from_number, known);
  }
  expect(names.size).toBeLessThan(calls.length * 0.85);
  expect([...names.values()].every((known) => known.size <= 1)).toBe(true);
});

test("the mean call has six to fourteen turns", () => {
  const sizes = calls.flatMap(({ rows }) => (rows.call.transcript ? [rows.call.transcript.length] : []));
  const mean = sizes.reduce((sum, size) => sum + size, 0) / sizes.length;
  expect(mean).toBeGreaterThan(6);
  expect(mean).toBeLessThan(14);
});

function few(seed: string): SampleCall[] {
  return [...simulateCalls({ seed, count: 300, hugeTranscripts: false })];
}

function wordsOf(call: SampleCall | undefined): string {
  const callers = (call?.rows.call.transcript ?? []).filter(({ role }) => role === "user");
  return callers.map(({ content }) => content).join("\n");
}

function everyFeature(): Feature[] {
  const { none: _, ...mishaps } = shares.mishap;
  const others: Feature[] = [
    "spoken_digits",
    "fillers",
    "lower_case",
    "recogniser_slips",
    "null_transcript",
    "no_turns",
    "orphan_tool_row",
    "other_status",
    "repeated_caller",
    "huge_transcript",
    "does_something",
  ];
  return [...(Object.keys({ ...mishaps, ...shares.course }) as Feature[]), ...others]; // keys of these tables are features
}
