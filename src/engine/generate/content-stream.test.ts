import fc from "fast-check";
import { expect, test } from "vitest";
import { createContentStream } from "./content-stream.ts";

const letters = fc.string({ unit: fc.constantFrom("a", "b", "ä", "😀", "\n"), maxLength: 30 });
const stops = fc.array(fc.string({ unit: fc.constantFrom("a", "b", "ä", "😀"), maxLength: 3 }), {
  maxLength: 3,
});

test("pieces are whole characters, add up to the text before the first stop string, and are never taken back", () => {
  fc.assert(
    fc.property(letters, stops, fc.infiniteStream(fc.integer({ min: 1, max: 3 })), (text, sought, sizes) => {
      const pieces: string[] = [];
      const stream = createContentStream(sought, (piece) => pieces.push(piece));
      let bytes = [...new TextEncoder().encode(text)];
      let stopped = false;
      while (bytes.length > 0 && !stopped) {
        const size = sizes.next().value ?? 1;
        stopped = stream.push(bytes.slice(0, size));
        bytes = bytes.slice(size);
      }
      if (!stopped) stream.finish();
      const places = sought.filter((stop) => stop !== "").map((stop) => text.indexOf(stop));
      const found = places.filter((place) => place !== -1);
      expect(stopped).toBe(found.length > 0);
      expect(pieces.every((piece) => piece !== "" && !/\p{Surrogate}/u.test(piece))).toBe(true);
      expect(pieces.join("")).toBe(stream.text);
      if (found.length === 0) expect(stream.text).toBe(text);
      else
        expect(
          text.startsWith(stream.text) && sought.every((stop) => stop === "" || !stream.text.includes(stop)),
        ).toBe(true);
    }),
    { numRuns: 2000 },
  );
});
