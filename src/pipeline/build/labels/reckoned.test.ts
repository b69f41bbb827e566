import { expect, test } from "vitest";
import { agent, caller, labelsOf, tool, use } from "../../../../test/support/label-calls.ts";
import type { JsonObject } from "../../../lib/json.ts";

const stay = tool("book_room", { check_in: {}, check_out: {}, nights: {}, guests: {} });
const quiz = tool("ask", { question: { type: "integer" }, guests: { type: "integer" } });

test.each<[JsonObject, string]>([
  [{ check_in: "2026-03-13", check_out: "2026-03-15", nights: 2 }, "good"],
  [{ check_in: "2026-03-13", check_out: "2026-03-15", nights: 4 }, "ungrounded"],
  [{ check_in: "2026-03-13", check_out: "2026-03-15", guests: 2 }, "ungrounded"],
])("the time between two dates needs no other witness: %j", (given, label) => {
  const turns = [caller("from the thirteenth to the fifteenth"), agent("", use("book_room", given))];
  expect(labelsOf(turns, [stay])).toEqual([label]);
});

test.each<[JsonObject, string]>([
  [{ question: 5 }, "good"],
  [{ question: 7 }, "ungrounded"],
  [{ guests: 5 }, "ungrounded"],
])("the agent may count on from its last tool call: %j", (given, label) => {
  const turns = [
    caller("question four please"),
    agent("", use("ask", { question: 4 })),
    caller("next"),
    agent("", use("ask", given)),
  ];
  expect(labelsOf(turns, [quiz])[1]).toBe(label);
});
