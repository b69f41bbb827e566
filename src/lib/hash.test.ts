import { createHmac } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import { hash53, hashBehind, hashState, hmacUnder } from "./hash.ts";

test("a text hashed in two pieces has the hash of the whole", () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), fc.integer(), (beginning, rest, seed) => {
      expect(hashBehind(hashState(beginning, seed), rest)).toBe(hash53(beginning + rest, seed));
    }),
  );
});

test("hashes stay what they were in datasets that are written", () => {
  expect([hash53(""), hash53("calltune"), hash53("é", 7)]).toEqual([
    3338908027751811, 3642681988502099, 8710645227178617,
  ]);
});

test("an HMAC is what node:crypto gives, for keys of any length", () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 200, unit: "binary" }), fc.string({ unit: "binary" }), (key, text) => {
      const mac = createHmac("sha256", key).update(text).digest();
      expect(hmacUnder(key)(text)).toBe(mac.toString("base64"));
      expect(hmacUnder(key, "hex")(text)).toBe(mac.toString("hex"));
    }),
  );
});
