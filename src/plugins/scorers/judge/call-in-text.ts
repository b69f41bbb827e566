import type { AssistantMessage } from "../../../domain/message.ts";
import type { Tool } from "../../../domain/tool.ts";

/** How the chat templates of open models mark a tool call; a stack that doesn't read them says them aloud. */
const marks = /<tool_call>|<function=|<\|python_tag\|>|\[TOOL_CALLS\]|<\|tool_call\|>/;

/** Whether a message without tool calls has one written into its text: a mark, or an offered tool's name as code. */
export function hasCallInText({ content, tool_calls }: AssistantMessage, tools: readonly Tool[]): boolean {
  if (content === null || tool_calls !== undefined) return false;
  if (marks.test(content)) return true;
  // Names of one word may be spoken of; quoted as a value of "name", or with a bracket behind, they are code.
  return tools.some(({ function: { name } }) => {
    const at = content.indexOf(name);
    if (at === -1) return false;
    return content.includes(`${name}(`) || /"name"\s*:\s*"$/.test(content.slice(0, at));
  });
}
