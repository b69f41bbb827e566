import type { Call } from "../domain/call.ts";
import type { Tool } from "../domain/tool.ts";

/** One text of a call, in the order of the call. */
export type Part =
  | { readonly kind: "prompt" | "caller" | "agent" | "system"; readonly text: string }
  /** The raw text of arguments or of a result; JSON in most cases. */
  | { readonly kind: "arguments" | "result"; readonly tool: string; readonly text: string };

/** What a scope's texts are, wherever they came from. */
export interface Script {
  readonly parts: readonly Part[];
  readonly tools: readonly Tool[] | null;
  /** Texts of the business, as JSON: tenant columns. */
  readonly businessJson: string | null;
}

/** A call as parts, and the way back. */
export function scriptOf(call: Call): Script {
  const parts: Part[] = [];
  if (call.systemPrompt !== null) parts.push({ kind: "prompt", text: call.systemPrompt });
  for (const turn of call.turns) {
    parts.push({ kind: turn.role, text: turn.text });
    if (turn.role !== "agent") continue;
    for (const { name, arguments: text, result } of turn.toolCalls) {
      parts.push({ kind: "arguments", tool: name, text });
      if (result !== null) parts.push({ kind: "result", tool: name, text: result });
    }
  }
  for (const text of freeWords(call)) parts.push({ kind: "result", tool: "", text });
  return {
    parts,
    tools: call.tools,
    businessJson: businessJsonOf(call),
  };
}

/** Written once for all that ask, and for calls that share their business. */
export function businessJsonOf({ tenant }: Call): string | null {
  if (tenant === null) return null;
  const before = columnsJson.get(tenant.columns);
  if (before !== undefined) return before;
  const json = JSON.stringify(tenant.columns);
  columnsJson.set(tenant.columns, json);
  return json;
}

const columnsJson = new WeakMap<object, string>();

/** The call with other texts in its parts' places. */
export function withTexts(call: Call, texts: readonly string[]): Call {
  const rest = texts.values();
  const next = () => rest.next().value ?? "";
  const systemPrompt = call.systemPrompt === null ? null : next();
  const turns = call.turns.map((turn) => {
    const text = next();
    if (turn.role !== "agent") return { ...turn, text };
    const toolCalls = turn.toolCalls.map((made) => ({
      ...made,
      arguments: next(),
      result: made.result === null ? null : next(),
    }));
    return { ...turn, text, toolCalls };
  });
  const [outcome, status] = [call.outcome, call.status].map((text) => (isFree(text) ? next() : text));
  return { ...call, systemPrompt, turns, outcome: outcome ?? null, status: status ?? null };
}

/** How a call ended is one word of the log's in most cases, and a note about the caller in some. */
function freeWords({ outcome, status }: Call): string[] {
  return [outcome, status].filter(isFree);
}

function isFree(text: string | null): text is string {
  return text !== null && /[\s\d@]/.test(text);
}
