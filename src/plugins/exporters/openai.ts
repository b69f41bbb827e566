import { chatExporter } from "./chat-exporter.ts";

/**
 * OpenAI's chat format, which Azure and many tools read too. Its own fine-tuning ends on 2027-01-06. `content` is null
 * in a message that is tool calls alone.
 */
export const openai = chatExporter({
  about: "OpenAI and Azure: messages and tools, arguments as JSON text, weights",
  writes: { name: "openai", arguments: "text", noContent: null, holdsWeights: true },
  refuses: {
    columns: ["tools", "parallel_tool_calls", "functions"],
    extraColumns: "error",
    messageKeys: {
      system: ["name"],
      developer: ["name"],
      user: ["name"],
      assistant: ["name", "tool_calls", "weight", "refusal", "function_call"],
      // OpenAI's own samples of tool messages have a name.
      tool: ["tool_call_id", "name"],
      function: ["name"],
    },
    extraKeys: "error",
    images: "any",
    mixedContent: null,
    missingArguments: "error",
    missingIds: "error",
    lateSystem: null,
    turnTaking: null,
    otherEnd: "error",
    noWords: null,
  },
  limits: { minRows: 10, maxBytes: 512 * 1024 * 1024 },
  otherFormats: ["preference"],
});
