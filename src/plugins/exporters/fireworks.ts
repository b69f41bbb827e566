import { chatExporter } from "./chat-exporter.ts";

/**
 * Fireworks reads OpenAI's chat format. `content` is always a string, for its sample validator asks for one; that this
 * validator also wants it filled, and strict turns, speaks against tool calls altogether, so those are warnings.
 */
export const fireworks = chatExporter({
  about: "Fireworks: messages and tools, arguments as JSON text, weights",
  writes: { name: "fireworks", arguments: "text", noContent: "", holdsWeights: true },
  refuses: {
    columns: ["tools", "parallel_tool_calls"],
    extraColumns: "warning",
    messageKeys: {
      system: ["weight"],
      user: ["weight"],
      assistant: ["weight", "tool_calls", "reasoning_content"],
      tool: ["weight", "tool_call_id"],
    },
    extraKeys: "warning",
    images: "any",
    mixedContent: null,
    missingArguments: "error",
    missingIds: "error",
    lateSystem: "error",
    turnTaking: "warning",
    otherEnd: "error",
    noWords: "warning",
  },
  limits: { minRows: 3, maxRows: 3_000_000 },
  otherFormats: ["instruction", "preference"],
});
