import type { BuildOptions } from "../../domain/build-options.ts";
import { type Split, splits } from "../../domain/split.ts";
import { createNumberSet, type NumberSet } from "../../lib/number-set.ts";
import { keepSmallest, type Smallest } from "../../lib/smallest.ts";
import { type CandidateColumns, candidateAt, namedAt } from "./candidate-columns.ts";
import { type Candidate, type Rejected, rejectedAs, type Sifted } from "./decision.ts";
import { nearDuplicates } from "./near-duplicates.ts";

/** Near duplicates and templates still thin out what a cap lets through, so more is held until the end. */
const oversampling = 1.5;
/** Plain replies have no cap of their own; so many times a tool's are held to choose from. */
const repliesPerTool = 4;

/** Chooses examples from a stream of candidates, in memory that the caps bound. */
export interface Selection {
  /** `firstLine` is that of the stretch in the file; what the new candidates pushed out is told to `reject`. */
  offer(columns: CandidateColumns, firstLine: number, reject: (rejected: Rejected) => void): void;
  /** Call once, at the end. Chosen ones come in the order of the calls. */
  finish(): Chosen;
}

export interface Chosen {
  readonly chosen: readonly Candidate[];
  readonly rejected: readonly Rejected[];
}

export function startSelection(options: BuildOptions): Selection {
  const seen = createNumberSet();
  const testCallers = createNumberSet();
  const groups = new Map<string, Smallest<Candidate>>();
  const groupOf = (split: Split, tool: string | null) => {
    const key = `${split} ${tool ?? ""}`;
    const group = groups.get(key) ?? keepSmallest(heldFor(split, tool, options), ({ priority }) => priority);
    groups.set(key, group);
    return group;
  };
  const isTwin = (exact: number) => options.duplicates.exact && !seen.add(exact + 1);
  return {
    offer(columns, firstLine, reject) {
      if (options.testSince !== null) addTestCallers(columns, testCallers);
      const groupAt = groupFinder(columns, groupOf);
      for (let index = 0; index < columns.exact.length; index += 1) {
        if (isTwin(columns.exact[index] ?? 0)) {
          reject(rejectedAs(namedAt(columns, index), "duplicate_exact"));
          continue;
        }
        const group = groupAt(index);
        if (!group.hasRoomFor(columns.priority[index] ?? 0)) {
          reject(rejectedAs(namedAt(columns, index), overCap(columns.tool[index] === -1)));
          continue;
        }
        const out = group.offer(candidateAt(columns, index, firstLine));
        if (out !== null) reject(rejectedAs(out, overCap(out.tool === null)));
      }
    },
    finish() {
      const held = [...groups.values()].flatMap((group) => group.items());
      return choose(held.sort(byPriority), options, testCallers);
    },
  };
}

function overCap(isReply: boolean): Rejected["reason"] {
  return isReply ? "over_reply_share" : "over_tool_cap";
}

function addTestCallers({ calls }: CandidateColumns, testCallers: NumberSet): void {
  for (const { split, caller } of calls) if (split === "test") testCallers.add(caller + 1);
}

/** The group of a candidate, looked up by name once for each tool and split of the stretch. */
function groupFinder(
  { calls, call, tools, tool }: CandidateColumns,
  groupOf: (split: Split, tool: string | null) => Smallest<Candidate>,
) {
  const known: (Smallest<Candidate> | undefined)[] = [];
  return (index: number): Smallest<Candidate> => {
    const split = calls[call[index] ?? 0]?.split ?? "train";
    const toolIndex = tool[index] ?? -1;
    const place = (toolIndex + 1) * splits.length + splits.indexOf(split);
    const group = known[place] ?? groupOf(split, tools[toolIndex] ?? null);
    known[place] = group;
    return group;
  };
}

