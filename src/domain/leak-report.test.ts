import fc from "fast-check";
import { expect, test } from "vitest";
import { type LeakReport, noLeaks, sumLeaks } from "./leak-report.ts";

const kind = fc.constantFrom("PERSON", "PHONE_NUMBER", "constructor", "MY_OWN");
const count = fc.nat(1000);
const numbers = fc.dictionary(kind, count, { noNullPrototype: true });
const report: fc.Arbitrary<LeakReport> = fc.record({
  calls: count,
  entities: fc.dictionary(kind, fc.record({ found: count, replaced: count, left: count }), {
    noNullPrototype: true,
  }),
  secondLook: fc.record({ calls: count, personal: numbers, ofBusiness: numbers }),
});

test("the same reports give the same bytes in any order, and in two portions", () => {
  fc.assert(
    fc.property(fc.array(report), fc.nat(), (reports, cut) => {
      const at = cut % (reports.length + 1);
      const goneOn = sumOf(reports.slice(at), sumOf(reports.slice(0, at)));
      const whole = JSON.stringify(sumOf(reports));
      expect(JSON.stringify(goneOn)).toBe(whole);
      expect(JSON.stringify(sumOf([...reports].reverse()))).toBe(whole);
    }),
  );
});

test("counts add up by kind, kinds in the order of their names", () => {
  const left = { ...noLeaks, calls: 1, entities: { PHONE_NUMBER: { found: 2, replaced: 1, left: 1 } } };
  const right = {
    calls: 1,
    entities: {
      PHONE_NUMBER: { found: 1, replaced: 1, left: 0 },
      constructor: { found: 1, replaced: 0, left: 1 },
    },
    secondLook: { calls: 1, personal: { PERSON: 3 }, ofBusiness: {} },
  };
  const sum = sumOf([left, right]);
  expect(sum).toEqual({
    calls: 2,
    entities: {
      PHONE_NUMBER: { found: 3, replaced: 2, left: 1 },
      constructor: { found: 1, replaced: 0, left: 1 },
    },
    secondLook: { calls: 1, personal: { PERSON: 3 }, ofBusiness: {} },
  });
  expect(Object.keys(sum.entities)).toEqual(["PHONE_NUMBER", "constructor"]);
});

function sumOf(reports: readonly LeakReport[], beginning: LeakReport = noLeaks): LeakReport {
  const sum = sumLeaks(beginning);
  for (const each of reports) sum.add(each);
  return sum.read();
}
