import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { toolCallsOf } from "../../../../test/support/call-shapes.ts";
import { parseMessages, parseRecord } from "../../../../test/support/openai-wire.ts";
import { sharedData } from "../../../../test/support/shared-data.ts";
import type { Turn } from "../../../domain/call.ts";
import { messagesFromTurns } from "../../../domain/call-messages.ts";

test("messages made of turns are read as the same turns", () => {
  fc.assert(
    fc.property(canonicalTurns, (turns) => {
      expect(parseMessages(messagesFromTurns(turns)).call?.turns).toEqual(turns);
    }),
  );
});

describe.skipIf(sharedData("star.jsonl.gz") === null)("real calls", () => {
  test.each([
    ["sgd-train.jsonl.gz", 1500, 4586],
    ["star.jsonl.gz", 1500, 5673],
    ["taskmaster-coffee.jsonl.gz", 3667, 15_199],
  ])("of %s are all read, with every tool call and result", (name, calls, toolCalls) => {
    const lines = gunzipSync(readFileSync(sharedData(name) ?? ""))
      .toString()
      .trim()
      .split("\n");
    const parsed = lines.map((line) => parseRecord(JSON.parse(line)));
    expect(parsed.flatMap(({ problems }) => problems)).toEqual([]);
    expect(parsed.filter(({ call }) => call !== null)).toHaveLength(calls);
    const results = parsed.flatMap(({ call }) => toolCallsOf(call).map((made) => made.result));
    expect(results).toHaveLength(toolCalls);
    expect(results.filter((one) => one === null)).toEqual([]);
  });
});

/** Words that a transcript keeps as they are: trimmed, no mark of an interruption. */
const words = fc.stringMatching(/^[A-Za-z][A-Za-z ,.?']{0,20}[a-z?]$/);

const toolCall = fc.record({
  name: fc.stringMatching(/^[a-z_]{1,12}$/),
  arguments: fc
    .dictionary(fc.stringMatching(/^[a-z]{1,5}$/), fc.oneof(fc.integer(), words))
    .map((value) => JSON.stringify(value)),
  result: fc.option(fc.oneof(words, fc.constant('{"ok": true}'), fc.constant(""))),
});

/** Turns as the format itself makes them: no speaker twice in a row but for an agent who has seen results. */
const canonicalTurns: fc.Arbitrary<Turn[]> = fc
  .array(
    fc.oneof(
      fc.record({ role: fc.constant("caller" as const), text: words }),
      fc.record({ role: fc.constant("system" as const), text: words }),
      fc.record({ role: fc.constant("agent" as const), text: words, toolCalls: fc.constant([]) }),
      fc.record({
        role: fc.constant("agent" as const),
        text: fc.oneof(words, fc.constant("")),
        toolCalls: fc.array(toolCall, { minLength: 1, maxLength: 3 }),
      }),
    ),
    { minLength: 1, maxLength: 12 },
  )
  .map((turns) => {
    let made = 0;
    const kept: Turn[] = [];
    for (const turn of turns) {
      const last = kept.at(-1);
      if (turn.role === "system") {
        if (last !== undefined) kept.push(turn);
      } else if (turn.role === "caller") {
        if (last?.role !== "caller") kept.push(turn);
      } else if (last?.role !== "agent" || last.toolCalls.length > 0) {
        const toolCalls = turn.toolCalls.map((one) => {
          made += 1;
          return { ...one, id: `call_${made}`, succeeded: null };
        });
        kept.push({ ...turn, toolCalls });
      }
    }
    return kept;
  })
  .filter((turns) => turns.some(({ role }) => role !== "system"));
