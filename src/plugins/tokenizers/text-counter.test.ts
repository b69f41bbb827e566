import fc from "fast-check";
import { countTokens } from "gpt-tokenizer/encoding/o200k_base";
import { describe, expect, test } from "vitest";
import { cpuSeconds } from "../../../test/support/cpu-seconds.ts";
import { referenceCounter } from "../../../test/support/tokenizer-references.ts";
import { tokenizers } from "./index.ts";

const references = {
  llama3: referenceCounter("llama3"),
  qwen25: referenceCounter("qwen25"),
  qwen3: referenceCounter("qwen3"),
  o200k: (text: string) => countTokens(text, { disallowedSpecial: new Set() }),
};

const texts: readonly (readonly [about: string, text: string])[] = [
  ["contractions", "It's I'LL we've they'Re 'tis don't'd 's' 'x \u2019s"],
  ["digits", "1 12 123 1234 1234567 ٣٤٥٦ ½ ²³ +49 170 1234567"],
  ["spaces", " a  b   c    d\t\te \n f\n\n\ng \r\n h   "],
  ["only spaces", "      "],
  ["deep indentation", `{\n${" ".repeat(40)}"a": 1\n${" ".repeat(17)}}\n`],
  ["punctuation", "...!!!???\n\n((((]]]] -->> /// \n// a/b/c\n/"],
  ["CJK and kana", "東京タワー、ひらがな。한국어 ไทย हिन्दी"],
  ["emoji and joiners", "👩‍👩‍👧‍👦🏳️‍🌈🇩🇪👍🏽 ok"],
  ["letters beyond the first plane", "𝐀𝐁𝐜 𐐷𐐷 𝟘𝟙𝟚 𠮷野家"],
  ["marks", "e\u0301te\u0301 a\u0308 \u0301x n\u0303"],
  ["case", "camelCase HTTPServer ÄÖÜ straßeSTRASSE ǅ ʰa McDonald's"],
  ["control characters", "\u0000\u0001\u001f\u007f\u0085\u00a0\u200b\u2028\u2029\ufeff"],
  ["words no merge reaches", " việc hợp nhiều thời điều jeho ektedir"],
  ["JSON", '{"name": "book", "arguments": {"day": "2026-11-23", "n": 4.5, "ok": true}}'],
];

describe.each(Object.entries(references))("%s counts as its reference does", (name, countReference) => {
  const { countText } = tokenizers[name as keyof typeof references];
  // gpt-tokenizer misses the tokens that begin with U+FEFF, since a TextDecoder swallows it there.
  const asked = (text: string) => (name === "o200k" ? text.replaceAll("\ufeff", "") : text);

  test.each(texts)("%s", (_, text) => {
    expect(countText(asked(text))).toBe(countReference(asked(text)));
  });

  test("any text", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(countText(asked(text))).toBe(countReference(asked(text)));
      }),
      { numRuns: 300 },
    );
  });
});

describe("special tokens in a text are one token each", () => {
  test.each([
    ["llama3", "<|eot_id|>", 1],
    ["llama3", "a<|begin_of_text|> b<|reserved_special_token_7|>", 4],
    ["llama3", "<|start_header_id|>user<|end_header_id|>\n\n", 4],
    ["qwen3", "<think>\n\n</think>\n\nx<tool_response>", 6],
    ["qwen25", "<|im_start|>user\n<tool_call>", 4],
  ] as const)("%s: %s", (name, text, tokens) => {
    expect(tokenizers[name].countText(text)).toBe(tokens);
    expect(references[name](text)).toBe(tokens);
  });
});

test("U+FEFF is a token of o200k, alone and at the start of others", () => {
  expect(tokenizers.o200k.countText("\ufeff")).toBe(1);
  expect(tokenizers.o200k.countText("\ufeffusing")).toBe(1);
});

test("two megabytes of one letter are no trap", () => {
  // Eight of them are the longest token; squares of steps would take hours.
  expect(tokenizers.llama3.countText("a".repeat(2_000_000))).toBe(250_000);
});

test.each([
  ["marks", "!"],
  ["spaces", " "],
  ["line ends", "\n"],
  ["digits", "7"],
  ["apostrophes", "'"],
  ["halves of a special token", "<|"],
])("the time for a run of %s grows no faster than its length", (_, unit) => {
  const { countText } = tokenizers.llama3;
  const [short, long] = [unit.repeat(16_000), unit.repeat(256_000)];
  expect(countText(short)).toBe(references.llama3(short));
  const [quick, slow] = [cpuSeconds(() => countText(short)), cpuSeconds(() => countText(long))];
  // In proportion is 16 times; squares would be 256.
  expect(slow).toBeLessThan(0.2 + 64 * quick);
});

/** Pieces that meet in speech, JSON and markup, and what fast-check thinks of. */
const piece = fc.oneof(
  fc.string({ unit: "binary", maxLength: 6 }),
  fc.string({ unit: "grapheme", maxLength: 6 }),
  fc.constantFrom("<|eot_id|>", "<|im_end|>", "</think>", "<tool_call>", "<|", "\u0338"),
  fc.constantFrom(
    "'s",
    "'LL",
    "'",
    "don't",
    "  ",
    "\n",
    "\r\n",
    "\t",
    "<",
    "/",
    "://",
    '{"',
    '":',
    "東",
    "é",
    "e\u0301",
  ),
  fc.constantFrom(
    "\ud83d",
    "\ude00",
    "😀",
    "𝟙",
    "Ⅷ",
    "ǅ",
    "\u0301",
    "\u00a0",
    "\u2028",
    "ſ",
    "K",
    "word",
    "Word",
    "WORD",
  ),
  fc.integer({ min: 0, max: 99_999 }).map(String),
  fc
    .tuple(fc.constantFrom("a", " ", "\n", "0", "-", "ab", "é"), fc.integer({ min: 1, max: 40 }))
    .map(([unit, n]) => unit.repeat(n)),
);
const anyText = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(""));
