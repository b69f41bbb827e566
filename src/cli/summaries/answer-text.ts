import type { AssistantMessage } from "../../domain/message.ts";
import type { Answer } from "../demo/ask-tuned.ts";

/** What the caller said, what each model would do, and what was right. */
export function answerText({ said, given, wanted }: Answer): string {
  const lines: (readonly [string, string])[] = [
    ["caller", said],
    ...given.map(({ model, message }) => [model, replyText(message)] as const),
    ["right", replyText(wanted)],
  ];
  const width = Math.max(...lines.map(([who]) => who.length));
  return lines.map(([who, words]) => `${who.padEnd(width)}  ${words}`).join("\n");
}

function replyText({ content, tool_calls: calls = [] }: AssistantMessage): string {
  const made = calls.map((call) => `${call.function.name}(${call.function.arguments})`);
  return [...(content === null || content === "" ? [] : [`"${content}"`]), ...made].join(" → ");
}
