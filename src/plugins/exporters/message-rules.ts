import { contentFaults } from "./content-rules.ts";
import type { RowFault } from "./exporter.ts";
import { error, graded, shown } from "./faults.ts";
import type { ChatRules, RowMessage } from "./row-message.ts";

/** Rules of one message by itself: keys, words, weight, reasoning. */
export function* messageFaults(message: RowMessage, rules: ChatRules): Generator<RowFault> {
  yield* keyFaults(message, rules);
  yield* contentFaults(message, rules);
  yield* weightFaults(message, rules);
  yield* reasoningFaults(message);
}

/** Words and nothing unusual beside them, as in most messages: none of the rules below can be broken. */
export function isPlain({ fields, role }: RowMessage, rules: ChatRules): boolean {
  const content = fields["content"];
  if (typeof content !== "string" || content === "") return false;
  for (const key of Object.keys(fields)) {
    if (key === "role" || key === "content") continue;
    if (key === "reasoning" || key === "reasoning_content" || rules.messageKeys[role]?.includes(key) !== true)
      return false;
  }
  const weight = fields["weight"];
  return weight === undefined || weight === 0 || weight === 1;
}

function* keyFaults({ fields, role, at }: RowMessage, rules: ChatRules): Generator<RowFault> {
  const known = rules.messageKeys[role] ?? [];
  for (const key of Object.keys(fields)) {
    if (key === "role" || key === "content" || known.includes(key)) continue;
    if (key === "tool_calls" && fields[key] !== null)
      yield error("tool-calls-of-other", `${at}: Message with role '${role}' cannot have 'tool_calls'.`);
    else if (key !== "tool_calls")
      yield* graded(
        rules.extraKeys,
        "extra-key",
        `${at}: key ${shown(key)} is none that a message of role ${role} has.`,
      );
  }
}

function* weightFaults({ fields, at }: RowMessage, { holdsWeights }: ChatRules): Generator<RowFault> {
  const weight = fields["weight"];
  if (!holdsWeights || weight === undefined || weight === null || weight === 0 || weight === 1) return;
  yield error("weight", `${at}: Weight must be either 0 or 1, not ${shown(weight)}.`);
}

function* reasoningFaults({ fields, role, at }: RowMessage): Generator<RowFault> {
  for (const key of ["reasoning", "reasoning_content"]) {
    const thought = fields[key];
    if (thought === undefined || thought === null) continue;
    if (role !== "assistant") yield error("reasoning", `${at}: only an assistant message may have '${key}'.`);
    else if (typeof thought !== "string")
      yield error("reasoning", `${at}: '${key}' must be a string, not ${shown(thought)}.`);
  }
}
