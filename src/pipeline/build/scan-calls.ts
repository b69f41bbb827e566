import type { BuildOptions } from "../../domain/build-options.ts";
import { type AgentTurn, Call } from "../../domain/call.ts";
import type { Label, RejectDetail, RejectReason } from "../../domain/label.ts";
import { type Split, splitOf } from "../../domain/split.ts";
import { type ToolBook, toolsOf } from "../../domain/tool-book.ts";
import { hash53, unitInterval } from "../../lib/hash.ts";
import { parseJson } from "../../lib/json.ts";
import {
  type CandidateCall,
  type CandidateColumns,
  type ColumnWriter,
  columnWriter,
} from "./candidate-columns.ts";
import { type Fingerprinter, fingerprinter, wireCalls } from "./fingerprints.ts";
import { labelCall } from "./labels/label-call.ts";
import { ruleSetFrom } from "./labels/rules.ts";
import { linesOf, toolsInterner } from "./lines-and-tools.ts";
import { type RejectedLines, type RejectedWriter, rejectedWriter } from "./rejected-log.ts";
import { type ScanFacts, startScanFacts } from "./scan-facts.ts";

/** A stretch of whole lines of `calls.jsonl`. */
export interface Chunk {
  readonly bytes: Uint8Array;
}

/** What a stretch of calls gave. */
export interface ScanResult {
  readonly facts: ScanFacts;
  readonly candidates: CandidateColumns;
  /** Decisions that the label rules reject: lines of `rejected.jsonl` as bytes, and how many for each reason. */
  readonly rejected: RejectedLines;
  /** The first line that isn't a call, counted from 0 in the stretch. */
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
  const printsOf = fingerprinter();
  return ({ bytes }) => {
    const found = { facts: startScanFacts(), candidates: columnWriter(), rejected: rejectedWriter() };
    let fault: ScanResult["fault"] = null;
    for (const [line, text] of linesOf(bytes).entries()) {
      const call = Call.safeParse(parseJson(text));
      if (!call.success) {
        fault = { line, sentence: "not a call as `pull` writes it" };
        break;
      }
      const { tools, origin } = toolsOf(call.data, setup.tools);
      const decisions = decisionsOf(call.data, labelCall(call.data, intern(tools), rules));
      found.facts.add(call.data.startedAt, origin, decisions.length);
      addCall(call.data, decisions, { ...found, line, printsOf, options: setup.options });
    }
    return {
      facts: found.facts.read(),
      candidates: found.candidates.columns(),
      rejected: found.rejected.read(),
      fault,
    };
  };
}

interface Place {
  readonly candidates: ColumnWriter;
  readonly rejected: RejectedWriter;
  readonly line: number;
  readonly printsOf: (call: Call) => Fingerprinter;
  readonly options: BuildOptions;
}

function addCall(call: Call, decisions: readonly Decision[], place: Place): void {
  const { options, rejected } = place;
  const learnt: Decision[] = [];
  for (const decision of decisions) {
    const reason = rejectionOf(decision, options.rows);
    if (reason === null) learnt.push(decision);
    else rejected.add({ id: `${call.id}#${decision.turn}`, reason, ...detailOf(decision) });
  }
  if (options.rows === "call") addWhole(call, learnt, place);
  else addOneByOne(call, learnt, place);
}

interface Decision {
  readonly turn: number;
  readonly agentTurn: AgentTurn;
  readonly label: Label;
}

/** Every turn of the agent is a decision: to use tools, or to reply. */
function decisionsOf(call: Call, labels: readonly Label[]): Decision[] {
  const decisions: Decision[] = [];
  for (const [turn, agentTurn] of call.turns.entries()) {
    if (agentTurn.role !== "agent") continue;
    const label = labels[decisions.length];
    if (label === undefined) throw new RangeError("fewer labels than turns of the agent");
    decisions.push({ turn, agentTurn, label });
  }
  return decisions;
}

/** Null where the decision may be learnt. A turn without words and tool calls has nothing to teach, rule or not. */
function rejectionOf({ label, agentTurn }: Decision, rows: BuildOptions["rows"]): RejectReason | null {
  if (label.verdict === "rejected") return label.reason;
  if (label.verdict === "corrected") return rows === "call" ? "corrected" : null;
  return agentTurn.text === "" && agentTurn.toolCalls.length === 0 ? "empty_reply" : null;
}

function detailOf({ label }: Decision): RejectDetail | undefined {
  return label.verdict === "rejected" ? label.detail : undefined;
}

function addOneByOne(
  call: Call,
  learnt: readonly Decision[],
  { candidates, line, printsOf, options }: Place,
): void {
  const prints = printsOf(call);
  const asked = callOf(call, line, options);
  for (const { turn, label, agentTurn } of learnt) {
    const corrected = label.verdict === "corrected" ? label.toolCalls : null;
    const toolCalls = corrected ?? wireCalls(agentTurn);
    const { exact, template, label: sameLabel, sign } = prints.of(turn, toolCalls, agentTurn.text);
    candidates.add({
      call: asked,
      lesson: { turns: [turn], corrected, whole: false, decisions: 1 },
      tool: toolCalls[0]?.function.name ?? null,
      priority: priorityOf(`${call.id}#${turn}`, options),
      exact,
      template,
      label: sameLabel,
      sign,
    });
  }
}

/** The call as one example, told apart by all its words and all the tool calls to be learnt. */
function addWhole(
  call: Call,
  learnt: readonly Decision[],
  { candidates, line, printsOf, options }: Place,
): void {
  if (learnt.length === 0) return;
  const toolCalls = learnt.flatMap(({ agentTurn }) => wireCalls(agentTurn));
  const turns = learnt.map(({ turn }) => turn);
  candidates.add({
    call: callOf(call, line, options),
    lesson: { turns, corrected: null, whole: true, decisions: learnt.length },
    tool: toolCalls[0]?.function.name ?? null,
    priority: priorityOf(call.id, options),
    ...printsOf(call).of(call.turns.length, toolCalls, ""),
  });
}

function callOf(call: Call, line: number, options: BuildOptions): CandidateCall {
  return { id: call.id, line, split: splitOfCall(call, options), caller: hash53(call.caller ?? call.id) };
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
