import { describe, expect, test } from "vitest";
import { smallTokenizer } from "../../../test/support/small-tokenizer.ts";
import type { Tool } from "../../domain/tool.ts";
import { seededRandom } from "../../lib/seeded-random.ts";
import { encodeRows } from "../text/rows.ts";
import type { TrainingRow } from "./fine-tune.ts";
import type { Sequence } from "./trainer.ts";
import { varyValues } from "./vary-values.ts";

const tokenizer = smallTokenizer("my name is quentin zabor and a large kayak for my boat number", 100);

const tool: Tool = {
  type: "function",
  function: {
    name: "rent_boat",
    parameters: {
      type: "object",
      properties: {
        customer: { type: "string" },
        code: { type: "string" },
        size: { type: "string", enum: ["large", "small"] },
        people: { type: "integer" },
      },
    },
  },
};

const row: TrainingRow = {
  tools: [tool],
  messages: [
    { role: "system", content: "You rent boats at Harborview." },
    { role: "user", content: "a large one for 4, i am quentin zabor from harborview, code 8812345" },
    {
      role: "assistant",
      content: null,
      tool_calls: [
        {
          id: "1",
          type: "function",
          function: {
            name: "rent_boat",
            arguments: JSON.stringify({
              customer: "Quentin Zabor",
              code: "8812345",
              size: "large",
              people: 4,
            }),
          },
        },
      ],
    },
    { role: "tool", tool_call_id: "1", content: '{"ok":true,"for":"Quentin Zabor"}' },
    { role: "assistant", content: "Done, Quentin, at Harborview." },
  ],
};

const sequence = encodeRows(tokenizer, [row], 1024).sequences[0] as Sequence;
const original = textOf(sequence);
const versions = Array.from({ length: 40 }, (_, seed) =>
  varyValues(tokenizer, sequence, { longest: 1024, random: seededRandom(`version ${seed}`) }),
);
const changed = versions.filter((version) => textOf(version) !== original);

describe("other words for copied values", () => {
  test("some sequences keep their own words, and the others differ from one another", () => {
    expect(changed.length).toBeGreaterThan(5);
    expect(changed.length).toBeLessThan(35);
    expect(new Set(changed.map(textOf)).size).toBe(changed.length);
  });

  test("a copied word is the same wherever it stands, and keeps its capital", () => {
    for (const version of changed) {
      const text = textOf(version);
      expect(text.toLowerCase()).not.toMatch(/quentin|zabor|8812345/);
      const [, first, last] = /i am (\w+) (\w+) from/.exec(text) ?? [];
      expect(text).toContain(`customer ${capital(first)} ${capital(last)}`);
      expect(text).toContain(`for ${capital(first)} ${capital(last)}`);
      expect(text).toContain(`Done, ${capital(first)}, at`);
      const [, code] = /code (\d{7}) /.exec(text) ?? [];
      expect(text.split(code ?? "none")).toHaveLength(3);
    }
  });

  test("the business's words, choices and short numbers stay", () => {
    for (const version of changed) {
      expect(textOf(version)).toContain("a large one for 4, i am");
      expect(textOf(version)).toContain("at Harborview");
    }
  });

  test("what is learnt is the same part as before", () => {
    const learnt = (one: Sequence) =>
      textOf({ ...one, tokens: Array.from(one.tokens).filter((_, at) => one.learn[at] === 1) });
    for (const version of changed) {
      expect(version.learn).toHaveLength(version.tokens.length);
      expect(learnt(version)).toMatch(
        /^ rent boat customer \w+ \w+ code \d{7} size large people 4 Done, \w+, at/,
      );
    }
  });

  test("what would become too long for the model keeps its words", () => {
    const longest = sequence.tokens.length;
    const grown = changed.filter(({ tokens }) => tokens.length > longest);
    expect(grown.length).toBeGreaterThan(0);
    for (let seed = 0; seed < 40; seed += 1) {
      const { tokens } = varyValues(tokenizer, sequence, {
        longest,
        random: seededRandom(`version ${seed}`),
      });
      expect(tokens.length).toBeLessThanOrEqual(longest);
    }
  });

  test("a row without copied values is left alone", () => {
    const plain = encodeRows(
      tokenizer,
      [
        {
          tools: [],
          messages: [
            { role: "user", content: "hello" },
            { role: "assistant", content: "hello" },
          ],
        },
      ],
      1024,
    ).sequences[0] as Sequence;
    for (let seed = 0; seed < 20; seed += 1)
      expect(varyValues(tokenizer, plain, { longest: 1024, random: seededRandom(`${seed}`) })).toBe(plain);
  });
});

function textOf({ tokens }: Sequence): string {
  return tokenizer.decode(Array.from(tokens));
}

function capital(word = "missing"): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
