import { readFileSync } from "node:fs";
import type { AgentTurn, MadeToolCall, Turn } from "../../src/domain/call.ts";
import type { Tool } from "../../src/domain/tool.ts";
import { labelCall } from "../../src/pipeline/build/labels/label-call.ts";
import { ruleSetFrom } from "../../src/pipeline/build/labels/rules.ts";
import { callOf, nameOf } from "./label-calls.ts";

/** A call written by hand, with what a person would say of each of the agent's turns. */
export interface JudgedCall {
  readonly name: string;
  readonly systemPrompt: string | null;
  readonly turns: readonly Turn[];
  /** For each of the agent's turns the labels that are right; several where people may differ. */
  readonly truth: readonly (readonly string[])[];
  /** The tools the call had. */
  readonly tools: readonly Tool[];
}

interface Draft {
  name: string;
  systemPrompt: string | null;
  turns: Turn[];
  truth: string[][];
  tools: Map<string, Tool>;
}

const toolLine = /^(\*?)(\w+) (\{.*?\}) -> (.*?)(?: flag (true|false))?(?: = ([\w|]+))?$/;

/**
 * Calls from a file of `test/fixtures/judged-calls`. A line each: `C:` caller, `A:` reply, `A!:` a reply the caller
 * contradicts, `S:` system prompt, `T: tool {arguments} -> result = label`; `T+:` beside the one before it; `*` before
 * the tool's name where the call had no such tool.
 */
export function judgedCalls(file: string): JudgedCall[] {
  const text = readFileSync(new URL(`../fixtures/judged-calls/${file}`, import.meta.url), "utf8");
  return text
    .split(/\n\n+/)
    .filter((part) => part.trim() !== "")
    .map((part) => judgedCall(part.trim().split("\n")));
}

/** What the label rules say of each of the call's agent turns. */
export function verdictsOf({ turns, tools, systemPrompt }: JudgedCall): string[] {
  return labelCall(callOf(turns, { systemPrompt }), tools, ruleSetFrom({})).map(nameOf);
}

function judgedCall([title = "", ...lines]: readonly string[]): JudgedCall {
  const draft: Draft = {
    name: title.slice(2),
    systemPrompt: null,
    turns: [],
    truth: [],
    tools: new Map(),
  };
  for (const line of lines) addLine(draft, line);
  return { ...draft, tools: [...draft.tools.values()] };
}

function addLine(draft: Draft, line: string): void {
  const [mark = ""] = line.split(": ", 1);
  const text = line.slice(mark.length + 2);
  if (mark === "S") draft.systemPrompt = text;
  else if (mark === "C") draft.turns.push({ role: "caller", text });
  else if (mark === "A" || mark === "A!") {
    draft.turns.push({ role: "agent", text, toolCalls: [] });
    draft.truth.push([mark === "A" ? "good" : "contradicted"]);
  } else if (mark === "T" || mark === "T+") addToolCall(draft, mark, text);
  else throw new Error(`judged calls: ${line}`);
}

function addToolCall({ turns, truth, tools }: Draft, mark: "T" | "T+", text: string): void {
  const [, unknown, name = "", given = "", result, flag, labels = ""] = toolLine.exec(text) ?? [];
  if (name === "") throw new Error(`judged calls: ${text}`);
  const made: MadeToolCall = {
    id: name,
    name,
    arguments: given,
    result: result === "none" || result === undefined ? null : result,
    succeeded: flag === undefined ? null : flag === "true",
  };
  if (unknown !== "*")
    tools.set(name, { type: "function", function: { name, parameters: { type: "object" } } });
  else
    tools.set("other_tool", {
      type: "function",
      function: { name: "other_tool", parameters: { type: "object" } },
    });
  const last = turns.at(-1);
  if (mark === "T+" && last?.role === "agent") {
    turns[turns.length - 1] = { ...last, toolCalls: [...last.toolCalls, made] } satisfies AgentTurn;
    return;
  }
  turns.push({ role: "agent", text: "", toolCalls: [made] });
  truth.push(labels.split("|"));
}
