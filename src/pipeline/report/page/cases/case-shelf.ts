import type { Case } from "../../../../domain/case.ts";
import type { Message } from "../../../../domain/message.ts";
import { unitInterval } from "../../../../lib/hash.ts";
import { clipped, packCase, packMessage } from "./pack-case.ts";
import { changeOf, isExact, type PageCase } from "./page-case.ts";
import { type PackedMessage, type Part, sharedChains, sharedTexts } from "./shared-parts.ts";

export interface CaseShelfOptions {
  readonly candidates: readonly string[];
  /** Their classes, in the same order. */
  readonly looks: readonly string[];
  /** Place of the baseline among the candidates. */
  readonly baseline: number;
  /** Of JSON; what doesn't fit is left out. */
  readonly mostBytes: number;
  /** Decides which of the least telling cases stay. */
  readonly seed: string;
}

/** Cases from the most telling: changed against the baseline; wrong or failed; right by all. */
export const caseRanks = ["changed", "wrong", "right"] as const;
export type CaseRank = (typeof caseRanks)[number];

/** So many cases of a rank there are, and so many are on the page. */
export type CaseCounts = Readonly<Record<CaseRank, { all: number; kept: number }>>;

export interface ShelvedCases {
  /** What the page's script reads. */
  readonly json: string;
  readonly counts: CaseCounts;
}

export interface CaseShelf {
  add(pageCase: PageCase): void;
  close(): ShelvedCases;
}

interface Entry {
  readonly order: number;
  readonly rank: number;
  readonly chance: number;
  readonly json: string;
  /** How many of the chain's messages the case has. */
  readonly upTo: number;
  readonly chain: Part;
  readonly tools: Part;
}

/**
 * Keeps the cases that a page has room for: the most telling ranks first, within a rank by a seeded draw. What cases
 * share (the messages of one call, prompts, tools) is held once. Never holds much more than it may keep.
 */
export function createCaseShelf(options: CaseShelfOptions): CaseShelf {
  const chains = sharedChains();
  const partOf = toolParts();
  const packed = messagePacker();
  let entries: Entry[] = [];
  let [added, unchecked] = [0, 0];
  const counts = { changed: { all: 0, kept: 0 }, wrong: { all: 0, kept: 0 }, right: { all: 0, kept: 0 } };
  return {
    add(pageCase) {
      const { case: question } = pageCase;
      const messages = packed(question.messages);
      const entry: Entry = {
        order: added,
        ...placeOf(pageCase, options),
        json: JSON.stringify(packCase(pageCase, options.baseline)),
        upTo: question.messages.length,
        chain: chains.add(messages),
        tools: partOf(question.tools),
      };
      entries.push(entry);
      counts[caseRanks[entry.rank] ?? "right"].all += 1;
      added += 1;
      unchecked += entry.json.length + ownUnits(messages);
      if (unchecked < options.mostBytes) return;
      entries = whatFits(entries, options.mostBytes);
      unchecked = 0;
    },
    close() {
      const kept = whatFits(entries, options.mostBytes).sort((one, other) => one.order - other.order);
      for (const { rank } of kept) counts[caseRanks[rank] ?? "right"].kept += 1;
      return { json: toJson(kept, options), counts };
    },
  };
}

/** Whose tools are the very object of the case before needn't be written out to be known again. */
function toolParts(): (tools: Case["tools"]) => Part {
  const texts = sharedTexts();
  let last: { readonly tools: Case["tools"]; readonly part: Part } | null = null;
  return (tools) => {
    if (last?.tools !== tools)
      last = { tools, part: texts.add(JSON.stringify(tools.map(({ function: tool }) => tool))) };
    return last.part;
  };
}

function ownUnits(messages: readonly PackedMessage[]): number {
  return messages.reduce((sum, { text, isSystem }) => sum + (isSystem ? 0 : text.length), 0);
}

