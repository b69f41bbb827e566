import type { Draw } from "./draw.ts";
import { toolPrefixes } from "./words/businesses.ts";

/** How one team names its tools. */
export interface Naming {
  /** An identifier of these words. */
  readonly spell: (words: string) => string;
  /** The name of a tool. */
  readonly name: (words: string) => string;
}

/** One spelling for all; some teams begin or end every name alike. */
export function drawNaming(draw: Draw): Naming {
  const spell = drawSpelling(draw);
  const before = draw.chance(0.12) ? `${draw.chance(0.75) ? draw.pick(toolPrefixes) : draw.word(1, 2)} ` : "";
  const behind = draw.chance(0.05) ? ` ${draw.pick(teamSuffixes)}` : "";
  return { spell, name: (words) => spell(`${before}${words}${behind}`) };
}

const teamSuffixes = [
  "tool",
  "fn",
  "v1",
  "v2",
  "api",
  "action",
  "by phone",
  "call",
  "function",
  "skill",
  "intent",
];

interface NameParts {
  readonly verb: string;
  readonly noun: string;
  /** It tells about several things. */
  readonly plural: boolean;
  /** The verb stands for the thing too. */
  readonly bare: boolean;
}

/** The words of a tool's name: mostly verb and noun. */
export function nameWords(draw: Draw, { verb, noun, plural, bare }: NameParts): string {
  const nouns = plural && !noun.endsWith("s") ? `${noun}s` : noun;
  if (bare && draw.chance(0.25)) return verb;
  const endsOpen = /\b(?:of|for|from|to|in|on|with|about|by|at)$/.test(verb);
  if (!endsOpen && draw.chance(0.13)) return `${nouns} ${verb}`;
  const words = `${verb} ${nouns}`;
  return draw.chance(0.12) ? `${words} ${draw.pick(suffixes)}` : words;
}

const suffixes = [
  "request",
  "v2",
  "now",
  "record",
  "entry",
  "for customer",
  "for caller",
  "by id",
  "info",
  "details",
  "data",
  "tool",
  "new",
  "job",
  "task",
  "step",
  "service",
  "online",
  "action",
  "handler",
  "for client",
  "by number",
  "form",
  "case",
];

const styles = ["snake", "snake", "snake", "snake", "camel", "camel", "pascal", "kebab"] as const;

/** How one team writes identifiers. */
function drawSpelling(draw: Draw): (words: string) => string {
  const style = draw.random.pick(styles);
  return (words) => {
    const parts = words.toLowerCase().split(/[\s-]+/);
    if (style === "snake") return parts.join("_");
    if (style === "kebab") return parts.join("-");
    const big = parts.map((part) => part.charAt(0).toUpperCase() + part.slice(1)).join("");
    return style === "pascal" ? big : big.charAt(0).toLowerCase() + big.slice(1);
  };
}
