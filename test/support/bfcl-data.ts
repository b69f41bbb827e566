import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import type { BfclLines } from "../../src/plugins/scorers/bfcl/read-bfcl-case.ts";
import { sharedData } from "./shared-data.ts";

const categories = ["simple_python", "multiple", "parallel", "parallel_multiple", "irrelevance"];

/** BFCL's published cases, which lie beside the checkout and not in it; null, loudly, where they don't. */
export function readBfclLines(): BfclLines[] | null {
  const all = categories.map((category) => {
    const file = `BFCL_v4_${category}.json.gz`;
    const questions = sharedData(`bfcl/${file}`);
    // No call is due where the functions don't fit the question, so there are no answers.
    const answers = category === "irrelevance" ? null : sharedData(`bfcl/possible_answer/${file}`);
    if (questions === null) return null;
    const truths = answers === null ? [] : linesOf(answers);
    return linesOf(questions).map((question, index) => ({
      category,
      question,
      answer: truths[index] ?? null,
    }));
  });
  return all.includes(null) ? null : all.flatMap((lines) => lines ?? []);
}

function linesOf(file: string): string[] {
  return gunzipSync(readFileSync(file))
    .toString("utf8")
    .split("\n")
    .filter((line) => line !== "");
}
