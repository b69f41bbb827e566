import { describe, expect, test } from "vitest";
import { smallTokenizer } from "../../../../test/support/small-tokenizer.ts";
import { encodeText } from "../../text/values.ts";
import { type Favoured, favouredWords } from "./favoured.ts";

const said = "um the name is quentin zabor and i want a kayak";
const tokenizer = smallTokenizer(`${said} Quentin Zabor `.repeat(3), 300);
const place = favouredWords(tokenizer, [{ role: "user", content: said }], ["2026-03-07"]);
const end = -7;

describe("words that were said are favoured", () => {
  test("at the beginning, in any capitals, but no fillers", () => {
    expect(bonusOf(place, firstOf("quentin"))).toBeGreaterThan(0);
    expect(bonusOf(place, firstOf("Quentin"))).toBe(bonusOf(place, firstOf("quentin")));
    expect(bonusOf(place, firstOf("the"))).toBeLessThan(bonusOf(place, firstOf("quentin")));
    expect(bonusOf(place, firstOf("um"))).toBe(0);
    expect(bonusOf(place, end)).toBe(0);
  });

  test("a word is gone on with, and then what was said behind it in the same style, or the end", () => {
    const tokens = encodeText(tokenizer, "Quentin");
    let inside: Favoured = place;
    for (const token of tokens.slice(0, -1)) {
      inside = inside.after(token);
      expect(bonusOf(inside, end)).toBe(0);
    }
    expect(bonusOf(inside, tokens.at(-1) ?? 0)).toBeGreaterThan(0);
    const behind = placeBehind("Quentin");
    expect(bonusOf(behind, firstOf("Zabor"))).toBe(bonusOf(behind, end));
    expect(bonusOf(behind, firstOf("Zabor"))).toBeGreaterThan(bonusOf(behind, firstOf("zabor")));
    expect(bonusOf(behind, firstOf("zabor"))).toBeGreaterThan(0);
  });

  test("what was never said is favoured nowhere, and leads out of what was", () => {
    const away = placeBehind("xylophone");
    expect(away.bonus([end])).toEqual([]);
  });

  test("a form of what was said is favoured whole", () => {
    const form = encodeText(tokenizer, "2026-03-07");
    let inside: Favoured = place;
    for (const token of form) {
      expect(bonusOf(inside, token)).toBeGreaterThan(0);
      inside = inside.after(token);
    }
    expect(bonusOf(inside, end)).toBeGreaterThan(0);
  });
});

function firstOf(word: string): number {
  return encodeText(tokenizer, word)[0] ?? 0;
}

function placeBehind(text: string): Favoured {
  return encodeText(tokenizer, text).reduce((at, token) => at.after(token), place);
}

function bonusOf(at: Favoured, token: number): number {
  return new Map(at.bonus([end])).get(token) ?? 0;
}
