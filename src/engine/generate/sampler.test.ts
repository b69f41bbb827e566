import { describe, expect, test } from "vitest";
import { seededRandom } from "../../lib/seeded-random.ts";
import { createSampler } from "./sampler.ts";

const scores = Float32Array.from([5, 1, Math.log(3), 0, Number.NaN]);

describe("a sampler", () => {
  test("takes the likeliest of what is allowed, the first of equals", () => {
    const sample = samplerOf(0, 1);
    expect(sample(scores, [[1, 2], [3]])).toBe(2);
    expect(sample(Float32Array.from([1, 1]), [[1], [0]])).toBe(1);
    expect(sample(scores, [[4], [3]])).toBe(4);
  });

  test("draws by probability among the allowed", () => {
    const counts = countsOf(samplerOf(1, 1), [[2], [3]]);
    expect(counts.get(2)).toBeGreaterThan(700);
    expect(counts.get(3)).toBeGreaterThan(200);
    expect(counts.size).toBe(2);
  });

  test("a share of the probability leaves out the rest", () => {
    expect([...countsOf(samplerOf(1, 0.7), [[2, 3]]).keys()]).toEqual([2]);
    expect(countsOf(samplerOf(1, 0.8), [[2, 3]]).size).toBe(2);
  });

  test("a high temperature evens out", () => {
    expect(countsOf(samplerOf(100, 1), [[0, 3]]).get(3)).toBeGreaterThan(400);
  });
});

function samplerOf(temperature: number, topP: number) {
  return createSampler({ temperature, topP, random: seededRandom("draws") });
}

function countsOf(sample: ReturnType<typeof createSampler>, allowed: number[][]): Map<number, number> {
  const counts = new Map<number, number>();
  for (let draws = 0; draws < 1000; draws += 1) {
    const token = sample(scores, allowed);
    counts.set(token, (counts.get(token) ?? 0) + 1);
  }
  return counts;
}
