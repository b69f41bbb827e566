import { z } from "zod";
import { GateOn } from "./report.ts";

const Share = z.number().min(0).max(1).optional();
const Amount = z.number().min(0).optional();

/** Differences smaller than these don't matter: shares of 1, milliseconds, dollars a turn. */
export const Margins = z.strictObject({
  right_decision: Share,
  exact_call: Share,
  false_call_rate: Share,
  missed_call_rate: Share,
  whole_call: Share,
  ttft_ms: Amount,
  tool_call_ms: Amount,
  cost: Amount,
});
export type Margins = z.infer<typeof Margins>;

/** `calltune.config.ts`, `report`. Flags come before it, but for conditions, which are added to. */
export const ReportOptions = z.strictObject({
  /** Name of the candidate that the others are compared with. */
  baseline: z.string().optional(),
  /** Name of the candidate that the gate is about. */
  candidate: z.string().optional(),
  margins: Margins.optional(),
  /** Conditions that must all hold: `exact_call >= 0.9`, `not_worse_than baseline by 1pt`. */
  gate: z.array(z.string()).optional(),
  gateOn: GateOn.optional(),
});
export type ReportOptions = z.infer<typeof ReportOptions>;
