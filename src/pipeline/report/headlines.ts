import type { Margins } from "../../domain/report-options.ts";
import { type ScorerName, scorers } from "../../plugins/scorers/index.ts";
import type { Scorer } from "../../plugins/scorers/scorer.ts";

/** A metric that candidates are compared by. */
export interface Headline {
  readonly label: string;
  /** What it says of a model: whether it is right, how soon a caller hears of it, what it costs. */
  readonly about: "right" | "speed" | "cost";
  /** The figure of the metric that is compared. */
  readonly figure: "rate" | "p95" | "per_turn";
  /** What its cases are: of `whole_call`, calls. */
  readonly of: "turn" | "call";
  /** A difference smaller than this doesn't matter, unless the config says otherwise; in the metric's unit. */
  readonly margin: number;
}

export type HeadlineName = keyof Margins & ScorerName;

/** In the order of reports. */
export const headlines: Readonly<Record<HeadlineName, Headline>> = {
  right_decision: { label: "right decisions", about: "right", figure: "rate", of: "turn", margin: 0.01 },
  exact_call: { label: "exact tool calls", about: "right", figure: "rate", of: "turn", margin: 0.01 },
  false_call_rate: { label: "false tool calls", about: "right", figure: "rate", of: "turn", margin: 0.01 },
  missed_call_rate: { label: "missed tool calls", about: "right", figure: "rate", of: "turn", margin: 0.01 },
  // A point of turns is about as many points of calls as a call has turns.
  whole_call: { label: "calls wholly right", about: "right", figure: "rate", of: "call", margin: 0.05 },
  ttft_ms: { label: "first token, p95", about: "speed", figure: "p95", of: "turn", margin: 50 },
  tool_call_ms: { label: "whole tool call, p95", about: "speed", figure: "p95", of: "turn", margin: 50 },
  cost: { label: "cost of 1,000 turns", about: "cost", figure: "per_turn", of: "turn", margin: 0 },
};

export const headlineNames = Object.keys(headlines) as readonly HeadlineName[];

export function isHeadline(name: string): name is HeadlineName {
  return Object.hasOwn(headlines, name);
}

/** The headline with what its scorer says. */
export function headlineOf(name: string): Headline & Pick<Scorer, "better" | "unit"> {
  if (!isHeadline(name)) throw new Error(`${name} is no headline metric`);
  const { better, unit } = scorers[name];
  return { ...headlines[name], better, unit };
}
