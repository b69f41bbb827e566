import { expect, test } from "vitest";
import { maskPersonalIds } from "./mask-personal-ids.ts";

const mask = maskPersonalIds(() => "opaque");

test.each([
  ["+14158675309", "opaque"],
  ["calls:+14158675309-2026-03-02", "calls:opaque-2026-03-02"],
  ["sarah@mail.com", "opaque"],
  ["4f6c-9b21", "4f6c-9b21"],
  ["calls.jsonl:14", "calls.jsonl:14"],
  ["a+b", "a+b"],
  ["4158675309-2026", "opaque-2026"],
  ["call_14158675309", "call_opaque"],
  ["phone4158675309x", "phoneopaquex"],
  ["00442079460958", "opaque"],
  ["447700900123@sip", "opaque@sip"],
  ["415-867-5309-1", "opaque-1"],
  ["calls:919876543210", "calls:opaque"],
  ["1709395200.1234", "1709395200.1234"],
  ["call-1709395200123", "call-1709395200123"],
  ["20260302101500", "20260302101500"],
  ["202603021015", "202603021015"],
  ["2026-03-02", "2026-03-02"],
  ["018e1a2b-1234-7123-8123-123456789012", "018e1a2b-1234-7123-8123-123456789012"],
  ["CA0123456789012345678901234567890a", "CA0123456789012345678901234567890a"],
  ["65e2f4158675309abcdef012", "65e2f4158675309abcdef012"],
  ["1234567890123456789", "1234567890123456789"],
])("%s is written as %s", (id, written) => expect(mask(id)).toBe(written));

test("what was masked stays as it is", () => {
  const known = maskPersonalIds(() => "0123456789abcdef");
  for (const id of ["4158675309", "+14158675309-1"]) expect(known(known(id))).toBe(known(id));
});
