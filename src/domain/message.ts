import { z } from "zod";
import { ToolCall } from "./tool.ts";

export const SystemMessage = z.object({ role: z.literal("system"), content: z.string() });
export const UserMessage = z.object({ role: z.literal("user"), content: z.string() });
export const ToolMessage = z.object({
  role: z.literal("tool"),
  tool_call_id: z.string(),
  content: z.string(),
});
/** `content` is null exactly when the message is tool calls alone. */
export const AssistantMessage = z.object({
  role: z.literal("assistant"),
  content: z.string().nullable(),
  tool_calls: z.array(ToolCall).min(1).optional(),
  /** 0 keeps the message out of the loss (OpenAI, Together, Fireworks); absent means 1. */
  weight: z.literal([0, 1]).optional(),
});

/** A turn in a model's language, in OpenAI's wire form. */
export const Message = z.discriminatedUnion("role", [
  SystemMessage,
  UserMessage,
  AssistantMessage,
  ToolMessage,
]);
export type Message = z.infer<typeof Message>;
export type AssistantMessage = z.infer<typeof AssistantMessage>;
export type ToolMessage = z.infer<typeof ToolMessage>;
