import { expect, test } from "vitest";
import type { Candidate, EvaluationSummary } from "../../domain/evaluation.ts";
import type { JobRecord } from "../../domain/job-record.ts";
import { servingPrices } from "./serving-prices.ts";

test("a tuned model costs by the day what a machine for its base does", () => {
  const jobs = [jobOf("together", "Qwen/Qwen3.5-9B", "acme/tuned-1")];
  const [price, ...others] = servingPrices(summaryOf(["together", "acme/tuned-1"]), jobs);
  expect(price).toMatchObject({ candidate: "acme/tuned-1", dollarsPerDay: 5.49 * 24 });
  expect(price?.because).toMatch(/^1 × H100 \(.*; read on 2026-11-23\)$/);
  expect(others).toEqual([]);
});

test.each([
  ["a base model", ["together", "Qwen/Qwen3.5-9B"]],
  ["a model that no job of this workspace made", ["together", "acme/tuned-2"]],
  ["one of this machine, which costs nothing", ["local", "acme/here"]],
  ["a base whose price nobody tells", ["together", "acme/unknown"]],
  ["the same name at another provider", ["groq", "acme/tuned-1"]],
  ["the log", [null, null]],
] as const)("%s has no such price", (_, candidate) => {
  const jobs = [
    jobOf("together", "Qwen/Qwen3.5-9B", "acme/tuned-1"),
    jobOf("local", "calltune/base", "acme/here"),
    jobOf("together", "openai/gpt-oss-20b", "acme/unknown"),
    jobOf("together", "Qwen/Qwen3.5-9B", null),
  ];
  expect(servingPrices(summaryOf(candidate), jobs)).toEqual([]);
});

function summaryOf([provider, model]: readonly [string | null, string | null]): EvaluationSummary {
  const candidate = { name: model ?? "log", provider, model } as Candidate;
  return { candidates: [{ candidate }] } as unknown as EvaluationSummary;
}

function jobOf(provider: string, base: string, name: string | null): JobRecord {
  return { order: { provider, model: base }, model: { name } } as JobRecord;
}
