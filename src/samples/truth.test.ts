import { Ajv } from "ajv";
import addFormatsModule from "ajv-formats";
import { expect, test } from "vitest";
import type { Label } from "../domain/label.ts";
import type { Tool } from "../domain/tool.ts";
import { isJsonObject, type Json } from "../lib/json.ts";
import { type Occurrence, personalKinds, type SampleCall, type ToolCallRow } from "./sample-call.ts";
import { simulateCalls } from "./simulate-calls.ts";
import { sampleTools } from "./tenants.ts";

const rebuilt = new WeakMap<SampleCall, RebuiltTurn[]>();
const calls = [...simulateCalls({ seed: "truth", count: 2500, hugeTranscripts: false })];
const whole = calls.filter(({ truth }) => truth.broken === null);
const decisions = whole.flatMap((call) =>
  call.truth.decisions.map(({ turn, label }) => ({ call, label, turn: turnsOf(call)[turn] })),
);

test("every agent turn has its label, in order", () => {
  for (const call of whole) {
    const agentTurns = turnsOf(call).flatMap((turn, index) => (turn.role === "agent" ? [index] : []));
    expect(call.truth.decisions.map(({ turn }) => turn)).toEqual(agentTurns);
  }
});

test("a broken call has no decisions, and says why", () => {
  const broken = calls.filter(({ truth }) => truth.broken !== null);
  expect(broken.length).toBeGreaterThan(10);
  for (const { rows, truth } of broken) {
    expect(truth.decisions).toEqual([]);
    expect(rows.toolCalls).toEqual([]);
    expect(truth.broken).toBe(rows.call.transcript === null ? "no_transcript" : "empty_transcript");
  }
});

test("what is said to stand somewhere stands there", () => {
  for (const call of whole) {
    for (const { occurrences } of [...call.truth.personal, ...call.truth.business]) {
      for (const occurrence of occurrences) expect(textAt(call, occurrence)).toContain(occurrence.form);
    }
  }
});

test("no personal value stands anywhere else", () => {
  for (const call of whole) {
    const said = turnsOf(call).map(({ text, uses }) => [
      text,
      uses.map((use) => [use.arguments, use.result]),
    ]);
    const text = JSON.stringify([said, call.rows.call.from_number]);
    for (const { value, occurrences } of call.truth.personal) {
      const written = JSON.stringify(value).slice(1, -1);
      const known = occurrences.filter(({ form }) => form.includes(value)).length;
      expect(text.split(written).length - 1, `${call.truth.callId} ${value}`).toBe(known);
    }
  }
});

test("no mark is left in the rows", () => {
  expect(JSON.stringify(calls.map(({ rows, truth }) => [rows, truth]))).not.toMatch(/[\uE000-\uF8FF]/);
});

test.each(personalKinds)("a %s is said, used or returned in some calls", (kind) => {
  const found = whole.flatMap(({ truth }) => truth.personal.filter((value) => value.kind === kind));
  expect(
    found.flatMap(({ occurrences }) => occurrences).some(({ place }) => place.in !== "from_number"),
  ).toBe(true);
});

test.each(["written", "spoken", "spelled", "part"] as const)("personal values come %s", (how) => {
  const ways = whole.flatMap(({ truth }) => truth.personal.flatMap(({ occurrences }) => occurrences));
  expect(ways.filter((occurrence) => occurrence.how === how).length).toBeGreaterThan(50);
});

test("good tool calls fit their schemas and worked", () => {
  const good = decisions
    .filter(({ label }) => label.verdict === "good")
    .flatMap(({ call, turn }) => (turn?.uses ?? []).map((use) => ({ call, use })));
  expect(good.length).toBeGreaterThan(1000);
  for (const { call, use } of good) {
    expect(faults(call, use.function_name, use.arguments)).toBeNull();
    expect(use.success).toBe(true);
    expect(use.result).not.toBeNull();
  }
});

test("corrected tool calls fit their schemas and are made later in the same call", () => {
  const corrected = decisions.filter(({ label }) => label.verdict === "corrected");
  expect(corrected.length).toBeGreaterThan(100);
  for (const { call, label, turn } of corrected) {
    for (const { name, args } of correctionsOf(label)) {
      expect(faults(call, name, args)).toBeNull();
      const made = call.rows.toolCalls.filter(
        (row) => row.function_name === name && JSON.stringify(row.arguments) === JSON.stringify(args),
      );
      expect(
        made.some((row) => row.success === true && row.created_at >= (turn?.uses[0]?.created_at ?? "9")),
      ).toBe(true);
    }
  }
});

