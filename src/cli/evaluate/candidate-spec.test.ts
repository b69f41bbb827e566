import { expect, test } from "vitest";
import { repeatedFlag } from "../repeated-flag.ts";
import { parseCandidate } from "./candidate-spec.ts";

test("a candidate is a name, who is asked, and with what", () => {
  expect(
    parseCandidate(
      "base+shots=groq:openai/gpt-oss-20b,prompt=my, agent.md,few-shot=3,temperature=0.2,max-tokens=300,price-in=0.1,price-out=0.5",
    ),
  ).toEqual({
    name: "base+shots",
    model: "groq:openai/gpt-oss-20b",
    prompt: "my, agent.md",
    fewShot: 3,
    temperature: 0.2,
    maxTokens: 300,
    price: { input: 0.1, output: 0.5 },
  });
});

test("without a name the model's is taken; a model's id may hold colons", () => {
  expect(parseCandidate("log")).toMatchObject({ name: "log", model: "log" });
  expect(parseCandidate("groq:llama")).toMatchObject({ name: "llama" });
  expect(parseCandidate("tuned=openai:ft:gpt-4o:acme::id,temperature=default")).toMatchObject({
    model: "openai:ft:gpt-4o:acme::id",
    temperature: null,
  });
});

test("a flag given many times keeps its order", () => {
  expect(repeatedFlag(["--a", "1", "--b", "2", "--a=3=4"], "a")).toEqual(["1", "3=4"]);
});

test.each([
  "x=groq:m,api-key=gsk_secret",
  "x=v:m,url=https://u:secret@h/v1,bogus=1",
  "x=v:m,url=https://u:secret@h/v1,few-shot=0",
  "x=v:m,url=https://u:secret@h/v1,price-in=1",
])("what is wrong with %s is said without its values", (text) => {
  expect(() => parseCandidate(text)).toThrow(/^--candidate x: (?!.*secret)/);
});

test.each([
  ["x=groq:m,few-shot=0", /^--candidate x: few-shot: /],
  ["x=groq:m,max-tokens=1.5", /^--candidate x: max-tokens: /],
])("an option of %s is called what was typed", (text, sentence) => {
  expect(() => parseCandidate(text)).toThrow(sentence);
});

test("the log takes no options", () => {
  expect(() => parseCandidate("log,temperature=1")).toThrow("it takes no options");
});
