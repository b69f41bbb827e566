import type { Example } from "../../domain/example.ts";
import type { Message } from "../../domain/message.ts";
import type { Tool } from "../../domain/tool.ts";
import type { Tokenizer } from "../../plugins/tokenizers/tokenizer.ts";

/** So many counts are remembered before all are forgotten. */
const remembered = 5000;

/**
 * Counts the tokens of rows. Rows of one call repeat their system prompt, tools and first messages, so those are
 * remembered by their text.
 */
export function rowTokenCounter(tokenizer: Tokenizer): (example: Example) => number {
  const countMessage = memory((message: Message) => tokenizer.countMessage(message));
  const countTools = memory((tools: readonly Tool[]) => tokenizer.countTools(tools));
  return (example) => {
    const { tools, messages } = example;
    const hasTools = tools.length > 0;
    const frame = tokenizer.countFrame({ hasTools, hasSystem: messages[0]?.role === "system" });
    const start = frame + (hasTools ? countTools(tools) : 0) + tokenizer.countJoins(example);
    return messages.reduce((sum, message) => sum + countMessage(message), start);
  };
}

function memory<Value>(count: (value: Value) => number): (value: Value) => number {
  const known = new Map<string, number>();
  return (value) => {
    const key = JSON.stringify(value);
    const before = known.get(key);
    if (before !== undefined) return before;
    if (known.size >= remembered) known.clear();
    const counted = count(value);
    known.set(key, counted);
    return counted;
  };
}
