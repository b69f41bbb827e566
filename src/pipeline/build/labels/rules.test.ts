import { expect, test } from "vitest";
import { agent, book, caller, callOf, nameOf, use } from "../../../../test/support/label-calls.ts";
import { RejectReason } from "../../../domain/label.ts";
import { UsageError } from "../../../lib/errors.ts";
import { labelCall } from "./label-call.ts";
import { ruleSetFrom, rules } from "./rules.ts";

test("every rule's name is a reason that rejected rows may carry", () => {
  for (const name of Object.keys(rules)) expect(RejectReason.options).toContain(name);
});

test("a rule that is switched off rejects nothing", () => {
  const turns = [caller("for six"), agent("", use("book_table", { party_size: 5 }))];
  const labels = (switches: Record<string, boolean>) =>
    labelCall(callOf(turns), [book], ruleSetFrom(switches)).map(nameOf);
  expect(labels({})).toEqual(["ungrounded"]);
  expect(labels({ ungrounded: true })).toEqual(["ungrounded"]);
  expect(labels({ ungrounded: false })).toEqual(["good"]);
});

test("a name that is no rule is refused with the names there are", () => {
  expect(() => ruleSetFrom({ ungrounded_arguments: false })).toThrow(UsageError);
  expect(() => ruleSetFrom({ toString: false })).toThrow(/there are empty_reply, /);
});
