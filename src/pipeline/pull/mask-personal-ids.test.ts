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
])("%s is written as %s", (id, written) => expect(mask(id)).toBe(written));
