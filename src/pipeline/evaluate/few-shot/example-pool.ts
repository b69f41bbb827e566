import { type FileHandle, open } from "node:fs/promises";
import type { Case } from "../../../domain/case.ts";
import type { AssistantMessage, Message } from "../../../domain/message.ts";
import { parseJsonObject } from "../../../lib/json.ts";
import { chatExample } from "../../../plugins/exporters/chat-example.ts";
import type { DatasetFiles } from "../../../workspace/workspace.ts";
import { type Decision, splitDecisions } from "../cases/dataset-cases.ts";
import { wordIndex } from "./word-index.ts";

/** The training split as a source of examples; rows stay on disk. */
export interface ExamplePool {
  readonly size: number;
  /** Messages of the `most` examples nearest to the case, the nearest last, so that it stands beside the case. */
  shotsFor(question: Case, most: number): Promise<Message[]>;
  close(): Promise<void>;
}

interface Place {
  readonly at: number;
  readonly length: number;
  readonly index: number;
  readonly call: string;
  readonly caller: string | null;
}

/**
 * Alike are two decisions whose last words are: the caller's last two turns, what the agent said between them, and the
 * tool whose result came last. What is expected of the case takes no part, and neither do its call and its caller.
 */
export async function openExamplePool(dataset: DatasetFiles): Promise<ExamplePool> {
  const words = wordIndex();
  const places: Place[] = [];
  let at = 0;
  for await (const { entry, decisions, bytes } of splitDecisions(dataset, "train")) {
    for (const { index, example } of decisions) {
      words.add(lastWords(example.messages.slice(0, index)));
      places.push({ at, length: bytes, index, call: entry.call, caller: entry.caller });
    }
    at += bytes + 1;
  }
  const handle = await open(dataset.train, "r");
  return {
    size: places.length,
    async shotsFor({ messages, callId, caller }, most) {
      const nearest = words.nearest(lastWords(messages), most, (number) => {
        const place = places[number];
        return place !== undefined && place.call !== callId && (caller === null || place.caller !== caller);
      });
      const shots: Message[] = [];
      for (const [place, number] of nearest.reverse().entries())
        shots.push(...shotFrom(await readDecision(handle, places[number]), place + 1));
      return shots;
    },
    close: () => handle.close(),
  };
}

function lastWords(messages: readonly Message[]): string {
  const turns = messages.filter(({ role }) => role === "user" || role === "assistant");
  const last = turns.findLastIndex(({ role }) => role === "user");
  const before = turns.slice(0, Math.max(0, last)).findLastIndex(({ role }) => role === "user");
  const said = turns.slice(Math.max(0, before)).map(({ content }) => content ?? "");
  return [...said, resultOf(messages)].join(" ");
}

/** `tool:check_stock`, where the model is about to speak of a result. */
function resultOf(messages: readonly Message[]): string {
  const last = messages.at(-1);
  if (last?.role !== "tool") return "";
  const used = messages
    .flatMap((message) => (message.role === "assistant" ? (message.tool_calls ?? []) : []))
    .findLast(({ id }) => id === last.tool_call_id);
  return used === undefined ? "" : `tool:${used.function.name}`;
}

type Shot = Pick<Decision, "reply"> & { readonly context: readonly Message[] };

async function readDecision(handle: FileHandle, place: Place | undefined): Promise<Shot | null> {
  if (place === undefined) return null;
  const bytes = Buffer.alloc(place.length);
  await handle.read(bytes, 0, bytes.length, place.at);
  const row = parseJsonObject(bytes.toString("utf8"));
  const messages = row === undefined ? [] : chatExample(row, "", false).messages;
  const reply = messages[place.index];
  return reply?.role === "assistant" ? { context: messages.slice(0, place.index), reply } : null;
}

/** So many of the caller's last turns, with all between them: what the arguments were said in. */
const turnsOfCaller = 3;

/** An example as messages: the end of its call, the reply, and a bare result, since services refuse a tool call without one. */
function shotFrom(shot: Shot | null, number: number): Message[] {
  if (shot === null) return [];
  const { context, reply } = shot;
  const callers = [...context.entries()].filter(([, { role }]) => role === "user").map(([index]) => index);
  const from = callers.at(-turnsOfCaller) ?? callers[0] ?? context.length;
  const messages = [...context.slice(from), reply].filter(({ role }) => role !== "system");
  return [...messages, ...resultsOf(reply)].map((message) => numbered(message, number));
}

function resultsOf({ tool_calls: toolCalls = [] }: AssistantMessage): Message[] {
  return toolCalls.map(({ id }) => ({ role: "tool", tool_call_id: id, content: '{"ok":true}' }));
}

/** Ids of the examples must not be those of the case. */
function numbered(message: Message, number: number): Message {
  const renamed = (id: string) => `example_${number}_${id}`;
  if (message.role === "tool") return { ...message, tool_call_id: renamed(message.tool_call_id) };
  if (message.role !== "assistant" || message.tool_calls === undefined) return message;
  return { ...message, tool_calls: message.tool_calls.map((made) => ({ ...made, id: renamed(made.id) })) };
}
