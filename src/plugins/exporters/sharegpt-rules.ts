import { isJsonObject, type Json, type JsonObject, parseJson } from "../../lib/json.ts";
import type { RowFault } from "./exporter.ts";
import { error, isList, listed, shown, warning } from "./faults.ts";
import { wrappedTools } from "./sharegpt-example.ts";
import { readArguments, usedToolFaults } from "./tool-call-rules.ts";
import { readTools, type ToolList } from "./tool-list-rules.ts";

const columns = ["conversations", "system", "tools"];
const speakers = ["human", "observation", "gpt", "function_call"];

/** Every broken rule of a ShareGPT row; LLaMA-Factory skips a row out of turn with a line in its log only. */
export function checkSharegptRow(row: JsonObject): RowFault[] {
  const tools = sharegptTools(row["tools"]);
  const faults = [...columnFaults(row), ...tools.faults];
  const entries = row["conversations"];
  if (entries === undefined) return faults;
  if (!isList(entries) || entries.length === 0) {
    faults.push(error("conversations", "`conversations` must be a list that isn't empty."));
    return faults;
  }
  const leading = speakerOf(entries[0]) === "system" ? 1 : 0;
  for (const [index, entry] of entries.entries()) {
    const at = `conversations[${index}]`;
    const shape = shapeFault(entry, at, index < leading);
    if (shape !== null) faults.push(shape);
    else if (index >= leading) {
      const learnt = index === entries.length - 1;
      faults.push(...entryFaults(entry, { at, position: index - leading + 1, learnt, tools }));
    }
  }
  if ((entries.length - leading) % 2 !== 0)
    faults.push(
      error("last-entry", "The last entry must be from gpt or function_call, at an even position."),
    );
  return faults;
}

function* columnFaults(row: JsonObject): Generator<RowFault> {
  if (row["conversations"] === undefined)
    yield error(
      "missing-column",
      `Missing required column "conversations"; found: ${listed(Object.keys(row))}.`,
    );
  for (const column of Object.keys(row)) {
    if (!columns.includes(column))
      yield warning("extra-column", `Found extra column ${shown(column)}; a row has ${columns.join(", ")}.`);
  }
  const system = row["system"];
  if (system !== undefined && system !== null && typeof system !== "string")
    yield error("system", `\`system\` must be a string, not ${shown(system)}.`);
}

/** Many rows repeat the same text; the lists read last are kept. */
const kept = 1000;
const readTexts = new Map<string, ToolList>();

function sharegptTools(value: Json | undefined): ToolList {
  if (value === undefined || value === null || value === "") return readTools(undefined);
  if (typeof value !== "string")
    return { faults: [error("tools", `\`tools\` must be JSON text, not ${shown(value)}.`)], tools: null };
  const before = readTexts.get(value);
  if (before !== undefined) return before;
  const list = isList(parseJson(value))
    ? readTools(wrappedTools(value))
    : { faults: [error("tools", "`tools` must be the JSON text of a list.")], tools: null };
  if (readTexts.size >= kept) readTexts.clear();
  readTexts.set(value, list);
  return list;
}

function speakerOf(entry: Json | undefined): Json | undefined {
  return isJsonObject(entry) ? entry["from"] : undefined;
}

function shapeFault(entry: Json, at: string, maySystem: boolean): RowFault | null {
  if (!isJsonObject(entry)) return error("entry", `${at}: an entry must be an object, not ${shown(entry)}.`);
  const { from, value } = entry;
  if (typeof value !== "string")
    return error("entry", `${at}: \`value\` must be a string, not ${shown(value)}.`);
  if (from === "system")
    return maySystem ? null : error("late-system", `${at}: \`system\` may only be the first entry.`);
  if (typeof from === "string" && speakers.includes(from)) return null;
  return error("unknown-role", `${at}: Invalid \`from\` ${shown(from)}. Possible: ${speakers.join(", ")}.`);
}

interface EntryPlace {
  readonly at: string;
  /** Counted from 1, without a leading system entry. */
  readonly position: number;
  readonly learnt: boolean;
  readonly tools: ToolList;
}

function* entryFaults(entry: Json, { at, position, learnt, tools }: EntryPlace): Generator<RowFault> {
  const from = String(speakerOf(entry));
  const odd = position % 2 === 1;
  if (odd !== (from === "human" || from === "observation"))
    yield error(
      "turn-taking",
      `${at}: ${from} stands at position ${position}; human and observation stand at odd positions, gpt and function_call at even ones.`,
    );
  if (from !== "function_call" || !isJsonObject(entry)) return;
  const value = parseJson(String(entry["value"]));
  if (value === undefined) {
    yield error("tool-call", `${at}: the value of a function_call must be JSON.`);
    return;
  }
  for (const [index, call] of (isList(value) ? value : [value]).entries())
    yield* callFaults(call, { at: isList(value) ? `${at}[${index}]` : at, learnt, tools });
}

function* callFaults(call: Json, { at, learnt, tools }: Omit<EntryPlace, "position">): Generator<RowFault> {
  if (!isJsonObject(call) || typeof call["name"] !== "string") {
    yield error("tool-call", `${at}: a tool call must be an object with 'name' and 'arguments'.`);
    return;
  }
  const args = readArguments(call["arguments"], "object");
  if (typeof args === "string") yield error("arguments", `${at}: ${args}`);
  else yield* usedToolFaults({ at, name: call["name"], arguments: args, learnt }, tools);
}
