import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { boatTool, call, calling, encoded, tokenizer } from "../../../test/support/boat-rental.ts";
import type { AssistantMessage } from "../../domain/message.ts";
import type { Tool } from "../../domain/tool.ts";
import type { Json, JsonObject } from "../../lib/json.ts";
import { decodeReply } from "./reply.ts";

describe("replies", () => {
  test("arguments of any shape come back", () => {
    fc.assert(
      fc.property(fields(), (drawn) => {
        const args = plain(drawn);
        const tool = toolFor(args);
        const message = calling("rent_boat", args);
        const reply = decodeReply(tokenizer, encoded(message, [tool]), [tool]);
        expect(reply.content).toBeNull();
        expect(reply.calls.map((call) => JSON.parse(call.arguments))).toEqual([args]);
      }),
      { numRuns: 2000 },
    );
  });

  test("words and several calls stand in one reply", () => {
    const message: AssistantMessage = {
      role: "assistant",
      content: "One moment.",
      tool_calls: [call("rent_boat", '{"people":4}'), call("list_docks", "{}")],
    };
    expect(decodeReply(tokenizer, encoded(message, [boatTool]), [boatTool])).toEqual({
      content: "One moment.",
      calls: [
        { name: "rent_boat", arguments: '{"people":4}' },
        { name: "list_docks", arguments: "{}" },
      ],
    });
  });

  test("arguments that aren't JSON stand as text", () => {
    const message: AssistantMessage = {
      role: "assistant",
      content: null,
      tool_calls: [call("rent_boat", "{people: 4")],
    };
    expect(decodeReply(tokenizer, encoded(message, [boatTool]), [boatTool]).calls).toEqual([
      { name: "rent_boat", arguments: "{people: 4" },
    ]);
  });
});

/** Keys that the words of an identifier lead back to. */
function key() {
  return fc.stringMatching(/^[a-z]{1,6}(_[a-z]{1,6}){0,2}$/);
}

/** Objects whose schema says what each value is. */
function fields(): fc.Arbitrary<JsonObject> {
  const leaf = fc.oneof(
    fc.string({ unit: "grapheme" }),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.boolean(),
  );
  const lists = fc.oneof(fc.array(fc.string()), fc.array(fc.integer()), fc.array(fc.array(fc.boolean())));
  const { object } = fc.letrec<{ object: JsonObject }>((tie) => ({
    object: fc.dictionary(
      key(),
      fc.oneof({ depthSize: "small" }, leaf, lists, tie("object"), fc.array(fc.string().map((a) => ({ a })))),
    ) as fc.Arbitrary<JsonObject>,
  }));
  return object;
}

/** What JSON can write and read back. */
function plain(fields: JsonObject): JsonObject {
  return JSON.parse(JSON.stringify(fields).replaceAll("-0", "0"));
}

function toolFor(fields: JsonObject): Tool {
  return { type: "function", function: { name: "rent_boat", parameters: schemaFor(fields) } };
}

/** The schema that says of each value what it is. */
function schemaFor(value: Json): JsonObject {
  if (typeof value === "string") return { type: "string" };
  if (Array.isArray(value)) {
    const items = value.map((item) => schemaFor(item));
    return {
      type: "array",
      items:
        new Set(items.map((item) => JSON.stringify(item))).size === 1 ? (items[0] ?? {}) : { type: "string" },
    };
  }
  if (typeof value !== "object" || value === null) return {};
  return {
    type: "object",
    properties: Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, schemaFor(inner)])),
  };
}
