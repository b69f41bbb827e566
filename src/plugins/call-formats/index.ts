import type { CallFormat } from "./call-format.ts";
import { openAiMessages } from "./openai-messages.ts";
import { tables } from "./tables.ts";

/** The built-in call formats by name. */
export const callFormats = {
  tables,
  "openai-messages": openAiMessages,
} satisfies Record<string, CallFormat>;

export type CallFormatName = keyof typeof callFormats;
