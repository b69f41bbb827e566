import { lines } from "../words/list.ts";

/** What needs no tool, and what the agent says to it. */
export interface Exchange {
  /** `{m}` is some thing, `{ms}` several, `{c}` what somebody may tell of themselves. */
  readonly caller: readonly string[];
  readonly agent: readonly string[];
}

export function exchange(caller: string, agent: string): Exchange {
  return { caller: sentences(caller), agent: sentences(agent) };
}

function sentences(text: string): string[] {
  return lines(text).flatMap((line) => line.split(/\s*;\s*/).filter((part) => part !== ""));
}
