import { expect, test } from "vitest";
import pieces from "../../../../scripts/engine/pieces.json" with { type: "json" };
import { createTokenizer } from "../../text/tokenizer.ts";
import type { Place } from "../place.ts";
import { createVocabulary } from "../vocabulary.ts";
import { heardPlace } from "./heard-place.ts";

const vocabulary = createVocabulary(createTokenizer(pieces));
const isDay = (json: string) => /^"\d{4}-\d\d-\d\d"$/.test(json);

function daysOf(said: readonly string[], prompt: readonly string[]): string[] {
  const desk = {
    vocabulary,
    heard: () => ({ strings: said, numbers: [] }),
    spokenTexts: () => ["when I have time"],
    promptTexts: () => prompt,
  };
  const place = heardPlace(desk, { prefixes: [], accepts: isDay });
  return place === null ? [] : textsOf(place, []);
}

function textsOf(place: Place<string>, before: readonly number[]): string[] {
  const here = place.ends ? [vocabulary.textOf(before).trim()] : [];
  const onward = Array.from(place.tokens).flatMap((token) => {
    const next = place.after(token);
    return next === null ? [] : textsOf(next, [...before, token]);
  });
  return [...here, ...onward];
}

test("the prompt's day is a value only where nobody said one", () => {
  expect(daysOf(["2027-08-15"], ["2027-07-30"])).toEqual(["2027-08-15"]);
  expect(daysOf([], ["2027-07-30"])).toEqual(["2027-07-30"]);
  expect(daysOf([], [])).toEqual([]);
});
