import type { Call } from "../domain/call.ts";
import { createRepeatMemory } from "../lib/repeat-memory.ts";
import { isAboutCaller } from "./caller-in-prompt.ts";
import { findPersonal, type PersonalTrace } from "./find-personal.ts";
import { businessJsonOf } from "./parts.ts";

/** By kind, how often something looks personal; never a value. */
export interface SecondLook {
  readonly personal: Readonly<Record<string, number>>;
  /** The same look, but the business's own: it stands in the prompt or in the tenant's columns. */
  readonly ofBusiness: Readonly<Record<string, number>>;
}

/** Texts of the business (prompt, tenant's columns), and texts that somebody said or a tool was given. */
export interface LookedAt {
  readonly own: readonly string[];
  readonly others: readonly string[];
}

const mostRemembered = 256;

/** A look at many texts by `findPersonal`, which shares no code with the redactors. Prompts are read once. */
export function createSecondLook(): (texts: LookedAt) => SecondLook {
  const remembered = new Map<string, OwnTraces>();
  const look = rememberClean();
  const ownTraces = (texts: readonly string[]) => {
    const key = texts.map((text) => `${text.length} ${text}`).join("");
    const before = remembered.get(key);
    if (before !== undefined) return before;
    if (remembered.size >= mostRemembered) remembered.clear();
    const traces = readOwn(texts);
    remembered.set(key, traces);
    return traces;
  };
  return ({ own, others }) => {
    const ours = ownTraces(own);
    const personal: Record<string, number> = { ...ours.personal };
    const ofBusiness: Record<string, number> = {};
    for (const text of others) {
      for (const trace of look(text)) {
        const table = isOwn(ours, text, trace) ? ofBusiness : personal;
        table[trace.entity] = (table[trace.entity] ?? 0) + 1;
      }
    }
    return { personal, ofBusiness };
  };
}

/** `findPersonal`; agents repeat themselves: short texts in which nothing was seen are remembered. */
function rememberClean(): (text: string) => readonly PersonalTrace[] {
  const clean = createRepeatMemory<true>(mostClean);
  return (text) => {
    const isShort = text.length <= longestRemembered;
    if (isShort && clean.get(text) === true) return none;
    const traces = findPersonal(text);
    if (isShort && traces.length === 0) clean.add(text, true);
    return traces;
  };
}

const none: readonly PersonalTrace[] = [];
const longestRemembered = 120;
const mostClean = 4096;

export function lookedAt(call: Call): LookedAt {
  const own = [call.systemPrompt ?? "", businessJsonOf(call) ?? ""];
  const others = [call.outcome ?? "", call.status ?? ""];
  for (const turn of call.turns) {
    others.push(turn.text);
    if (turn.role !== "agent") continue;
    for (const made of turn.toolCalls) others.push(made.arguments, made.result ?? "");
  }
  return { own: own.filter((text) => text !== ""), others: others.filter((text) => text !== "") };
}

interface OwnTraces {
  readonly keys: ReadonlySet<string>;
  /** Words with a capital: the agent's name, the business's. */
  readonly names: ReadonlySet<string>;
  readonly personal: Readonly<Record<string, number>>;
}

function readOwn(texts: readonly string[]): OwnTraces {
  const keys = new Set<string>();
  const personal: Record<string, number> = {};
  for (const text of texts) {
    for (const trace of findPersonal(text)) {
      if (isAboutCaller(text, trace.start)) personal[trace.entity] = (personal[trace.entity] ?? 0) + 1;
      else keys.add(keyOf(text, trace));
    }
  }
  const names = new Set(texts.flatMap((text) => text.match(/\p{Lu}[\p{L}'’]+/gu) ?? []).map(lower));
  return { keys, names, personal };
}

function isOwn({ keys, names }: OwnTraces, text: string, trace: PersonalTrace): boolean {
  if (trace.entity !== "PERSON") return keys.has(keyOf(text, trace));
  return text
    .slice(trace.start, trace.end)
    .split(" ")
    .every((word) => names.has(lower(word)));
}

function lower(word: string): string {
  return word.toLowerCase();
}

/** Letters and digits alone, without a country's prefix: a number is the same however it is written. */
function keyOf(text: string, { entity, start, end }: PersonalTrace): string {
  const plain = text
    .slice(start, end)
    .toLowerCase()
    .replace(/[^\p{L}\d]/gu, "");
  return `${entity}\n${entity === "PHONE_NUMBER" ? plain.slice(-10) : plain}`;
}
