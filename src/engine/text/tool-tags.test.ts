import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Tool } from "../../domain/tool.ts";
import { createTokenizer, toolTags } from "./tokenizer.ts";
import { tagsOf } from "./tool-tags.ts";

const tokenizer = createTokenizer([]);

describe("the tags of tools", () => {
  test("no two tools share one while there are enough, and the order of the tools changes none", () => {
    const names = fc.uniqueArray(fc.stringMatching(/^[a-z]{1,8}$/), { maxLength: toolTags });
    fc.assert(
      fc.property(names, (names) => {
        const tools = names.map(toolOf);
        const tagOf = tagsOf(tokenizer, tools);
        const turned = tagsOf(tokenizer, tools.toReversed());
        expect(new Set(names.map(tagOf)).size).toBe(names.length);
        expect(names.map(turned)).toEqual(names.map(tagOf));
      }),
      { numRuns: 300 },
    );
  });

  test("a name in another spelling has the same tag", () => {
    const tagOf = tagsOf(tokenizer, [toolOf("book_kayak")]);
    expect(tagOf("bookKayak")).toBe(tagOf("book_kayak"));
  });

  test("more tools than tags, and a tool that isn't there any more, have a tag too", () => {
    const many = Array.from({ length: 200 }, (_, index) => toolOf(`tool_${index}`));
    const tagOf = tagsOf(tokenizer, many);
    const tags = [...many.map((tool) => tagOf(tool.function.name)), tagOf("gone")];
    const known = Array.from({ length: toolTags }, (_, index) => tokenizer.tag(index));
    for (const tag of tags) expect(known).toContain(tag);
    expect(new Set(tags).size).toBeGreaterThan(toolTags / 2);
  });

  test("a tag is no text and no mark", () => {
    const tag = tokenizer.tag(toolTags - 1);
    expect(tag).toBe(tokenizer.size - 1);
    expect(tokenizer.pieceOf(tag)).toBeNull();
    expect(tokenizer.decode([...tokenizer.encode(" tea"), tag])).toBe(" tea");
  });
});

function toolOf(name: string): Tool {
  return { type: "function", function: { name, parameters: { type: "object", properties: {} } } };
}
