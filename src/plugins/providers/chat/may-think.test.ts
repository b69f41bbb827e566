import { expect, test } from "vitest";
import { mayThink } from "./may-think.ts";

test.each([
  "openai/gpt-oss-20b",
  "acme/gpt-oss-20b-agent-1f2e",
  "gpt-5",
  "gpt-5.4-mini",
  "ft:gpt-5-mini:acme::abc",
  "o3",
  "o4-mini-2025-04-16",
  "Qwen/Qwen3.5-9B",
  "qwen/qwen3-32b",
  "deepseek-ai/DeepSeek-R1-Distill-Llama-70B",
  "moonshotai/Kimi-K2-Thinking",
  "zai-org/GLM-4.6",
])("%s is known to think first", (model) => {
  expect(mayThink(model)).toBe(true);
});

test.each([
  "gpt-4o-mini",
  "gpt-4.1",
  "gpt-50",
  "llama-3.3-70b-versatile",
  "meta-llama/Llama-3.3-70B-Instruct-Turbo",
  "Qwen/Qwen3-30B-A3B-Instruct-2507",
  "Qwen/Qwen2.5-7B-Instruct",
  "acme/agent-non-reasoning",
  "calltune/base",
  "m",
])("of %s nothing of the kind is known", (model) => {
  expect(mayThink(model)).toBe(false);
});
