import { z } from "zod";
import { AssistantMessage, Message } from "../../domain/message.ts";
import { Tool } from "../../domain/tool.ts";
import { RemoteError } from "../../lib/errors.ts";
import { readFileLines } from "../../lib/read-lines.ts";
import type { Workspace } from "../../workspace/workspace.ts";
import { openLocalServer } from "../tune/local-server.ts";

const Row = z.object({ messages: z.array(Message).min(2), tools: z.array(Tool) });
const Completion = z.object({ choices: z.array(z.object({ message: AssistantMessage })).min(1) });

/** A caller's sentence of a held-out call, and what became of it. */
export interface Answer {
  readonly said: string;
  readonly wanted: AssistantMessage;
  /** By model, in the order asked. */
  readonly given: readonly { readonly model: string; readonly message: AssistantMessage }[];
}

/** Asks models, over HTTP as an agent would, what the agent should do in the first held-out turn that needs a tool. */
export async function askModels(workspace: Workspace, models: readonly string[]): Promise<Answer | null> {
  const row = await firstToolTurn(workspace.dataset.test);
  if (row === null) return null;
  const { messages, tools } = row;
  const server = await openLocalServer({ workspace });
  try {
    const given: { model: string; message: AssistantMessage }[] = [];
    for (const model of models) {
      const request = { model, messages: messages.slice(0, -1), tools, temperature: 0 };
      given.push({ model, message: await complete(server.address, request) });
    }
    return { said: lastWords(messages), wanted: AssistantMessage.parse(messages.at(-1)), given };
  } finally {
    await server.close();
  }
}

async function complete(address: string, request: object): Promise<AssistantMessage> {
  const response = await fetch(`${address}/chat/completions`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(request),
  });
  if (!response.ok) {
    const sentence = "the embedded engine's server can't answer a question";
    throw new RemoteError({ system: "local", sentence, status: response.status, retryable: false });
  }
  const [choice] = Completion.parse(await response.json()).choices;
  return AssistantMessage.parse(choice?.message);
}

/** The first row whose last turn is the caller's and whose reply is a tool call with something to copy. */
async function firstToolTurn(file: string): Promise<z.infer<typeof Row> | null> {
  for await (const lines of readFileLines(file, { name: file })) {
    for (const { bytes } of lines) {
      const row = Row.parse(JSON.parse(bytes?.toString("utf8") ?? ""));
      if (isToolTurn(row.messages)) return row;
    }
  }
  return null;
}

function isToolTurn(messages: readonly Message[]): boolean {
  const reply = messages.at(-1);
  const call = reply?.role === "assistant" ? reply.tool_calls?.[0] : undefined;
  return messages.at(-2)?.role === "user" && call !== undefined && call.function.arguments.length > 60;
}

function lastWords(messages: readonly Message[]): string {
  const said = messages.at(-2);
  return said?.role === "user" ? said.content : "";
}
