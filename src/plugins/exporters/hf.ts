import type { JsonObject } from "../../lib/json.ts";
import { chatExporter } from "./chat-exporter.ts";
import type { ChatDialect } from "./chat-row.ts";
import type { Exporter } from "./exporter.ts";
import { argumentTypes } from "./field-types.ts";
import { typeFaults } from "./file-rules.ts";

/**
 * For trainers that render the model's own chat template (TRL, Axolotl, Unsloth, MLX): arguments are objects, for most
 * templates write a string's quotes a second time. Templates don't agree on what to do with a message without words
 * (huggingface/transformers#45419): some print "None" for null, some fail on a missing key, some drop the tool call
 * beside "". Hence three dialects; "" suits Llama 3 and Qwen.
 */
export const hf = hfExporter("hf", "");
export const hfNull = hfExporter("hf-null", null);
export const hfAbsent = hfExporter("hf-absent", "absent");

function hfExporter(name: string, noContent: ChatDialect["noContent"]): Exporter {
  const words = { "": 'content ""', absent: "no content", null: "content null" }[noContent ?? "null"];
  const base = chatExporter({
    about: `Hugging Face chat templates: arguments as objects, ${words} beside tool calls alone`,
    writes: { name, arguments: "object", noContent, holdsWeights: false },
    refuses: {
      columns: ["tools", "chat_template_kwargs"],
      extraColumns: "warning",
      messageKeys: {
        system: [],
        user: [],
        assistant: ["tool_calls", "reasoning_content"],
        tool: ["tool_call_id", "name"],
      },
      extraKeys: "warning",
      images: "template",
      mixedContent: null,
      missingArguments: "error",
      missingIds: "warning",
      lateSystem: "warning",
      turnTaking: null,
      otherEnd: "error",
      noWords: null,
    },
    limits: { minRows: 1 },
    otherFormats: ["text", "instruction"],
  });
  return {
    ...base,
    checkFile: (facts) => [...base.checkFile(facts), ...typeFaults(facts)],
    fieldTypes: (row: JsonObject) => argumentTypes(row),
  };
}
