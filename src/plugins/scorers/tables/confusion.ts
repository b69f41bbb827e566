import type { Judgement } from "../../../domain/judgement.ts";

/** Stands for no tool call: a reply, a missing one, one that nobody expected. */
export const noTool = "(none)";
/** Stands for a reply that was due and came without a word. */
export const emptyReply = "(empty)";
/** Stands for a tool that wasn't offered. */
export const unknownTool = "(unknown)";

/** How often which tool (rows) was expected and which was used (columns). */
export type Confusion = ReadonlyMap<string, ReadonlyMap<string, number>>;

/** A table that judgements are counted into one by one. */
export interface ConfusionTally {
  readonly confusion: Confusion;
  add(judgement: Judgement): void;
}

/** Filled from the best assignment, so that a turn with several tool calls counts each; a plain reply is one `(none)`, one without a word `(empty)`. */
export function confusionTally(): ConfusionTally {
  const rows = new Map<string, Map<string, number>>();
  const count = (expected: string, given: string) => {
    const row = rows.get(expected) ?? new Map<string, number>();
    rows.set(expected, row.set(given, (row.get(given) ?? 0) + 1));
  };
  return {
    confusion: rows,
    add({ toolCalls, decision }) {
      if (toolCalls.length === 0) count(noTool, decision === "empty" ? emptyReply : noTool);
      for (const { expected, given, fault } of toolCalls)
        count(expected ?? noTool, fault === "unknown_tool" ? unknownTool : (given ?? noTool));
    },
  };
}

export function confusionOf(judgements: Iterable<Judgement>): Confusion {
  const tally = confusionTally();
  for (const judgement of judgements) tally.add(judgement);
  return tally.confusion;
}

/** How well one tool is chosen; null where nothing was there to divide by, never 0. */
export interface ToolFigures {
  readonly tool: string;
  /** How often it was due. */
  readonly support: number;
  readonly precision: number | null;
  readonly recall: number | null;
  readonly f1: number | null;
}

/** Precision TP/(TP+FP), recall TP/(TP+FN) and F1 of each tool that was due or used, `(none)` among them. */
export function toolFigures(confusion: Confusion): ToolFigures[] {
  const tools = new Set([...confusion.keys(), ...[...confusion.values()].flatMap((row) => [...row.keys()])]);
  // Silence is never due, so nobody can be good at it.
  tools.delete(emptyReply);
  return [...tools].sort().map((tool) => {
    const right = confusion.get(tool)?.get(tool) ?? 0;
    const support = sumOf(confusion.get(tool)?.values() ?? []);
    const used = sumOf([...confusion.values()].map((row) => row.get(tool) ?? 0));
    return {
      tool,
      support,
      precision: ratio(right, used),
      recall: ratio(right, support),
      f1: ratio(2 * right, used + support),
    };
  });
}

export function ratio(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole;
}

function sumOf(counts: Iterable<number>): number {
  let sum = 0;
  for (const count of counts) sum += count;
  return sum;
}
