import type { Tool } from "../../domain/tool.ts";
import { hash53 } from "../../lib/hash.ts";
import { identifierWords } from "./split-words.ts";
import { type Tokenizer, toolTags } from "./tokenizer.ts";

/** The tag token of a tool by its name. */
export type TagOf = (name: string) => number;

/**
 * Gives each tool of a chat a tag, which stands behind its name and description where it is defined, so that what it is for is
 * known there, and before its name where it is called. Which tool to call is then one token that says nothing by itself: it has to be looked up among the tools, so that finding a tool that
 * was never seen is learnt with every call. A tag follows from the name (and from the tools whose names want the same
 * one), never from the order of the tools, so that it is the same in training and in production.
 */
export function tagsOf(tokenizer: Tokenizer, tools: readonly Tool[]): TagOf {
  const taken = new Map<number, string>();
  const tags = new Map<string, number>();
  const names = new Set(tools.map((tool) => identifierWords(tool.function.name)));
  for (const words of [...names].sort()) {
    let tag = hash53(words) % toolTags;
    // More tools than tags share them: the name behind the tag tells them apart.
    while (taken.has(tag) && taken.size < toolTags) tag = (tag + 1) % toolTags;
    taken.set(tag, words);
    tags.set(words, tag);
  }
  return (name) => {
    const words = identifierWords(name);
    return tokenizer.tag(tags.get(words) ?? hash53(words) % toolTags);
  };
}
