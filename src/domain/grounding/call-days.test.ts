import { expect, test } from "vitest";
import { callOf } from "../../../test/support/label-calls.ts";
import { isoDay } from "../../lib/spoken/days.ts";
import { callDays } from "./call-days.ts";

test.each<[string | null, string | null, string[], string[]]>([
  ["2026-03-02T12:00:00+01:00", null, ["2026-03-02"], ["2026-03-02"]],
  ["2026-03-02T03:00:00Z", null, ["2026-03-02"], ["2026-03-02", "2026-03-01"]],
  ["2026-03-02T20:00:00Z", null, ["2026-03-02"], ["2026-03-02", "2026-03-03"]],
  [
    "2026-06-01T08:33:47Z",
    "Today is 2019-03-01.",
    ["2019-03-01", "2026-06-01"],
    ["2019-03-01", "2026-06-01"],
  ],
  [
    "2026-06-01T08:33:47Z",
    "Today is Friday, March 1, 2019.",
    ["2019-03-01", "2026-06-01"],
    ["2019-03-01", "2026-06-01"],
  ],
  ["2026-03-02T20:00:00+00:00", "Today is a good day.", ["2026-03-02"], ["2026-03-02"]],
  [null, null, [], []],
  ["yesterday", null, [], []],
])(
  "a call begun at %j with the prompt %j knows the days %j, and may speak of %j",
  (startedAt, systemPrompt, known, possible) => {
    const days = callDays(callOf([], { startedAt, systemPrompt }));
    expect(days.known.map(isoDay)).toEqual(known);
    expect(days.possible.map(isoDay)).toEqual(possible);
  },
);