function placeOf({ case: { id }, replies }: PageCase, { baseline, seed }: CaseShelfOptions) {
  const before = replies[baseline];
  const isChanged = replies.some((reply, place) => place !== baseline && changeOf(reply, before) !== null);
  const isWrong = replies.some((reply) => reply.scored !== null && isExact(reply) !== true);
  const unchanged = isWrong ? 1 : 2;
  return { rank: isChanged ? 0 : unchanged, chance: unitInterval(`${seed}:${id}`) };
}

/** A case begins with the messages of the case before in its call: what was packed for that is taken again. */
function messagePacker(): (messages: readonly Message[]) => readonly PackedMessage[] {
  let before: { readonly messages: readonly Message[]; readonly packed: readonly PackedMessage[] } = {
    messages: [],
    packed: [],
  };
  return (messages) => {
    const packed = messages.map((message, place) => {
      const [earlier, known] = [before.messages[place], before.packed[place]];
      const isKnown = earlier !== undefined && known !== undefined && arePackedAlike(message, earlier);
      return isKnown ? known : packedMessage(message);
    });
    before = { messages, packed };
    return packed;
  };
}

/** False where it would take as long to know as to pack. */
function arePackedAlike(one: Message, other: Message): boolean {
  if (one.role !== other.role || one.content !== other.content) return false;
  return ![one, other].some((message) => message.role === "assistant" && message.tool_calls !== undefined);
}

/** A prompt that many cases begin with is shared like any other message, but by its text. */
function packedMessage(message: Message): PackedMessage {
  if (message.role === "system") return { text: JSON.stringify(clipped(message.content)), isSystem: true };
  return { text: JSON.stringify(packMessage(message)), isSystem: false };
}

/** The first by rank and draw whose own bytes, and those of what they share, add up to no more than so many. */
function whatFits(entries: readonly Entry[], mostBytes: number): Entry[] {
  const held = new Set<Part>();
  let bytes = 0;
  return [...entries]
    .sort((one, other) => one.rank - other.rank || one.chance - other.chance)
    .filter((entry) => {
      const fresh = [entry.tools, entry.chain, ...entry.chain.parts()].filter((part) => !held.has(part));
      const more = fresh.reduce((sum, part) => sum + part.bytes(), entryBytes(entry));
      if (bytes + more > mostBytes) return false;
      bytes += more;
      for (const part of fresh) held.add(part);
      return true;
    });
}

/** With the numbers of its parts. */
function entryBytes({ json }: Entry): number {
  return Buffer.byteLength(json) + 40;
}

function toJson(kept: readonly Entry[], { candidates, looks, baseline }: CaseShelfOptions): string {
  const [chains, tools, systems] = [numbering(), numbering(), numbering()];
  const cases = kept.map(
    ({ json, upTo, chain, tools: set }) =>
      `{"chain":${chains.numberOf(chain)},"upTo":${upTo},"tools":${tools.numberOf(set)},${json.slice(1)}`,
  );
  const chainTexts = chains.parts().map((chain) => chain.write((part) => systems.numberOf(part)));
  const listOf = (texts: readonly string[]) => `[${texts.join(",\n")}]`;
  const partTexts = (parts: readonly Part[]) => listOf(parts.map((part) => part.write(() => 0)));
  return [
    `{"candidates":${JSON.stringify(candidates)}`,
    `"looks":${JSON.stringify(looks)}`,
    `"baseline":${baseline}`,
    `"chains":${listOf(chainTexts)}`,
    `"systems":${partTexts(systems.parts())}`,
    `"tools":${partTexts(tools.parts())}`,
    `"cases":${listOf(cases)}}`,
  ].join(",\n");
}

/** Numbers parts in the order in which they are first asked for. */
function numbering() {
  const numbers = new Map<Part, number>();
  return {
    numberOf(part: Part): number {
      const number = numbers.get(part) ?? numbers.size;
      numbers.set(part, number);
      return number;
    },
    parts: () => [...numbers.keys()],
  };
}
