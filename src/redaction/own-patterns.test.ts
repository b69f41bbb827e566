import { expect, test } from "vitest";
import { oneTurnCall } from "../../test/support/one-turn-call.ts";
import { createRedactor } from "./create-redactor.ts";

const salt = "a salt for tests only";

test("a pattern below the threshold counts where a word of its context stands before it", () => {
  const patterns = [{ entity: "ID" as const, pattern: "KD-\\d{4}", score: 0.3, context: ["Member"] }];
  const redacted = (says: string) => saidIn({ salt, patterns }, says);
  expect(redacted("my member number is KD-4711")).not.toContain("KD-4711");
  expect(redacted("the part is KD-4711")).toContain("KD-4711");
});

test("a match that is no such thing as its kind says is replaced all the same", () => {
  const patterns = [{ entity: "PHONE_NUMBER" as const, pattern: "ext\\. \\w+" }];
  expect(saidIn({ salt, patterns }, "ask for ext. bluebird please")).not.toContain("bluebird");
});

test("a pattern that would take exponential time elsewhere ends on a hostile text", () => {
  const patterns = [{ entity: "ID" as const, pattern: "(a+)+$" }];
  expect(saidIn({ salt, patterns }, `${"a".repeat(50_000)}!`)).toHaveLength(50_001);
});

test("only the kinds asked for are replaced", () => {
  const said = saidIn({ salt, entities: ["PHONE_NUMBER"] }, "my name is Sarah Brown, 415-867-5309");
  expect(said).toContain("Sarah Brown");
  expect(said).not.toContain("867-5309");
});

test("names of the config are replaced wherever they stand, by one surrogate", () => {
  const said = saidIn({ salt, names: ["Zyxwv"] }, "zyxwv here, yes Zyxwv");
  expect(said).not.toMatch(/zyxwv/i);
});

function saidIn(options: Parameters<typeof createRedactor>[0], says: string): string {
  return createRedactor(options).redactCall(oneTurnCall({ says })).call.turns[1]?.text ?? "";
}