/** The steps of the choice, each of which may only take away. */
function choose(held: readonly Candidate[], options: BuildOptions, testCallers: NumberSet): Chosen {
  const rejected: Rejected[] = [];
  // The only step that changes the order.
  const thinOut = (left: readonly Candidate[]) =>
    options.duplicates.near
      ? nearDuplicates(testFirst(left), options.duplicates.similarity)
      : { kept: left, rejected: [] };
  const steps: ((left: readonly Candidate[]) => Sifted)[] = [
    (left) => dropCallersOfTest(left, testCallers),
    (left) => capTemplates(left, options),
    thinOut,
    (left) => capTools(left, options),
    (left) => capReplies(left, options),
  ];
  let kept = held;
  for (const step of steps) {
    const sifted = step(kept);
    kept = step === thinOut ? [...sifted.kept].sort(byPriority) : sifted.kept;
    rejected.push(...sifted.rejected);
  }
  return { chosen: [...kept].sort(byPlace), rejected };
}

function dropCallersOfTest(left: readonly Candidate[], testCallers: NumberSet): Sifted {
  if (testCallers === null) return { kept: left, rejected: [] };
  return partition(
    left,
    "caller_in_test",
    (candidate) => candidate.split === "test" || !testCallers.has(candidate.caller + 1),
  );
}

function capTemplates(left: readonly Candidate[], options: BuildOptions): Sifted {
  const { maxPerTemplate } = options;
  if (maxPerTemplate === null) return { kept: left, rejected: [] };
  const counts = new Map<string, number>();
  return partition(
    left,
    "over_template_cap",
    ({ split, template }) =>
      countUp(counts, `${split} ${template}`) <= shareOf(split, maxPerTemplate, options),
  );
}

function capTools(left: readonly Candidate[], options: BuildOptions): Sifted {
  const { maxPerTool } = options;
  if (maxPerTool === null) return { kept: left, rejected: [] };
  const counts = new Map<string, number>();
  return partition(
    left,
    "over_tool_cap",
    ({ split, tool }) =>
      tool === null || countUp(counts, `${split} ${tool}`) <= shareOf(split, maxPerTool, options),
  );
}

/** Replies ≤ share / (1 − share) × examples with tool calls, in each split. */
function capReplies(left: readonly Candidate[], { replyShare }: BuildOptions): Sifted {
  if (replyShare === 1) return { kept: left, rejected: [] };
  const counts = new Map<Split, number>();
  const room = (split: Split) =>
    Math.round(
      (left.filter((candidate) => candidate.split === split && candidate.tool !== null).length * replyShare) /
        (1 - replyShare),
    );
  const rooms = new Map(splits.map((split) => [split, room(split)]));
  return partition(
    left,
    "over_reply_share",
    ({ split, tool }) => tool !== null || countUp(counts, split) <= (rooms.get(split) ?? 0),
  );
}

function partition(
  left: readonly Candidate[],
  reason: Rejected["reason"],
  keeps: (candidate: Candidate) => boolean,
): Sifted {
  const kept: Candidate[] = [];
  const rejected: Rejected[] = [];
  for (const candidate of left) {
    if (keeps(candidate)) kept.push(candidate);
    else rejected.push(rejectedAs(candidate, reason));
  }
  return { kept, rejected };
}

function heldFor(split: Split, tool: string | null, options: BuildOptions): number {
  if (options.maxPerTool === null) return Number.POSITIVE_INFINITY;
  return shareOf(split, options.maxPerTool, options) * oversampling * (tool === null ? repliesPerTool : 1);
}

/** A cap holds for all splits together; each gets its share, so that one split's size never moves another's choice. */
function shareOf(split: Split, cap: number, { split: shares }: BuildOptions): number {
  const share = split === "train" ? 1 - shares.validation - shares.test : shares[split];
  return Math.max(1, Math.ceil(cap * share));
}

/** Of near duplicates in two splits the test's stays, so that the others learn nothing it asks. */
function testFirst(left: readonly Candidate[]): Candidate[] {
  const rank = { test: 0, validation: 1, train: 2 } satisfies Record<Split, number>;
  return [...left].sort((one, other) => rank[one.split] - rank[other.split] || byPriority(one, other));
}

function countUp<Key>(counts: Map<Key, number>, key: Key): number {
  const count = (counts.get(key) ?? 0) + 1;
  counts.set(key, count);
  return count;
}

function byPriority(one: Candidate, other: Candidate): number {
  return one.priority - other.priority || byPlace(one, other);
}

function byPlace(one: Candidate, other: Candidate): number {
  return one.call - other.call || (one.turns[0] ?? 0) - (other.turns[0] ?? 0);
}
