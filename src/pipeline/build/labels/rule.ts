import type { AgentTurn, MadeToolCall } from "../../../domain/call.ts";
import type { RejectDetail } from "../../../domain/label.ts";
import type { Tool } from "../../../domain/tool.ts";
import type { JsonObject } from "../../../lib/json.ts";
import type { CallReading } from "./read-call.ts";

/** One decision of the agent: what it did at a turn, with the whole call around it. */
export interface Decision {
  readonly reading: CallReading;
  /** Index in the call's turns. */
  readonly turn: number;
  readonly agentTurn: AgentTurn;
}

/** One tool call of a decision. */
export interface JudgedToolCall extends Decision {
  readonly toolCall: MadeToolCall;
  /** Null where the text isn't a JSON object. */
  readonly arguments: JsonObject | null;
  /** Null where the call had no tool of that name. */
  readonly tool: Tool | null;
}

/**
 * Why a decision may be no good example. It is judged as a whole, by its tool calls one by one, or, where both are
 * there, as a reply when it made no tool call and by the tool calls otherwise.
 */
export interface Rule {
  readonly about: string;
  /** True where the whole decision breaks the rule. */
  readonly ofDecision?: (decision: Decision) => boolean;
  /** True where a reply without tool calls breaks it. */
  readonly ofReply?: (decision: Decision) => boolean;
  /** True where a tool call breaks it; one that is broken may be corrected by a later one. */
  readonly ofToolCall?: (judged: JudgedToolCall) => boolean;
  /** What breaks it, asked only of a tool call that was rejected for it. */
  readonly explain?: (judged: JudgedToolCall) => RejectDetail;
}
