import type { Call, Turn } from "../../src/domain/call.ts";
import { messagesByTurn } from "../../src/domain/call-messages.ts";
import type { Case, ExpectedReply } from "../../src/domain/case.ts";
import type { Message } from "../../src/domain/message.ts";
import { defaultSystemPrompt, systemPromptOf } from "../../src/domain/system-prompt.ts";
import { recordNames } from "../../src/plugins/call-formats/tables/selection.ts";
import { tables } from "../../src/plugins/call-formats/tables.ts";
import { sampleTenants, sampleTools, simulateCalls } from "../../src/samples/index.ts";

const options = tables.options.parse({});
const names = recordNames(options);
const tenants = sampleTenants();
const toolsByTenant = sampleTools();

/** So many cases of simulated calls of one business: every turn of the agent behind the caller's first. */
export function* inventedCases(count: number, seed: string): Generator<Case> {
  let made = 0;
  for (const call of callsOf(seed))
    for (const question of casesOf(call)) {
      if (made === count) return;
      made += 1;
      yield question;
    }
}

function* callsOf(seed: string): Generator<Call> {
  const tenantShare = { pizza: 1, dental: 0, home: 0 };
  for (const { rows } of simulateCalls({ seed, count: 1_000_000, tenantShare, hugeTranscripts: false })) {
    const toolCalls = rows.toolCalls.filter(({ call_sid }) => call_sid === rows.call.call_sid);
    const tenant = tenants.find(({ id }) => id === rows.call.tenant_id) ?? null;
    const record = { ...rows.call, [names.tenant]: tenant, [names.toolCalls]: toolCalls };
    const { call } = tables.parse(record, { place: "calls", callerId: (key: string) => key }, options);
    if (call !== null) yield call;
  }
}

function* casesOf(call: Call): Generator<Case> {
  const system: Message = { role: "system", content: systemPromptOf(call, defaultSystemPrompt) };
  const byTurn = messagesByTurn(call.turns);
  for (const [index, turn] of call.turns.entries()) {
    const before = byTurn.slice(0, index).flat();
    const expected = expectedOf(turn);
    if (expected === null || !before.some(({ role }) => role === "user")) continue;
    yield {
      id: `${call.id}#${index}`,
      callId: call.id,
      caller: call.caller,
      callStartedAt: call.startedAt,
      messages: [system, ...before],
      tools: toolsByTenant[call.tenant?.id ?? ""] ?? [],
      expected,
    };
  }
}

function expectedOf(turn: Turn): ExpectedReply | null {
  if (turn.role !== "agent" || (turn.text === "" && turn.toolCalls.length === 0)) return null;
  if (turn.toolCalls.length === 0) return { kind: "reply", text: turn.text };
  const toolCalls = turn.toolCalls.map(({ name, arguments: text }) => ({ name, arguments: text }));
  const isReadable = toolCalls.every(({ arguments: text }) => isObject(text));
  return isReadable ? { kind: "calls", toolCalls, order: "any" } : null;
}

function isObject(text: string): boolean {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null && !Array.isArray(value);
  } catch {
    // A simulated model's broken JSON: no case can expect it.
    return false;
  }
}
