import { expect, test } from "vitest";
import { run } from "../measure/real-calls.ts";
import { sharedData } from "./support/shared-data.ts";

test("real dialogues go through pull, build and check for every dialect", async ({ skip }) => {
  if (sharedData("sgd-train.jsonl.gz") === null) {
    process.stderr.write("SKIPPED: ../shared/data is not here\n");
    skip("no ../shared/data");
  }
  const { ok, n } = await run(["--limit", "150"]);
  expect(n).toBe(450);
  expect(ok).toBe(true);
}, 600_000);
