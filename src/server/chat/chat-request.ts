import { z } from "zod";
import type { Message } from "../../domain/message.ts";
import { Tool } from "../../domain/tool.ts";
import type { GenerationRequest, ToolChoice } from "../../engine/generate/generator.ts";
import { badRequest } from "../api-error.ts";

const Parts = z.array(z.object({ type: z.string(), text: z.string().optional() }).loose());
const Content = z.union([z.string(), Parts]).nullish();

const ToolCall = z.object({
  id: z.string().default(""),
  type: z.literal("function").default("function"),
  function: z.object({ name: z.string(), arguments: z.string().default("{}") }),
});

const WireMessage = z.object({
  role: z.enum(["system", "developer", "user", "assistant", "tool"]),
  content: Content,
  tool_calls: z.array(ToolCall).nullish(),
  tool_call_id: z.string().nullish(),
});
type WireMessage = z.infer<typeof WireMessage>;

/** The body of `POST /chat/completions`; what the engine has no use for (penalties, `user` …) is not minded. */
export const ChatRequest = z.object({
  model: z.string(),
  messages: z.array(WireMessage).min(1),
  tools: z.array(Tool).nullish(),
  tool_choice: z
    .union([
      z.enum(["auto", "none", "required"]),
      z.object({ type: z.literal("function"), function: z.object({ name: z.string() }) }),
    ])
    .nullish(),
  parallel_tool_calls: z.boolean().nullish(),
  max_tokens: z.int().positive().nullish(),
  max_completion_tokens: z.int().positive().nullish(),
  temperature: z.number().min(0).max(2).nullish(),
  top_p: z.number().gt(0).max(1).nullish(),
  seed: z.int().nullish(),
  stop: z.union([z.string(), z.array(z.string()).max(16)]).nullish(),
  n: z.int().nullish(),
  stream: z.boolean().nullish(),
  stream_options: z.object({ include_usage: z.boolean().nullish() }).loose().nullish(),
  response_format: z.object({ type: z.string() }).loose().nullish(),
  logprobs: z.union([z.boolean(), z.int()]).nullish(),
});
export type ChatRequest = z.infer<typeof ChatRequest>;

/** @throws ApiError 400 for what the engine can't do */
export function toGenerationRequest(request: ChatRequest, signal: AbortSignal): GenerationRequest {
  if ((request.n ?? 1) !== 1) throw badRequest("n must be 1: one reply a request", "n");
  if (request.response_format && request.response_format.type !== "text")
    throw badRequest(
      "The local engine has no response_format but text; use a tool for JSON",
      "response_format",
    );
  if (request.logprobs) throw badRequest("The local engine gives no logprobs", "logprobs");
  const tools = request.tools ?? [];
  return {
    messages: request.messages.map(toMessage),
    tools,
    toolChoice: toToolChoice(request),
    parallelToolCalls: request.parallel_tool_calls ?? true,
    maxTokens: request.max_completion_tokens ?? request.max_tokens ?? null,
    // A small model is at its best with its likeliest answer; other values are for who asks for them.
    temperature: request.temperature ?? 0,
    topP: request.top_p ?? 1,
    seed: request.seed ?? null,
    stop: typeof request.stop === "string" ? [request.stop] : (request.stop ?? []),
    signal,
  };
}

function toToolChoice({ tool_choice: choice, tools }: ChatRequest): ToolChoice {
  const names = (tools ?? []).map((tool) => tool.function.name);
  if (choice === null || choice === undefined) return "auto";
  if (choice === "required" && names.length === 0)
    throw badRequest("tool_choice is required, but the request has no tools", "tool_choice");
  if (typeof choice === "string") return choice;
  const { name } = choice.function;
  if (!names.includes(name))
    throw badRequest("tool_choice names a function that is not among the tools", "tool_choice");
  return { name };
}

function toMessage(message: WireMessage): Message {
  const content = textOf(message);
  switch (message.role) {
    case "system":
    case "developer":
      return { role: "system", content };
    case "user":
      return { role: "user", content };
    case "tool":
      return { role: "tool", content, tool_call_id: message.tool_call_id ?? "" };
    case "assistant": {
      const calls = message.tool_calls ?? [];
      if (calls.length === 0) return { role: "assistant", content };
      return { role: "assistant", content: content === "" ? null : content, tool_calls: calls };
    }
  }
}

function textOf({ content }: WireMessage): string {
  if (content === null || content === undefined) return "";
  if (typeof content === "string") return content;
  if (content.some(({ type }) => type !== "text"))
    throw badRequest("The local engine reads text only", "messages");
  return content.map(({ text }) => text ?? "").join("");
}
