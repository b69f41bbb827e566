import type { Example } from "../../domain/example.ts";
import type { Message } from "../../domain/message.ts";
import type { Tool } from "../../domain/tool.ts";
import type { Tokenizer } from "../../plugins/tokenizers/tokenizer.ts";

const mostMessages = 512;

/** Counts the tokens of examples; a message or tools array that several examples share is counted once. */
export function tokenCounter(tokenizer: Tokenizer): (example: Example) => number {
  let messageTokens = new Map<Message, number>();
  const toolsTokens = new WeakMap<readonly Tool[], number>();
  return (example) => {
    const { tools, messages } = example;
    const frame = tokenizer.countFrame({
      hasTools: tools.length > 0,
      hasSystem: messages[0]?.role === "system",
    });
    const toolsCount =
      tools.length === 0 ? 0 : remembered(toolsTokens, tools, () => tokenizer.countTools(tools));
    let sum = frame + toolsCount + tokenizer.countJoins(example);
    for (const message of messages)
      sum += remembered(messageTokens, message, () => tokenizer.countMessage(message));
    // Only examples of one call share messages, so what was counted long ago isn't asked for again.
    if (messageTokens.size > mostMessages) messageTokens = new Map();
    return sum;
  };
}

interface Memory<Key> {
  get(key: Key): number | undefined;
  set(key: Key, count: number): unknown;
}

function remembered<Key extends object>(known: Memory<Key>, key: Key, count: () => number): number {
  const before = known.get(key);
  if (before !== undefined) return before;
  const counted = count();
  known.set(key, counted);
  return counted;
}
