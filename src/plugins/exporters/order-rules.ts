import type { RowFault } from "./exporter.ts";
import { error, graded, warning } from "./faults.ts";
import type { ChatRules, RowMessage } from "./row-message.ts";

/** Rules of where messages stand, and of what a row teaches as a whole. */
export function* orderFaults(messages: readonly RowMessage[], rules: ChatRules): Generator<RowFault> {
  yield* systemFaults(messages, rules);
  yield* turnFaults(messages, rules);
  yield* endFaults(messages, rules);
}

function* systemFaults(messages: readonly RowMessage[], rules: ChatRules): Generator<RowFault> {
  for (const { role, index, at } of messages) {
    if (index === 0 || (role !== "system" && role !== "developer")) continue;
    yield* graded(
      rules.lateSystem,
      "late-system",
      `${at}: a system message may only be the first message of the row.`,
    );
  }
}

/**
 * What each role may follow: a user after the assistant, the assistant after a user or a tool. Either may speak first:
 * an agent who picks up the phone greets, and no provider is known to refuse that.
 */
const mayFollow: Readonly<Record<string, readonly string[]>> = {
  user: ["start", "assistant"],
  assistant: ["start", "user", "tool"],
  tool: ["assistant", "tool"],
};

function* turnFaults(messages: readonly RowMessage[], { turnTaking }: ChatRules): Generator<RowFault> {
  let before = "start";
  for (const { role, at } of messages) {
    const allowed = mayFollow[role];
    if (allowed === undefined) continue;
    if (!allowed.includes(before)) {
      const place = before === "start" ? "starts the row" : `follows a message of role ${before}`;
      yield* graded(turnTaking, "turn-taking", `${at}: a message of role ${role} ${place}.`);
    }
    before = role;
  }
}

function* endFaults(messages: readonly RowMessage[], rules: ChatRules): Generator<RowFault> {
  const replies = messages.filter(({ role }) => role === "assistant");
  if (replies.length === 0) {
    yield error("no-assistant", "The row must contain at least one assistant message.");
    return;
  }
  const last = messages.at(-1);
  if (last !== undefined && last.role !== "assistant")
    yield* graded(
      rules.otherEnd,
      "last-message",
      `${last.at}: the last message must be from the assistant; nothing is learnt from what follows its last one.`,
    );
  if (!replies.some(({ learnt }) => learnt))
    yield warning("nothing-learnt", "Every assistant message has weight 0: the row teaches nothing.");
}
