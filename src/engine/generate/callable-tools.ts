import type { Tool } from "../../domain/tool.ts";
import { UsageError } from "../../lib/errors.ts";
import type { GenerationRequest } from "./generator.ts";

/**
 * The tools that the reply may call.
 * @throws UsageError where the tool choice can't be kept
 */
export function callableTools({ tools, toolChoice }: GenerationRequest): readonly Tool[] {
  if (toolChoice === "none") return [];
  if (toolChoice === "auto") return tools;
  const chosen =
    toolChoice === "required" ? tools : tools.filter((tool) => tool.function.name === toolChoice.name);
  if (chosen.length > 0) return chosen;
  throw new UsageError(
    toolChoice === "required"
      ? "the tool choice asks for a call, but there are no tools"
      : `the tool choice names "${toolChoice.name}", which is none of the tools`,
  );
}
