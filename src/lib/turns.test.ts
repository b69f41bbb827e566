import { expect, test } from "vitest";
import { turns } from "./turns.ts";

test("work begins once what was given before it has ended, and a failure reaches only who gave it", async () => {
  const inTurn = turns();
  const told: string[] = [];
  const work = (name: string) => async () => {
    told.push(`${name} begins`);
    await Promise.resolve();
    told.push(`${name} ends`);
    if (name === "b") throw new Error("b failed");
    return name;
  };
  const [a, b, c] = [inTurn(work("a")), inTurn(work("b")), inTurn(work("c"))];
  await expect(b).rejects.toThrow("b failed");
  expect(await Promise.all([a, c])).toEqual(["a", "c"]);
  expect(told).toEqual(["a begins", "a ends", "b begins", "b ends", "c begins", "c ends"]);
});
