import { chatExporter } from "./chat-exporter.ts";

const any = ["weight"] as const;

/**
 * Together's conversation format with tools: OpenAI's, but without `parallel_tool_calls` or any other column. `content`
 * is left out of a message that is tool calls alone, as in Together's own samples. The local check of its packages has
 * been structural only since 2026; what is refused here is what its server is known to refuse.
 */
export const together = chatExporter({
  about: "Together: messages and tools, arguments as JSON text, weights",
  writes: { name: "together", arguments: "text", noContent: "absent", holdsWeights: true },
  refuses: {
    columns: ["tools", "weight"],
    extraColumns: "error",
    messageKeys: {
      system: any,
      user: any,
      assistant: [...any, "tool_calls", "reasoning", "reasoning_content"],
      tool: [...any, "tool_call_id"],
    },
    extraKeys: "warning",
    images: "data",
    mixedContent: "error",
    missingArguments: "warning",
    missingIds: "warning",
    // The documents ask for turns; the last published validator and the vendor's samples don't keep to it.
    lateSystem: "warning",
    turnTaking: "warning",
    otherEnd: "warning",
    noWords: null,
  },
  limits: { minRows: 1, maxBytes: 100e9 },
  otherFormats: ["text", "instruction", "preference"],
});
