import { describe, expect, test } from "vitest";
import { chooseAddress, planChange } from "./plan-change.ts";

const together = "https://api.together.ai/v1";
const nothing = { given: undefined, running: null, evaluated: null };

describe("the address", () => {
  test.each([
    [
      "the given one comes first",
      "mine",
      { ...nothing, given: "http://g/v1/", evaluated: "http://e/v1" },
      {},
      "http://g/v1",
    ],
    ["then what was evaluated", "mine", { ...nothing, evaluated: "http://e/v1" }, {}, "http://e/v1"],
    [
      "then what the file has for this provider",
      "mine",
      nothing,
      { LLM_PROVIDER: "Mine", LLM_BASE_URL: "http://k" },
      "http://k",
    ],
    ["and not for another", "mine", nothing, { LLM_PROVIDER: "other", LLM_BASE_URL: "http://k" }, null],
    ["a known provider's own needs no line", "together", { ...nothing, evaluated: `${together}/` }, {}, null],
    [
      "another that was evaluated does",
      "together",
      { ...nothing, evaluated: "http://e/v1" },
      {},
      "http://e/v1",
    ],
    [
      "a proxy stays where nothing was evaluated",
      "together",
      nothing,
      { LLM_PROVIDER: "together", LLM_BASE_URL: "http://k" },
      "http://k",
    ],
    [
      "a local evaluation's port is gone",
      "local",
      { ...nothing, evaluated: "http://127.0.0.1:5/v1" },
      {},
      null,
    ],
    [
      "a local server that runs is asked",
      "local",
      { ...nothing, running: "http://127.0.0.1:7/v1" },
      { LLM_PROVIDER: "local", LLM_BASE_URL: "http://k" },
      "http://127.0.0.1:7/v1",
    ],
  ])("%s", (_, provider, hints, current, address) => {
    expect(chooseAddress({ provider, model: "m" }, hints, new Map(Object.entries(current)))).toBe(address);
  });
});

describe("the variables", () => {
  test.each([
    ["a known provider needs no address", "together", null, {}, {}],
    [
      "unless the file has another's",
      "together",
      null,
      { LLM_BASE_URL: "http://k" },
      { LLM_BASE_URL: together },
    ],
    ["local is always told where", "local", null, {}, { LLM_BASE_URL: "http://127.0.0.1:8642/v1" }],
    ["an address that was chosen is written", "mine", "http://g/v1", {}, { LLM_BASE_URL: "http://g/v1" }],
    [
      "the guide's variable goes along at groq",
      "groq",
      null,
      { GROQ_TOOL_MODEL: "old" },
      { GROQ_TOOL_MODEL: "m" },
    ],
    ["and not where it is empty", "groq", null, { GROQ_TOOL_MODEL: "" }, {}],
    ["and not elsewhere", "together", null, { GROQ_TOOL_MODEL: "old" }, {}],
  ])("%s", (_, provider, address, current, more) => {
    expect(planChange({ provider, model: "m" }, address, new Map(Object.entries(current)))).toEqual({
      LLM_PROVIDER: provider,
      LLM_MODEL: "m",
      ...more,
    });
  });
});
