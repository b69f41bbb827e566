import fc from "fast-check";
import { expect, test } from "vitest";
import { createLineBuffer } from "./line-buffer.ts";

test("what is taken is what was added since, as UTF-8, however little room there was", () => {
  fc.assert(
    fc.property(
      fc.array(fc.array(fc.string({ unit: "grapheme" }))),
      fc.integer({ min: 0, max: 20 }),
      (rounds, expected) => {
        const buffer = createLineBuffer(expected);
        for (const lines of rounds) {
          for (const line of lines) buffer.add(line);
          const text = lines.map((line) => `${line}\n`).join("");
          expect(buffer.length).toBe(Buffer.byteLength(text));
          expect(Buffer.from(buffer.take()).toString()).toBe(text);
        }
      },
    ),
  );
});
