import { z } from "zod";
import { isJsonObject, type JsonObject } from "../lib/json.ts";

/** A JSON Schema; kept as it came, since providers and validators read different drafts of it. */
export const JsonSchema = z.custom<JsonObject>(isJsonObject, "expected a JSON Schema object");
export type JsonSchema = z.infer<typeof JsonSchema>;

/** A function the agent may use, in OpenAI's wire form. */
export const Tool = z.object({
  type: z.literal("function"),
  function: z.object({
    name: z.string().min(1),
    description: z.string().optional(),
    parameters: JsonSchema.optional(),
    strict: z.boolean().nullish(),
  }),
});
export type Tool = z.infer<typeof Tool>;

/** One use of a tool, in OpenAI's wire form; `arguments` is the raw text the model emitted. */
export const ToolCall = z.object({
  id: z.string(),
  type: z.literal("function"),
  function: z.object({ name: z.string(), arguments: z.string() }),
});
export type ToolCall = z.infer<typeof ToolCall>;
