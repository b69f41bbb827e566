import type { Example } from "../../domain/example.ts";
import type { Message } from "../../domain/message.ts";
import type { Tool } from "../../domain/tool.ts";
import type { Tokenizer } from "../../plugins/tokenizers/tokenizer.ts";

/** Counts the tokens of examples; a message or tools array that several examples share is counted once. */
export function tokenCounter(tokenizer: Tokenizer): (example: Example) => number {
  const messageTokens = new WeakMap<Message, number>();
  const toolsTokens = new WeakMap<readonly Tool[], number>();
  return (example) => {
    const { tools, messages } = example;
    const frame = tokenizer.countFrame({
      hasTools: tools.length > 0,
      hasSystem: messages[0]?.role === "system",
    });
    const toolsCount =
      tools.length === 0 ? 0 : remembered(toolsTokens, tools, () => tokenizer.countTools(tools));
    const counts = messages.map((message) =>
      remembered(messageTokens, message, () => tokenizer.countMessage(message)),
    );
    return counts.reduce((sum, count) => sum + count, frame + toolsCount + tokenizer.countJoins(example));
  };
}

function remembered<Key extends object>(known: WeakMap<Key, number>, key: Key, count: () => number): number {
  const before = known.get(key);
  if (before !== undefined) return before;
  const counted = count();
  known.set(key, counted);
  return counted;
}