test.each([
  ["before_caller", (turn: RebuiltTurn, at: number) => at === 0 && turn.uses.length === 0],
  ["empty_reply", (turn: RebuiltTurn) => turn.text === "" && turn.uses.length === 0],
  ["interrupted", (turn: RebuiltTurn) => turn.text.endsWith("—")],
  [
    "arguments_not_json",
    (turn: RebuiltTurn) =>
      turn.uses.every((use) => typeof use.arguments === "string" && !isJson(use.arguments)),
  ],
  [
    "unfinished",
    (turn: RebuiltTurn) => turn.uses.every((use) => use.result === null && use.success === null),
  ],
  ["failed", (turn: RebuiltTurn) => turn.uses.every((use) => use.result !== null)],
] as const)("a turn rejected as %s is one", (reason, holds) => {
  const rejected = decisions.filter(({ label }) => label.verdict === "rejected" && label.reason === reason);
  expect(rejected.length).toBeGreaterThan(3);
  for (const { call, turn } of rejected) {
    expect(turn !== undefined && holds(turn, turnsOf(call).indexOf(turn))).toBe(true);
  }
});

test.each(["unknown_tool", "schema_invalid"] as const)(
  "a turn rejected as %s doesn't fit the tools",
  (reason) => {
    const rejected = decisions.filter(({ label }) => label.verdict === "rejected" && label.reason === reason);
    expect(rejected.length).toBeGreaterThan(3);
    for (const { call, turn } of rejected) {
      expect(turn?.uses.map((use) => faults(call, use.function_name, use.arguments))).not.toContain(null);
    }
  },
);

test("an ungrounded phone number was never heard or returned before", () => {
  const invented = decisions.filter(
    ({ label }) => label.verdict === "rejected" && label.reason === "ungrounded",
  );
  expect(invented.length).toBeGreaterThan(3);
  for (const { call, turn } of invented) {
    const phone = turn?.uses
      .map(({ arguments: args }) => (isJsonObject(args) ? String(args["phone"]) : ""))
      .join("");
    const value = call.truth.personal.find((personal) => personal.value === phone);
    expect(value?.occurrences.every(({ place }) => place.in === "arguments" || place.in === "result")).toBe(
      true,
    );
  }
});

interface RebuiltTurn {
  readonly role: "caller" | "agent";
  readonly text: string;
  readonly uses: ToolCallRow[];
}

/** Rows put together again by their instants alone, as a reader of the tables has to. */
function turnsOf(call: SampleCall): RebuiltTurn[] {
  const known = rebuilt.get(call);
  if (known) return known;
  const { transcript, call_sid } = call.rows.call;
  const entries = [
    ...(transcript ?? []).map((entry) => ({ at: Date.parse(entry.timestamp), entry })),
    ...call.rows.toolCalls
      .filter((row) => row.call_sid === call_sid)
      .map((row) => ({ at: Date.parse(row.created_at), row })),
  ].sort((left, right) => left.at - right.at);
  const turns: RebuiltTurn[] = [];
  let lastUse = Number.NEGATIVE_INFINITY;
  for (const item of entries) {
    if ("entry" in item) {
      turns.push({
        role: item.entry.role === "user" ? "caller" : "agent",
        text: item.entry.content,
        uses: [],
      });
      continue;
    }
    const before = turns.at(-1);
    const joins = before?.role === "agent" && (before.uses.length === 0 || item.at - lastUse <= 250);
    if (joins) before.uses.push(item.row);
    else turns.push({ role: "agent", text: "", uses: [item.row] });
    lastUse = item.at;
  }
  rebuilt.set(call, turns);
  return turns;
}

function textAt(call: SampleCall, { place }: Occurrence): string {
  if (place.in === "from_number") return call.rows.call.from_number;
  const turn = turnsOf(call)[place.turn];
  if (place.in === "turn") return turn?.text ?? "";
  const use = turn?.uses[place.toolCall];
  const value = place.in === "arguments" ? use?.arguments : use?.result;
  return String(
    place.path
      .split("/")
      .slice(1)
      .reduce<Json>(child, value ?? null),
  );
}

function child(value: Json, key: string): Json {
  if (Array.isArray(value)) return value[Number(key)] ?? null;
  return isJsonObject(value) ? (value[key] ?? null) : null;
}

function correctionsOf(label: Label): { name: string; args: Json }[] {
  if (label.verdict !== "corrected") return [];
  return label.toolCalls.map((made) => ({
    name: made.function.name,
    args: JSON.parse(made.function.arguments),
  }));
}

const ajv = new Ajv({ strict: false });
addFormatsModule.default(ajv);
const validators = new Map(
  Object.entries(sampleTools()).map(([tenant, tools]) => [
    tenant,
    new Map(tools.map((tool) => [tool.function.name, validator(tool)])),
  ]),
);

function validator(tool: Tool) {
  return ajv.compile(tool.function.parameters ?? {});
}

/** Null where the arguments fit a tool of the call's tenant. */
function faults(call: SampleCall, name: string, args: Json): string | null {
  const validate = validators.get(call.rows.call.tenant_id)?.get(name);
  if (validate === undefined) return `no tool ${name}`;
  return validate(args) ? null : ajv.errorsText(validate.errors);
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
