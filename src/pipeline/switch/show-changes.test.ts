import { expect, test } from "vitest";
import { showChanges } from "./show-changes.ts";

test.each([
  ["a password in the address", "LLM_BASE_URL=http://u:secret-1@h/v1", "http://[hidden]@h/v1"],
  ["a key in the address's query", "LLM_BASE_URL=http://h/v1?key=secret-1", "http://h/v1?[hidden]"],
  ["a key in the wrong line", "LLM_BASE_URL=gsk_abcdefghijklmnop", "[key]"],
  [
    "a key that stands elsewhere too",
    "X_TOKEN=secret-1\nLLM_BASE_URL=http://h/secret-1/v1",
    "http://h/[key]/v1",
  ],
  ["what a terminal would obey", "LLM_BASE_URL=a\u001b[2Jb", "ab"],
])("%s isn't shown", (_, before, from) => {
  expect(showChanges(before, "")).toEqual([{ variable: "LLM_BASE_URL", from, to: null }]);
});

test("only the agent's variables are shown, and only those that changed", () => {
  expect(showChanges("A=1\nLLM_MODEL=m\nLLM_PROVIDER=a\n", "A=2\nLLM_MODEL=m\nLLM_PROVIDER=b\n")).toEqual([
    { variable: "LLM_PROVIDER", from: "a", to: "b" },
  ]);
});
