import { bfclAst } from "./bfcl-ast.ts";
import { cost } from "./cost.ts";
import { emptyReplyRate } from "./empty-reply-rate.ts";
import { exactCall } from "./exact-call.ts";
import { falseCallRate } from "./false-call-rate.ts";
import { missedCallRate } from "./missed-call-rate.ts";
import { rightArguments } from "./right-arguments.ts";
import { rightDecision } from "./right-decision.ts";
import { rightTool } from "./right-tool.ts";
import type { Scorer } from "./scorer.ts";
import { toolCallMs } from "./tool-call-ms.ts";
import { ttftMs } from "./ttft-ms.ts";
import { ungroundedArguments } from "./ungrounded-arguments.ts";
import { validCall } from "./valid-call.ts";
import { wholeCall } from "./whole-call.ts";

/** The built-in scorers by name; the name is the metric's in reports and gates. */
export const scorers = {
  right_decision: rightDecision,
  false_call_rate: falseCallRate,
  missed_call_rate: missedCallRate,
  empty_reply_rate: emptyReplyRate,
  right_tool: rightTool,
  exact_call: exactCall,
  right_arguments: rightArguments,
  valid_call: validCall,
  ungrounded_arguments: ungroundedArguments,
  whole_call: wholeCall,
  ttft_ms: ttftMs,
  tool_call_ms: toolCallMs,
  cost,
  bfcl_ast: bfclAst,
} satisfies Record<string, Scorer>;

export type ScorerName = keyof typeof scorers;
