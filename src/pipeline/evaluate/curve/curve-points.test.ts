import { expect, test } from "vitest";
import type { Candidate, CandidateResult, EvaluationSummary } from "../../../domain/evaluation.ts";
import { placePoints, scoredPoints, withPoints } from "./curve-points.ts";

test("a model that is a candidate already is asked once, under the name that it has", () => {
  const { added, points } = placePoints(
    [candidate("base", "b"), candidate("tuned", "whole")],
    [
      { candidate: candidate("curve-40", "whole"), examples: 40 },
      { candidate: candidate("curve-10", "small"), examples: 9 },
    ],
  );
  expect(added.map(({ name }) => name)).toEqual(["curve-10"]);
  expect(points.map(({ examples, candidate: name }) => [examples, name])).toEqual([
    [9, "curve-10"],
    [40, "tuned"],
  ]);
});

test("a name that another model has is refused", () => {
  const taken = [candidate("curve-10", "other")];
  expect(() => placePoints(taken, [{ candidate: candidate("curve-10", "small"), examples: 9 }])).toThrow(
    "a candidate is called curve-10 already",
  );
});

test("a second curve stands beside the first, by rising number of examples", () => {
  const summary = { curve: [point(10, "curve-10"), point(40, "tuned")] } as unknown as EvaluationSummary;
  const files = {} as never;
  const both = withPoints({ files, summary }, [point(20, "curve-20"), point(40, "tuned")]);
  expect(both.summary.curve.map(({ candidate: name }) => name)).toEqual(["curve-10", "curve-20", "tuned"]);
});

test("a point has figures once all its cases are asked", () => {
  const metrics = { exact_call: { scorer: "exact_call", cases: 1, calls: 1, figures: null } };
  const results = [
    { candidate: candidate("curve-10", "a"), missing: 0, metrics },
    { candidate: candidate("curve-20", "b"), missing: 1, metrics },
  ] as unknown as CandidateResult[];
  const scored = scoredPoints([point(10, "curve-10"), point(20, "curve-20"), point(30, "gone")], results);
  expect(scored.map((each) => each.metrics)).toEqual([metrics, {}, {}]);
});

function point(examples: number, name: string) {
  return { examples, candidate: name, metrics: {} };
}

function candidate(name: string, model: string): Candidate {
  return {
    name,
    kind: "model",
    provider: "local",
    model,
    address: "this machine",
    prompt: null,
    fewShot: null,
    temperature: 0,
    maxTokens: 1024,
    price: null,
  };
}
