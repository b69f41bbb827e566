import type { AgentTurn, Call, MadeToolCall } from "../../../domain/call.ts";
import type { Label } from "../../../domain/label.ts";
import type { Tool, ToolCall } from "../../../domain/tool.ts";
import { isCorrection } from "./correction.ts";
import { type CallReading, readCall } from "./read-call.ts";
import type { Decision, JudgedToolCall } from "./rule.ts";
import type { RuleName, RuleSet } from "./rules.ts";

/** A correction that comes later than this many of the call's turns is another matter. */
const turnsToCorrect = 10;

/**
 * What is to be learnt from each of the agent's turns, in order. Judged by what happened: the log's flags, the bodies
 * that came back, the schema, and what the caller said next. A wrong tool call that was made again rightly, with
 * nothing in it that had not been known at first, is `corrected`. Pure. Keep the rule set over many calls, and give
 * calls with equal tools one array: the rule set holds the compiled schemas.
 */
export function labelCall(call: Call, tools: readonly Tool[], rules: RuleSet): Label[] {
  const reading = readCall(call, rules.schemasOf(tools));
  const judge: Judge = { reading, rules, reasons: new Map() };
  const labels: Label[] = [];
  for (const [index, turn] of call.turns.entries())
    if (turn.role === "agent") labels.push(labelOf({ reading, turn: index, agentTurn: turn }, judge));
  return labels;
}

interface Judge {
  readonly reading: CallReading;
  readonly rules: RuleSet;
  /** What was found out of tool calls: those that may correct an earlier one are judged again as their own. */
  readonly reasons: Map<MadeToolCall, RuleName | null>;
}

function labelOf(decision: Decision, judge: Judge): Label {
  const isReply = decision.agentTurn.toolCalls.length === 0;
  const broken = judge.rules.ofDecisions.find(
    ({ rule }) => rule.ofDecision?.(decision) === true || (isReply && rule.ofReply?.(decision) === true),
  );
  if (broken !== undefined) return { verdict: "rejected", reason: broken.name };
  return isReply ? { verdict: "good" } : labelOfToolCalls(decision, judge);
}

/** Good only if all are; where every wrong one was made again rightly, the right ones stand in their places. */
function labelOfToolCalls(decision: Decision, judge: Judge): Label {
  const { toolCalls } = decision.agentTurn;
  const right: MadeToolCall[] = [];
  let isCorrected = false;
  for (const toolCall of toolCalls) {
    const reason = reasonOf(decision, toolCall, judge);
    const learnt = reason === null ? toolCall : correctionOf(decision, toolCall, reason, judge);
    if (learnt === null) return rejection(decision, toolCall, reason ?? "failed", judge);
    isCorrected ||= learnt !== toolCall;
    right.push(learnt);
  }
  if (!isCorrected) return { verdict: "good" };
  return { verdict: "corrected", toolCalls: right.map((made, index) => toWire(made, decision.turn, index)) };
}

function rejection(decision: Decision, toolCall: MadeToolCall, reason: RuleName, { rules }: Judge): Label {
  const broken = rules.ofToolCalls.find(({ name }) => name === reason);
  const detail = broken?.rule.explain?.(judgedOf(decision, toolCall));
  return { verdict: "rejected", reason, ...(detail === undefined ? {} : { detail }) };
}

function judgedOf(decision: Decision, toolCall: MadeToolCall): JudgedToolCall {
  const { reading, turn, agentTurn } = decision;
  return {
    reading,
    turn,
    agentTurn,
    toolCall,
    arguments: reading.argumentsOf(toolCall),
    tool: reading.schemas.tool(toolCall.name),
  };
}

function reasonOf(decision: Decision, toolCall: MadeToolCall, { rules, reasons }: Judge): RuleName | null {
  const known = reasons.get(toolCall);
  if (known !== undefined) return known;
  const judged = judgedOf(decision, toolCall);
  const reason = rules.ofToolCalls.find(({ rule }) => rule.ofToolCall?.(judged) === true)?.name ?? null;
  reasons.set(toolCall, reason);
  return reason;
}

/** The next good use of the same tool, where it is what this one should have been. */
function correctionOf(
  decision: Decision,
  wrong: MadeToolCall,
  reason: RuleName,
  judge: Judge,
): MadeToolCall | null {
  const { reading, turn } = decision;
  const last = Math.min(reading.call.turns.length - 1, turn + turnsToCorrect);
  for (let index = turn + 1; index <= last; index += 1) {
    const later = reading.call.turns[index];
    if (later?.role !== "agent") continue;
    const next = goodUseIn(later, index, wrong.name, judge);
    if (next !== null) return isCorrection({ reading, turn, wrong, next, reason }) ? next : null;
  }
  return null;
}

function goodUseIn(agentTurn: AgentTurn, turn: number, name: string, judge: Judge): MadeToolCall | null {
  const decision: Decision = { reading: judge.reading, turn, agentTurn };
  return (
    agentTurn.toolCalls.find(
      (toolCall) => toolCall.name === name && reasonOf(decision, toolCall, judge) === null,
    ) ?? null
  );
}

/** Ids of their own: the later tool call may stand in the same context as the earlier. */
function toWire(made: MadeToolCall, turn: number, index: number): ToolCall {
  return {
    id: `corrected_${turn}_${index}`,
    type: "function",
    function: { name: made.name, arguments: made.arguments },
  };
}
