import { isJsonObject, type Json } from "../../lib/json.ts";
import type { RowFault } from "./exporter.ts";
import { error, graded, isList, shown, warning } from "./faults.ts";
import type { ChatRules, RowMessage } from "./row-message.ts";

/** Rules of one message by itself: keys, words, weight, reasoning. */
export function* messageFaults(message: RowMessage, rules: ChatRules): Generator<RowFault> {
  yield* keyFaults(message, rules);
  yield* contentFaults(message, rules);
  yield* weightFaults(message, rules);
  yield* reasoningFaults(message);
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

function* contentFaults(message: RowMessage, rules: ChatRules): Generator<RowFault> {
  const { fields, role, at } = message;
  const content = fields["content"];
  if (content === undefined || content === null || content === "") yield* noContentFaults(message, rules);
  else if (isList(content) && rules.partsFor.includes(role)) yield* partFaults(content, message);
  else if (typeof content !== "string")
    yield error("content", `${at}: Column \`content\` is not a string but ${shown(content)}.`);
}

function noContentFaults({ fields, role, at }: RowMessage, rules: ChatRules): RowFault[] {
  const empty = fields["content"] === "";
  const hasToolCalls = fields["tool_calls"] !== undefined && fields["tool_calls"] !== null;
  if (!empty && role !== "assistant")
    return [error("missing-content", `${at}: Message with role '${role}' must have 'content'.`)];
  if (!empty && !hasToolCalls)
    return [error("empty-assistant", `${at}: Assistant message must have 'content' and/or 'tool_calls'.`)];
  if (role === "assistant" && !hasToolCalls)
    return [warning("empty-reply", `${at}: an assistant message without a word or a tool call.`)];
  return graded(
    rules.noWords,
    "no-words",
    `${at}: \`content\` is empty; the service's sample validator wants words in every message.`,
  );
}

function* partFaults(parts: readonly Json[], { at, role }: RowMessage): Generator<RowFault> {
  for (const [index, part] of parts.entries()) {
    const type = isJsonObject(part) ? part["type"] : undefined;
    const readable = isJsonObject(part) && type === "text" && typeof part["text"] === "string";
    if (readable || (type === "image_url" && role === "user")) continue;
    const expected = role === "user" ? "text or an image" : "text";
    yield error(
      "content-part",
      `${at}.content[${index}]: a part of a message of role ${role} must be ${expected}.`,
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
