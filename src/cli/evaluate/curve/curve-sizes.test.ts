import { expect, test } from "vitest";
import { UsageError } from "../../../lib/errors.ts";
import { curveWish } from "./curve-sizes.ts";
import { isOfShare, shareName } from "./share-name.ts";

test("a curve is wished for by its flag, of the usual sizes by the embedded engine", () => {
  expect(curveWish({})).toBeNull();
  expect(curveWish({ curve: false, rescore: true })).toBeNull();
  expect(curveWish({ curve: true })).toEqual({ sizes: null, provider: "local" });
  expect(curveWish({ curve: true, "curve-sizes": "75, 150,300", "curve-provider": "together" })).toEqual({
    sizes: [75, 150, 300],
    provider: "together",
  });
});

test.each([
  [{ "curve-sizes": "10,20" }, "--curve-sizes belongs to --curve: give --curve too"],
  [{ "curve-provider": "together" }, "--curve-provider belongs to --curve"],
  [{ curve: true, rescore: true }, "leave one of them out"],
  [{ curve: true, "curve-sizes": "10" }, "two sizes at least"],
  [{ curve: true, "curve-sizes": "10,10" }, "two sizes at least"],
  [{ curve: true, "curve-sizes": "10,,20" }, 'commas between (75,150,300), not "10,,20"'],
  [{ curve: true, "curve-sizes": "0,20" }, 'not "0,20"'],
  [{ curve: true, "curve-sizes": "1/4,1" }, 'not "1/4,1"'],
  [{ curve: true, "curve-sizes": "" }, 'not ""'],
  [{ curve: true, "curve-sizes": "99999999999999999999,1" }, "takes numbers of examples"],
])("%j is refused with what to give instead", (flags, sentence) => {
  expect(() => curveWish(flags)).toThrow(UsageError);
  expect(() => curveWish(flags)).toThrow(sentence);
});

test("a job of a share is known by its suffix, and no other", () => {
  expect(isOfShare(`${shareName(75)}-k3x9m2qa`)).toBe(true);
  for (const suffix of ["calltune-k3x9m2qa", "curve-k3x9m2qa", "my-curve-75-k3x9m2qa", "curve-75"])
    expect(isOfShare(suffix)).toBe(false);
});
