import type { Call } from "../domain/call.ts";
import type { LeakReport } from "../domain/leak-report.ts";
import type { RedactionSettings } from "../domain/redaction-settings.ts";
import { createRedactor } from "./create-redactor.ts";
import type { Replacement } from "./registry.ts";
import { createSecondLook, lookedAt } from "./second-look.ts";

/** A call as it may be written, with what was done to it. */
export interface ReportedCall {
  readonly call: Call;
  readonly report: LeakReport;
  replacements(): readonly Replacement[];
}

/** Redacts calls and looks at each result a second time. */
export function callRedactor(settings: RedactionSettings, salt: string): (call: Call) => ReportedCall {
  const redactor = createRedactor({ ...settings, salt });
  const look = createSecondLook();
  return (original) => {
    const { call, counts, replacements } = redactor.redactCall(original);
    const seen = look(lookedAt(call));
    const report = {
      calls: 1,
      entities: counts,
      secondLook: { calls: 1, personal: { ...seen.personal }, ofBusiness: { ...seen.ofBusiness } },
    };
    return { call, report, replacements };
  };
}
