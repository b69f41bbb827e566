import type { BuildOptions } from "../../domain/build-options.ts";
import { type AgentTurn, Call } from "../../domain/call.ts";
import type { Label, RejectReason } from "../../domain/label.ts";
import { type Split, splitOf } from "../../domain/split.ts";
import { type ToolBook, type ToolOrigin, toolsOf } from "../../domain/tool-book.ts";
import { hash53, unitInterval } from "../../lib/hash.ts";
import { parseJson } from "../../lib/json.ts";
import type { Candidate, Rejected } from "./decision.ts";
import { fingerprinter, wireCalls } from "./fingerprints.ts";
import { labelCall } from "./labels/label-call.ts";
import { ruleSetFrom } from "./labels/rules.ts";
import { linesOf, toolsInterner } from "./lines-and-tools.ts";

/** A stretch of whole lines of `calls.jsonl`. */
export interface Chunk {
  readonly bytes: Uint8Array;
}

/** What one call gave. */
export interface ScannedCall {
  readonly startedAt: string | null;
  readonly toolOrigin: ToolOrigin;
  readonly decisions: number;
  readonly candidates: readonly Omit<Candidate, "call">[];
  readonly rejected: readonly Rejected[];
}

export interface ScanResult {
  readonly calls: readonly ScannedCall[];
  /** The first line that isn't a call, counted from 0 in the chunk. */
  readonly fault: { readonly line: number; readonly sentence: string } | null;
}

export interface ScanSetup {
  readonly options: BuildOptions;
  readonly tools: ToolBook;
}

/** First walk over the calls: labels every decision and fingerprints those that may be learnt. */
export function callScanner(setup: ScanSetup): (chunk: Chunk) => ScanResult {
  const rules = ruleSetFrom(setup.options.rules);
  const intern = toolsInterner();
  return ({ bytes }) => {
    const calls: ScannedCall[] = [];
    for (const [line, text] of linesOf(bytes).entries()) {
      const call = Call.safeParse(parseJson(text));
      if (!call.success) return { calls, fault: { line, sentence: "not a call as `pull` writes it" } };
      const { tools, origin } = toolsOf(call.data, setup.tools);
      calls.push(scanCall(call.data, origin, labelCall(call.data, intern(tools), rules), setup.options));
    }
    return { calls, fault: null };
  };
}

function scanCall(
  call: Call,
  toolOrigin: ToolOrigin,
  labels: readonly Label[],
  options: BuildOptions,
): ScannedCall {
  const decisions = decisionsOf(call, labels);
  const rejected: Rejected[] = [];
  const learnt: Decision[] = [];
  for (const decision of decisions) {
    const reason = rejectionOf(decision, options.rows);
    if (reason === null) learnt.push(decision);
    else rejected.push({ id: `${call.id}#${decision.turn}`, reason });
  }
  const candidates =
    options.rows === "call" ? wholeCall(call, learnt, options) : oneByOne(call, learnt, options);
  return { startedAt: call.startedAt, toolOrigin, decisions: decisions.length, candidates, rejected };
}

interface Decision {
  readonly turn: number;
  readonly agentTurn: AgentTurn;
  readonly label: Label;
}

/** Every turn of the agent is a decision: to use tools, or to reply. */
function decisionsOf(call: Call, labels: readonly Label[]): Decision[] {
  const turns = call.turns.flatMap((turn, index) =>
    turn.role === "agent" ? [{ turn: index, agentTurn: turn }] : [],
  );
  return turns.map(({ turn, agentTurn }, index) => {
    const label = labels[index];
    if (label === undefined) throw new RangeError("fewer labels than turns of the agent");
    return { turn, agentTurn, label };
  });
}

/** Null where the decision may be learnt. A turn without words and tool calls has nothing to teach, rule or not. */
function rejectionOf({ label, agentTurn }: Decision, rows: BuildOptions["rows"]): RejectReason | null {
  if (label.verdict === "rejected") return label.reason;
  if (label.verdict === "corrected") return rows === "call" ? "corrected" : null;
  return agentTurn.text === "" && agentTurn.toolCalls.length === 0 ? "empty_reply" : null;
}

function oneByOne(call: Call, learnt: readonly Decision[], options: BuildOptions): ScannedCall["candidates"] {
  const prints = fingerprinter(call);
  const group = groupOf(call, options);
  return learnt.map(({ turn, label, agentTurn }) => {
    const corrected = label.verdict === "corrected" ? label.toolCalls : null;
    const toolCalls = corrected ?? wireCalls(agentTurn);
    const id = `${call.id}#${turn}`;
    return {
      id,
      turns: [turn],
      corrected,
      whole: false,
      decisions: 1,
      tool: toolCalls[0]?.function.name ?? null,
      ...group,
      priority: priorityOf(id, options),
      ...prints.of(turn, toolCalls, agentTurn.text),
    };
  });
}

/** The call as one example, told apart by all its words and all the tool calls to be learnt. */
function wholeCall(
  call: Call,
  learnt: readonly Decision[],
  options: BuildOptions,
): ScannedCall["candidates"] {
  if (learnt.length === 0) return [];
  const toolCalls = learnt.flatMap(({ agentTurn }) => wireCalls(agentTurn));
  return [
    {
      id: call.id,
      turns: learnt.map(({ turn }) => turn),
      corrected: null,
      whole: true,
      decisions: learnt.length,
      tool: toolCalls[0]?.function.name ?? null,
      ...groupOf(call, options),
      priority: priorityOf(call.id, options),
      ...fingerprinter(call).of(call.turns.length, toolCalls, ""),
    },
  ];
}

function groupOf(call: Call, options: BuildOptions): Pick<Candidate, "caller" | "split"> {
  return { caller: hash53(call.caller ?? call.id), split: splitOfCall(call, options) };
}

/** By caller; with `testSince`, late calls are the test split and the others share the rest. */
function splitOfCall(call: Call, { seed, split, testSince }: BuildOptions): Split {
  const key = call.caller ?? call.id;
  if (testSince === null) return splitOf(key, seed, split);
  const late = call.startedAt !== null && Date.parse(call.startedAt) >= Date.parse(testSince);
  return late ? "test" : splitOf(key, seed, { ...split, test: 0 });
}

function priorityOf(id: string, { seed }: BuildOptions): number {
  return unitInterval(`${seed}:priority:${id}`);
}
