import type { Case, ExpectedToolCall } from "../../src/domain/case.ts";
import type { AnsweredGeneration } from "../../src/domain/generation.ts";
import type { ArgumentVerdict, Judgement } from "../../src/domain/judgement.ts";
import type { Message } from "../../src/domain/message.ts";
import { ScoringOptions } from "../../src/domain/scoring-options.ts";
import type { Tool } from "../../src/domain/tool.ts";
import type { Json, JsonObject } from "../../src/lib/json.ts";
import { createJudge } from "../../src/plugins/scorers/judge/judge-reply.ts";

/** Text as arguments stays as it is, broken or not. */
export type GivenArguments = JsonObject | string;
export type GivenCall = [name: string, given: GivenArguments];

/** Parameters of all kinds. */
const book = tool("book_table", {
  time: { type: "string" },
  party_size: { type: "integer", default: 2 },
  date: { type: "string", format: "date", default: "2026-03-04" },
  phone: { type: "string", pattern: "^\\+\\d{8,15}$" },
  name: { type: "string" },
  notes: { type: ["string", "null"] },
  diet: { type: "string", enum: ["vegetarian", "vegan"] },
  outdoor: { type: "boolean", default: false },
  toppings: { type: "array", items: { type: "string" }, uniqueItems: true },
  stops: { type: "array", items: { type: "string" } },
  code: { type: "string" },
  address: { type: "object", properties: { street: { type: "string" }, zip: { type: "string" } } },
  guests: {
    type: "array",
    items: { type: "object", properties: { name: { type: "string" }, age: { type: "integer" } } },
  },
});
const tools = [
  book,
  tool("cancel", { id: { type: "string" } }, ["id"]),
  tool("verify", {}),
  tool("transfer", {}),
];

export interface Setting {
  readonly order?: "any" | "listed";
  readonly text?: string;
  readonly next?: readonly ExpectedToolCall[];
  readonly parameters?: Record<string, string | object>;
}

/** A judgement of what was given where that was expected, on 4 March 2026, after "It's Walter, I'd like a table." */
export function judged(
  expected: readonly ExpectedToolCall[],
  given: readonly GivenCall[],
  { order = "any", text, next = [], parameters = {} }: Setting = {},
): Judgement {
  const options = ScoringOptions.parse({ parameters });
  return createJudge(options).judge(question(expected, order, next), reply(given, text));
}

export function question(
  toolCalls: readonly ExpectedToolCall[],
  order: "any" | "listed" = "any",
  next: readonly ExpectedToolCall[] = [],
): Case {
  const messages: Message[] = [
    { role: "system", content: "You book tables." },
    { role: "user", content: "It's Walter, I'd like a table." },
  ];
  return {
    id: "call-1#2",
    callId: "call-1",
    caller: null,
    callStartedAt: "2026-03-04T10:00:00-08:00",
    messages,
    tools,
    expected:
      toolCalls.length === 0
        ? { kind: "reply", text: null }
        : { kind: "calls", toolCalls: [...toolCalls], order },
    next: next.map((due) => ({ id: "n", type: "function", function: due })),
  };
}

export function reply(given: readonly GivenCall[], text?: string): AnsweredGeneration {
  const toolCalls = given.map(([name, made], index) => ({
    id: `c${index}`,
    type: "function" as const,
    function: { name, arguments: typeof made === "string" ? made : JSON.stringify(made) },
  }));
  return {
    caseId: "call-1#2",
    candidate: "test:model",
    outcome: "answered",
    message: {
      role: "assistant",
      content: text ?? (given.length === 0 ? "Sure." : null),
      ...(toolCalls.length === 0 ? {} : { tool_calls: toolCalls }),
    },
    finishReason: "stop",
    usage: null,
    latency: null,
  };
}

export function call(name: string, expected: JsonObject): ExpectedToolCall {
  return { name, arguments: JSON.stringify(expected) };
}

function tool(name: string, properties: { readonly [key: string]: Json }, required: string[] = []): Tool {
  return { type: "function", function: { name, parameters: { type: "object", properties, required } } };
}

/** The wrong arguments as `parameter error`, with ` ungrounded` behind. */
export function errorsOf({ toolCalls }: Judgement): string[] {
  return toolCalls.flatMap((made) => made.arguments.filter(({ error }) => error !== null).map(shown));
}

function shown({ parameter, error, ungrounded }: ArgumentVerdict): string {
  return `${parameter} ${error}${ungrounded ? " ungrounded" : ""}`;
}
