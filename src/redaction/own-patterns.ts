import { RE2JS } from "re2js";
import type { OwnPattern } from "../domain/redaction-settings.ts";
import { searchText } from "../plugins/redactors/reading/search-text.ts";
import type { Entity, Finding, Form, SearchedText } from "../plugins/redactors/redactor.ts";
import { redactorOf } from "./fields.ts";

/** As Presidio's context enhancer adds. */
const contextBonus = 0.35;
/** How far before a match a context word is looked for. */
const contextReach = 60;

/**
 * Finds the matches of the user's own patterns. RE2's automata take time linear in the text, whatever the pattern;
 * patterns that need backtracking don't compile.
 */
export function ownPatternFinder(
  patterns: readonly OwnPattern[],
  threshold: number,
): (text: SearchedText) => readonly Finding[] {
  const compiled = patterns.map((own) => ({
    ...own,
    regex: compilePattern(own.pattern),
    words: wordsOf(own),
  }));
  if (compiled.length === 0) return () => none;
  return (text) =>
    compiled.flatMap(({ entity, regex, score, words }) =>
      matchesOf(text.text, regex).flatMap(({ start, end }) => {
        const surer = words.length > 0 && hasContext(text.text, start, words);
        const sure = surer ? Math.min(1, score + contextBonus) : score;
        if (sure < threshold) return [];
        return [{ ...readAs(text.text.slice(start, end), entity), score: sure, start, end }];
      }),
    );
}

const none: readonly Finding[] = [];

/** @throws Error with RE2's sentence about what is wrong */
export function compilePattern(pattern: string): RE2JS {
  return RE2JS.compile(RE2JS.translateRegExp(pattern));
}

function wordsOf({ context }: OwnPattern): string[] {
  return context.map((word) => word.toLowerCase());
}

function matchesOf(text: string, regex: RE2JS): { readonly start: number; readonly end: number }[] {
  const matches: { start: number; end: number }[] = [];
  const matcher = regex.matcher(text);
  while (matcher.find()) {
    const [start, end] = [matcher.start(), matcher.end()];
    if (end > start) matches.push({ start, end });
  }
  return matches;
}

function hasContext(text: string, start: number, words: readonly string[]): boolean {
  const before = text.slice(Math.max(0, start - contextReach), start).toLowerCase();
  return words.some((word) => before.includes(word));
}

/** A match that can't be read as one of its kind is an id; what isn't even that, its kind's name stands for. */
function readAs(match: string, entity: Entity): Form {
  const text = searchText(match, "data");
  const form = redactorOf(entity).read(text, entity) ?? redactorOf("ID").read(text, "ID");
  return form ?? { entity: "ID", value: match.toLowerCase(), write: () => `<${entity}>` };
}
