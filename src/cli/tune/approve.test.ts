import { describe, expect, test } from "vitest";
import type { JobRecord } from "../../domain/job-record.ts";
import { approvePrice, confirmPrice } from "./approve.ts";

describe("the first yes", () => {
  test("isn't needed where nothing is to be paid", async () => {
    expect(await confirmPrice(0, { yes: false, maxPrice: undefined }, nobody())).toBe("free");
  });

  test("is the flag, or a person's", async () => {
    expect(await confirmPrice(3, { yes: true, maxPrice: undefined }, nobody())).toBe("flag");
    expect(await confirmPrice(3, { yes: false, maxPrice: undefined }, somebody("y"))).toBe("person");
    expect(await confirmPrice(3, { yes: false, maxPrice: undefined }, somebody("Yes"))).toBe("person");
    for (const answer of ["", "n", "yeah", "1"])
      expect(await confirmPrice(3, { yes: false, maxPrice: undefined }, somebody(answer))).toBeNull();
  });

  test("can't be given by nobody, nor above the most that was named", async () => {
    await expect(confirmPrice(3, { yes: false, maxPrice: undefined }, nobody())).rejects.toThrow("add --yes");
    await expect(confirmPrice(3, { yes: true, maxPrice: 2 }, nobody())).rejects.toThrow(
      "--max-price is $2.00",
    );
  });
});

describe("the provider's own price", () => {
  test.each([
    ["about what was said yes to", 10, 12.5, undefined],
    ["within 50 cents", 0.1, 0.5, undefined],
    ["within the most that was named", null, 7, 8],
    ["nothing", null, 0, undefined],
    ["unknown where the estimate was known", 3, null, undefined],
  ])("%s is approved", async (_, agreed, price, maxPrice) => {
    expect(await approvePrice(price, record(agreed), { yes: true, maxPrice }, nobody())).toBeNull();
  });

  test.each([
    ["far above", 10, 14, undefined, "--max-price 14"],
    ["above the most that was named", 10, 11, 10.5, "--max-price 11"],
    ["known at last", null, 2, undefined, "no known price"],
    ["unknown on both sides", null, null, undefined, "no price is known"],
    ["unknown on both sides, and a most was named", null, null, 5, "can't be kept"],
  ])("%s needs a new yes", async (_, agreed, price, maxPrice, sentence) => {
    await expect(approvePrice(price, record(agreed), { yes: true, maxPrice }, nobody())).rejects.toThrow(
      sentence,
    );
  });

  test("that a person says yes to anew is written down", async () => {
    expect(await approvePrice(14, record(10), { yes: false, maxPrice: undefined }, somebody("y"))).toBe(14);
  });
});

function record(price: number | null): Pick<JobRecord, "confirmed" | "order"> {
  return { confirmed: { price }, order: { provider: "together" } as JobRecord["order"] };
}

function nobody() {
  return world(() => null);
}

function somebody(answer: string) {
  return world(async () => answer);
}

function world(ask: () => Promise<string> | null) {
  const terminal = {
    notice: () => {},
    ask,
    progress: () => ({ update: () => {}, stop: () => {} }),
    colour: false,
  };
  return { terminal, signal: new AbortController().signal };
}
