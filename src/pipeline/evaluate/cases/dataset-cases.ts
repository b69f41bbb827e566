import { z } from "zod";
import type { Call } from "../../../domain/call.ts";
import { messagesByTurn } from "../../../domain/call-messages.ts";
import type { Case } from "../../../domain/case.ts";
import type { AssistantMessage, Message } from "../../../domain/message.ts";
import type { Tool, ToolCall } from "../../../domain/tool.ts";
import { type FilePlace, UsageError } from "../../../lib/errors.ts";
import { chatExample } from "../../../plugins/exporters/chat-example.ts";
import type { DatasetFiles } from "../../../workspace/workspace.ts";
import type { CallIndex } from "./call-index.ts";
import { expectedReply } from "./expected-reply.ts";
import { type JsonRow, jsonRows } from "./json-rows.ts";

/** What a line of `examples.jsonl` tells of a row. */
const Entry = z.object({
  id: z.string(),
  split: z.string(),
  call: z.string(),
  caller: z.string().nullable(),
});
type Entry = z.infer<typeof Entry>;

/** The ids of the calls that the test split was cut from. */
export async function testCallIds(dataset: DatasetFiles): Promise<Set<string>> {
  const ids = new Set<string>();
  for await (const { call } of splitEntries(dataset, "test")) ids.add(call);
  return ids;
}

/**
 * Each decision of the test split as a case: one row, or one for each message of a whole call that is to be learnt.
 * @throws UsageError where the dataset's files don't fit each other
 */
export async function* datasetCases(dataset: DatasetFiles, calls: CallIndex): AsyncGenerator<Case> {
  let ofCall: Case[] = [];
  for await (const { entry, decisions } of splitDecisions(dataset, "test")) {
    if (ofCall[0] !== undefined && ofCall[0].callId !== entry.call) {
      yield* withNext(ofCall);
      ofCall = [];
    }
    const call = await calls.read(entry.call);
    for (const decision of decisions) ofCall.push(caseOf(entry, decision, call));
  }
  yield* withNext(ofCall);
}

/** A decision of an example: what was seen, and the reply to learn. */
export interface Decision {
  /** Place of the reply among the row's messages. */
  readonly index: number;
  readonly example: { readonly messages: readonly Message[]; readonly tools: readonly Tool[] };
  readonly reply: AssistantMessage;
  /** One of several of a whole call. */
  readonly whole: boolean;
  readonly at: FilePlace;
}

/** The decisions of a split's rows with what `examples.jsonl` tells of each row, and its line's length, in the order of the file. */
export async function* splitDecisions(
  dataset: DatasetFiles,
  split: "train" | "test",
): AsyncGenerator<{ readonly entry: Entry; readonly decisions: Decision[]; readonly bytes: number }> {
  for await (const { row, text, at, entry } of splitRows(dataset, split)) {
    const decisions = decisionsOf(chatExample(row, entry.id, true), entry, at);
    yield { entry, decisions, bytes: Buffer.byteLength(text) };
  }
}

/** A split's rows as they are written, each with what `examples.jsonl` tells of it. @throws UsageError where the two don't fit */
export async function* splitRows(
  dataset: DatasetFiles,
  split: "train" | "test",
): AsyncGenerator<JsonRow & { readonly entry: Entry }> {
  const entries = splitEntries(dataset, split);
  for await (const row of jsonRows(dataset[split], `${split}.jsonl`)) {
    const { value: entry, done } = await entries.next();
    if (done) throw mixedUp();
    yield { ...row, entry };
  }
  if (!(await entries.next()).done) throw mixedUp();
}

/** What `examples.jsonl` tells of a split's rows, in their order. */
export async function* splitEntries({ examples }: DatasetFiles, split: string): AsyncGenerator<Entry> {
  for await (const { row } of jsonRows(examples, "examples.jsonl")) {
    const entry = Entry.safeParse(row);
    if (!entry.success) throw mixedUp();
    if (entry.data.split === split) yield entry.data;
  }
}

function mixedUp(): UsageError {
  return new UsageError(
    "the files of the dataset don't fit each other (changed by hand, or half copied); run calltune build again",
  );
}

function decisionsOf(
  { messages, tools }: Decision["example"],
  { id, call }: Entry,
  at: FilePlace,
): Decision[] {
  const whole = id === call;
  const bare = messages.map(withoutWeight);
  return messages.flatMap((message, index) => {
    const isLast = index === messages.length - 1;
    if (message.role !== "assistant") return [];
    const learnt = whole ? message.weight !== 0 && (message.weight === 1 || isLast) : isLast;
    const reply = bare[index];
    if (!learnt || reply?.role !== "assistant") return [];
    return [{ index, example: { messages: bare, tools }, reply, whole, at }];
  });
}

/** Weights are for training alone. */
function withoutWeight(message: Message): Message {
  if (message.role !== "assistant") return message;
  const { weight: _, ...rest } = message;
  return rest;
}

function caseOf(entry: Entry, { index, example, reply, whole, at }: Decision, call: Call | null): Case {
  const id = whole ? `${entry.call}#${turnAt(index, example.messages, call)}` : entry.id;
  return {
    id,
    callId: entry.call,
    caller: entry.caller,
    callStartedAt: call?.startedAt ?? null,
    messages: example.messages.slice(0, index),
    tools: [...example.tools],
    expected: expectedReply(reply, at),
  };
}

/** Which turn of its call a message is, so that both kinds of rows name a decision alike; its place where the call is gone. */
function turnAt(index: number, messages: readonly Message[], call: Call | null): number {
  if (call === null) return index;
  const byTurn = messagesByTurn(call.turns);
  const offset = leadingSystem(messages) - leadingSystem(byTurn.flat());
  let seen = offset;
  for (const [turn, ofTurn] of byTurn.entries()) {
    seen += ofTurn.length;
    if (index < seen) return turn;
  }
  return index;
}

function leadingSystem(messages: readonly Message[]): number {
  const first = messages.findIndex(({ role }) => role !== "system");
  return first === -1 ? messages.length : first;
}

/** Where a reply is due, the tool calls that are due next in the same call. */
function* withNext(ofCall: readonly Case[]): Generator<Case> {
  for (const [index, question] of ofCall.entries()) {
    const later = ofCall.slice(index + 1).find(({ expected }) => expected.kind === "calls");
    if (question.expected.kind === "calls" || later?.expected.kind !== "calls") yield question;
    else yield { ...question, next: later.expected.toolCalls.map(asToolCall) };
  }
}

function asToolCall(due: { readonly name: string; readonly arguments: string }, index: number): ToolCall {
  return {
    id: `next_${index + 1}`,
    type: "function",
    function: { name: due.name, arguments: due.arguments },
  };
}
