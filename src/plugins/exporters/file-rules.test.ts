import { describe, expect, test } from "vitest";
import { called, result } from "../../../test/support/chat-rows.ts";
import { exporters } from "./index.ts";

describe("the rules of a whole file", () => {
  const facts = {
    rows: 100,
    bytes: 1000,
    keySets: new Map([["messages,tools", 100]]),
    fieldTypes: new Map(),
  };

  test.each([
    ["openai", { rows: 9 }, "too-few-rows"],
    ["fireworks", { rows: 3_000_001 }, "too-many-rows"],
    ["openai", { bytes: 600e6 }, "file-too-large"],
    ["together", { bytes: 101e9 }, "file-too-large"],
    [
      "together",
      {
        keySets: new Map([
          ["messages", 99],
          ["completion,prompt", 1],
        ]),
      },
      "mixed-formats",
    ],
    [
      "hf",
      {
        fieldTypes: new Map([
          [
            "arguments.size",
            new Map([
              ["text", 1],
              ["number", 7],
            ]),
          ],
        ]),
      },
      "mixed-types",
    ],
  ] as const)("of %s find %s", (dialect, change, rule) => {
    expect(exporters[dialect].checkFile({ ...facts, ...change }).map((fault) => fault.rule)).toEqual([rule]);
  });

  test("let rows with and without tools stand together", () => {
    const keySets = new Map([
      ["messages", 50],
      ["messages,tools", 50],
    ]);
    expect(exporters.together.checkFile({ ...facts, keySets })).toEqual([]);
  });

  test("tell the types of all fields in arguments, but not of null", () => {
    const row = called({ id: "a" }, result, undefined, {
      city: null,
      sizes: [1, "two"],
      at: { hour: 7, exact: true },
    });
    expect([...(exporters.hf.fieldTypes?.(row) ?? [])]).toEqual([
      ["arguments", "object"],
      ["arguments.sizes", "list"],
      ["arguments.sizes[]", "number"],
      ["arguments.sizes[]", "text"],
      ["arguments.at", "object"],
      ["arguments.at.hour", "number"],
      ["arguments.at.exact", "boolean"],
    ]);
  });
});
