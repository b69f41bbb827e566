import { expect, test } from "vitest";
import { z } from "zod";
import { CallFilter } from "../../domain/call-filter.ts";
import type { CallFormat } from "../../plugins/call-formats/call-format.ts";
import { recordParser } from "./parse-records.ts";

test("a caller's number that a user's own format gives is written as an opaque id, the same each time", () => {
  const [number, again, card, own, ours, none] = callersWritten([
    "+14158675309",
    "+14158675309",
    "4158675309123456",
    "0123456789abcdef",
    "ours: +14158675309",
    null,
  ]);
  expect(number).toMatch(/^[0-9a-f]{16}$/);
  expect([again, ours]).toEqual([number, number]);
  expect(card).toMatch(/[a-f]/);
  expect([own, none]).toEqual(["0123456789abcdef", null]);
});

function callersWritten(callers: readonly (string | null)[]): unknown[] {
  const setup = { filter: CallFilter.parse({}), salt: "a salt for tests", redaction: null };
  const records = callers.map((record, index) => ({ place: `calls:${index}`, position: null, record }));
  return recordParser(format, {}, setup)(records).map(({ line }) => JSON.parse(line ?? "").caller);
}

/** Gives callers as they are logged, but where it is told to ask for an id. */
const format: CallFormat<unknown> = {
  about: "callers of this test",
  options: z.unknown(),
  selection: () => null,
  parse(record, { place, callerId }) {
    const caller = record as string | null;
    const call = {
      id: place,
      caller: caller?.startsWith("ours: ") ? callerId(caller.slice(6)) : caller,
      tenant: null,
      startedAt: null,
      endedAt: null,
      status: "completed",
      outcome: null,
      model: null,
      systemPrompt: null,
      tools: null,
      turns: [{ role: "caller", text: "hello" } as const],
    };
    return { call, problems: [] };
  },
};
