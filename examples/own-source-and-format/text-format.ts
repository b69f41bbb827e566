import type { Call, CallFormat, ParsedRecord } from "calltune";
import { z } from "zod";

type Turn = Call["turns"][number];

/** `speaker: words`, and `tool: name arguments -> result` for what the agent did. */
export const textFormat: CallFormat = {
  about: "calls as lines of text",
  options: z.unknown(),
  selection: () => null,
  parse(record, { place, callerId }): ParsedRecord {
    const [title = "", ...lines] = String(record).trim().split("\n");
    const turns = lines.flatMap((line, index) => turnOf(line, `tool-${index}`) ?? []);
    if (turns.length === 0) {
      const problem = { place, scope: "call", reason: "empty_transcript", detail: "no line of it" } as const;
      return { call: null, problems: [problem] };
    }
    const unknown = { tenant: null, startedAt: null, endedAt: null, outcome: null, model: null, tools: null };
    const call = { ...unknown, id: title, caller: callerId(title), status: "completed", systemPrompt: null };
    return { call: { ...call, turns }, problems: [] };
  },
};

function turnOf(line: string, id: string): Turn | null {
  const [, speaker, words = ""] = /^(\w+): (.*)$/.exec(line) ?? [];
  if (speaker === "caller") return { role: "caller", text: words };
  if (speaker === "agent") return { role: "agent", text: words, toolCalls: [] };
  const [, name, args, result] = /^(\w+) (.*) -> (.*)$/.exec(words) ?? [];
  if (speaker !== "tool" || name === undefined || args === undefined) return null;
  const made = { id, name, arguments: args, result: result ?? null, succeeded: null };
  return { role: "agent", text: "", toolCalls: [made] };
}
