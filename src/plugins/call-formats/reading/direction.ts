import { wordOf } from "./fields.ts";

/** Twilio says `outbound-api`, `outbound-dial`; others `outbound`, `outgoing`. */
export function isOutbound(direction: unknown): boolean {
  return /^out(?:bound|going)/i.test(wordOf(direction) ?? "");
}
