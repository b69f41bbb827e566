import { describe, expect, test } from "vitest";
import { call, type GivenCall, judged, question, reply } from "../../../../test/support/judging.ts";
import { ScoringOptions } from "../../../domain/scoring-options.ts";
import { UsageError } from "../../../lib/errors.ts";
import { createJudge } from "./judge-reply.ts";

describe("rules of the user's", () => {
  test("a parameter is ignored, its aliases are known, its list has no order", () => {
    const parameters = {
      "book_table.notes": "ignore",
      "*.name": { aliases: [["San Francisco", "SF"]] },
      "book_table.stops": { unordered: true },
    };
    const expected = call("book_table", { name: "San Francisco", stops: ["a", "b"] });
    const given: GivenCall = ["book_table", { name: "SF", stops: ["b", "a"], notes: "polite" }];
    expect(judged([expected], [given], { parameters }).exact).toBe(true);
    expect(judged([expected], [given]).exact).toBe(false);
  });

  test("a comparator or a country that doesn't exist is told at once", () => {
    const unknown = ScoringOptions.parse({ parameters: { "*.name": "soundex" } });
    expect(() => createJudge(unknown)).toThrow(UsageError);
    expect(() => createJudge(ScoringOptions.parse({ country: "XX" }))).toThrow(UsageError);
  });

  test("which comparator each parameter got, and why, can be asked", () => {
    const judgeOf = createJudge(ScoringOptions.parse({}));
    judgeOf.judge(
      question([call("book_table", { time: "1", diet: "vegan" })]),
      reply([["book_table", { time: "2" }]]),
    );
    expect(judgeOf.book.entries().get("book_table.time")).toMatchObject({
      comparator: "time",
      because: "the name",
    });
    expect(judgeOf.book.entries().get("book_table.diet")).toMatchObject({
      comparator: "exact",
      because: "the enum",
    });
  });
});
