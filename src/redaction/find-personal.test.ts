import { expect, test } from "vitest";
import { oneTurnCall } from "../../test/support/one-turn-call.ts";
import { createRedactor } from "./create-redactor.ts";
import { countTraces, findPersonal } from "./find-personal.ts";

test.each([
  ["call me at 415-867-5309", "PHONE_NUMBER", "415-867-5309"],
  ["+44 20 7493 4545", "PHONE_NUMBER", "+44 20 7493 4545"],
  ["write to ann@mail.com.", "EMAIL_ADDRESS", "ann@mail.com"],
  ["card 4242 4242 4242 4242", "CREDIT_CARD", "4242 4242 4242 4242"],
  ["ssn 123-45-6789", "US_SSN", "123-45-6789"],
  ["GB29 NWBK 6016 1331 9268 19", "IBAN_CODE", "GB29 NWBK 6016 1331 9268 19"],
  ["my name is tony", "PERSON", "tony"],
  ["for Sarah Brown at six", "PERSON", "Sarah Brown"],
  ["spell it please: o k o n k w o", "PERSON", "o k o n k w o"],
  ["I live at 142 Oak Street", "LOCATION", "142 Oak Street"],
  ["born on March 2nd, 1988", "DATE_OF_BIRTH", "March 2nd, 1988"],
  ["dob is 12/07/1990", "DATE_OF_BIRTH", "12/07/1990"],
  ["to SW1A 2AA", "POSTAL_CODE", "SW1A 2AA"],
  ["my zip code is 94110", "POSTAL_CODE", "94110"],
])("sees what is personal in: %s", (text, entity, words) => {
  const [trace] = findPersonal(text);
  expect(trace).toMatchObject({ entity });
  expect(text.slice(trace?.start, trace?.end)).toBe(words);
});

test.each([
  "order 5551234, $1,250.00, 2026-03-05, 10:30",
  "call 415-555-0123 or write to ann@example.com",
  "two large pizzas for Main Street",
  "my name is on the list",
  "it's Quillon Alderbridger",
  "142 Brackenrise Street, QW1A 2BB, zip 00123, born 1985-03-25, spelled k e n d r i c",
  "2 more minutes on the road",
  "spelled O-D-A-L-C-R-O-F-T",
  "4155550133 415555",
  "",
])("sees nothing personal in: %s", (text) => expect(findPersonal(text)).toEqual([]));

test("sees nothing personal in what was redacted", () => {
  const { call } = createRedactor({ salt: "a salt for tests only" }).redactCall(
    oneTurnCall({
      says: "my name is Sarah Brown, 415-867-5309, sarah@mail.com, 4242 4242 4242 4242, 123-45-6789",
      fields: { customer_name: "Sarah Brown" },
    }),
  );
  expect(findPersonal(JSON.stringify(call.turns))).toEqual([]);
});

test("counts by kind", () => {
  expect(countTraces(findPersonal("a@b.co, c@d.co and 415-867-5309"))).toEqual({
    EMAIL_ADDRESS: 2,
    PHONE_NUMBER: 1,
  });
});
