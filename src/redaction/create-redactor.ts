import type { z } from "zod";
import type { Call } from "../domain/call.ts";
import { drawsUnder } from "./draw.ts";
import { RedactionOptions } from "./options.ts";
import { type Script, scriptOf, withTexts } from "./parts.ts";
import { type RedactedScript, redactScript } from "./redact-script.ts";
import type { Replacement } from "./registry.ts";
import type { RedactionCounts } from "./report.ts";
import { compileRules } from "./rules.ts";

export interface RedactedCall {
  readonly call: Call;
  readonly counts: RedactionCounts;
  /** Made when asked for: the way back, to be kept apart or not at all. */
  replacements(): readonly Replacement[];
}

/** Redacts calls; compiled once for many. */
export interface CallRedactor {
  /**
   * The call with every personal value replaced by the same surrogate wherever and however it stands. Tenant, tools
   * and ids stay. Pure: the same call and salt give the same bytes, and a redacted call comes back as it is.
   */
  redactCall(call: Call): RedactedCall;
  /** The same for texts that come from elsewhere; `scope` is what a call's id is for a call. */
  redactScript(script: Script, scope: string): RedactedScript;
}

export function createRedactor(options: z.input<typeof RedactionOptions>): CallRedactor {
  const parsed = RedactionOptions.parse(options);
  const rules = compileRules(parsed);
  const drawsFor = drawsUnder(parsed.salt);
  const redactTexts: CallRedactor["redactScript"] = (script, scope) =>
    redactScript(script, rules, () => drawsFor(parsed.scope === "call" ? `call:${scope}` : "dataset"));
  return {
    redactScript: redactTexts,
    redactCall(call) {
      const { texts, counts, replacements } = redactTexts(scriptOf(call), call.id);
      return { call: withTexts(call, texts), counts, replacements };
    },
  };
}
