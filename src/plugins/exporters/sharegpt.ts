import type { Example } from "../../domain/example.ts";
import type { Message } from "../../domain/message.ts";
import type { Tool, ToolCall } from "../../domain/tool.ts";
import type { JsonObject } from "../../lib/json.ts";
import { parseJsonObject } from "../../lib/json.ts";
import { requireWeightless } from "./chat-row.ts";
import type { Exporter } from "./exporter.ts";
import { limitFaults } from "./file-rules.ts";
import { sharegptExample } from "./sharegpt-example.ts";
import { checkSharegptRow } from "./sharegpt-rules.ts";

const limits = { minRows: 1 } as const;

/**
 * LLaMA-Factory's ShareGPT format. Its sides take turns strictly, so an empty `human` stands before a reply that
 * follows no one, and what a caller said in two goes is joined. It has no room for words beside tool calls, ids of tool
 * calls, `strict` tools or system messages in the middle. All tools of a row stand in one JSON text.
 */
export const sharegpt: Exporter = {
  about: "LLaMA-Factory's ShareGPT: human, gpt, function_call, observation; tools as JSON text",
  extension: "jsonl",
  holdsWeights: false,
  limits,
  toRow,
  fromRow: sharegptExample,
  checkRow: checkSharegptRow,
  isExample: () => true,
  checkFile: (facts) => limitFaults(facts, limits),
};

/** Who speaks, and what: one entry of `conversations`. */
interface Entry {
  readonly from: "human" | "gpt" | "function_call" | "observation" | "system";
  readonly value: string;
}

/** `conversations` first, then `system` and `tools` where there are any. */
function toRow({ messages, tools }: Example): JsonObject {
  requireWeightless(messages, "sharegpt");
  const [first, ...others] = messages;
  const system = first?.role === "system" ? first.content : null;
  const conversations = inTurn((system === null ? messages : others).map(toEntry));
  return {
    conversations: conversations.map(({ from, value }) => ({ from, value })),
    ...(system === null ? {} : { system }),
    ...(tools.length === 0 ? {} : { tools: JSON.stringify(tools.map(flatTool)) }),
  };
}

function toEntry(message: Message): Entry {
  if (message.role === "user") return { from: "human", value: message.content };
  if (message.role === "tool") return { from: "observation", value: message.content };
  if (message.role === "system") return { from: "system", value: message.content };
  const calls = message.tool_calls?.map(usedTool);
  if (calls === undefined) return { from: "gpt", value: message.content ?? "" };
  return { from: "function_call", value: JSON.stringify(calls.length === 1 ? calls[0] : calls) };
}

/** Arguments that aren't an object stay text; the dialect's rules then refuse the row. */
function usedTool({ function: used }: ToolCall): JsonObject {
  return { name: used.name, arguments: parseJsonObject(used.arguments) ?? used.arguments };
}

function flatTool({ function: described }: Tool): JsonObject {
  const { name, description, parameters } = described;
  return {
    name,
    description: description ?? "",
    parameters: parameters ?? { type: "object", properties: {} },
  };
}

/** What can't be put in turn is left as it is; the dialect's rules then refuse the row. */
function inTurn(entries: readonly Entry[]): Entry[] {
  const turns: Entry[] = [];
  let results: string[] = [];
  for (const entry of entries) {
    const before = turns.at(-1);
    results = entry.from === "observation" ? [...results, entry.value] : [];
    if (results.length > 1) turns.splice(-1, 1, { from: "observation", value: JSON.stringify(results) });
    else if (entry.from === "human" && before?.from === "human")
      turns.splice(-1, 1, { from: "human", value: `${before.value}\n${entry.value}` });
    else if (isReply(entry) && (before === undefined || isReply(before)))
      turns.push({ from: "human", value: "" }, entry);
    else turns.push(entry);
  }
  return turns;
}

function isReply({ from }: Entry): boolean {
  return from === "gpt" || from === "function_call";
}
