import { isJsonObject, type Json, type JsonObject } from "../../lib/json.ts";
import type { RowFault } from "./exporter.ts";
import { error, isList, listed, type Severity, shown } from "./faults.ts";
import { messageFaults } from "./message-rules.ts";
import { orderFaults } from "./order-rules.ts";
import { pairingFaults } from "./pairing-rules.ts";
import { toolCallFaults } from "./tool-call-rules.ts";
import { readTools } from "./tool-list-rules.ts";

/** Where the dialects of OpenAI's wire form differ in what they refuse. */
export interface ChatRules {
  /** Columns a row may have beside `messages`. */
  readonly columns: readonly string[];
  /** Keys a message of each role may have; the table's keys are the roles. */
  readonly messageKeys: Readonly<Record<string, readonly string[]>>;
  /** How grave any other key is. */
  readonly extraKeys: Severity;
  /** Roles whose `content` may be a list of parts. */
  readonly partsFor: readonly string[];
  readonly arguments: "text" | "object";
  readonly holdsWeights: boolean;
  /** How grave it is that a tool call or tool message lacks its id. */
  readonly missingIds: Severity;
  /** How grave a system message is that isn't the first; null where it may stand anywhere. */
  readonly lateSystem: Severity | null;
  /** How grave it is when user and assistant don't take turns; null where they needn't. */
  readonly turnTaking: Severity | null;
  /** How grave it is that a row doesn't end with the assistant. */
  readonly otherEnd: Severity;
  /** How grave a message without words is, tool calls or not; null where it may be. */
  readonly noWords: Severity | null;
}

/** A message as far as it could be read. */
export interface RowMessage {
  readonly index: number;
  /** `messages[3]`, for sentences. */
  readonly at: string;
  readonly role: string;
  readonly fields: JsonObject;
  /** Whether the message is in the loss. */
  readonly learnt: boolean;
}

/** Every broken rule of a row in OpenAI's wire form. */
export function checkChatRow(row: JsonObject, rules: ChatRules): RowFault[] {
  const faults = [...columnFaults(row, rules)];
  const tools = readTools(row["tools"]);
  faults.push(...tools.faults);
  const listed = row["messages"];
  if (listed === undefined) return faults;
  if (!isList(listed) || listed.length === 0) {
    faults.push(error("messages", "`messages` must be a list that isn't empty."));
    return faults;
  }
  const { messages, unread } = readMessages(listed, rules);
  faults.push(...unread);
  for (const message of messages) {
    faults.push(...messageFaults(message, rules));
    faults.push(...toolCallFaults(message, tools, rules));
  }
  // What can't be read can't be put in order either.
  if (unread.length === 0) faults.push(...orderFaults(messages, rules), ...pairingFaults(messages, rules));
  return faults;
}

function* columnFaults(row: JsonObject, { columns }: ChatRules): Generator<RowFault> {
  const { messages, ...others } = row;
  if (messages === undefined) {
    const found = Object.keys(others);
    yield error("missing-column", `Missing required column "messages"; found: ${listed(found) || "none"}.`);
    return;
  }
  for (const column of Object.keys(others)) {
    if (columns.includes(column)) continue;
    const allowed = ["messages", ...columns].join(", ");
    yield error("extra-column", `Found extra column ${quoted(column)}; a row may have ${allowed}.`);
  }
  const weight = others["weight"];
  if (columns.includes("weight") && weight !== undefined && !(typeof weight === "number" && weight >= 0))
    yield error("row-weight", `The row's \`weight\` must be a number of at least 0, not ${shown(weight)}.`);
}

function readMessages(listed: readonly Json[], rules: ChatRules) {
  const unread: RowFault[] = [];
  const messages: RowMessage[] = [];
  const last = listed.findLastIndex((entry) => isJsonObject(entry) && entry["role"] === "assistant");
  for (const [index, fields] of listed.entries()) {
    const at = `messages[${index}]`;
    if (!isJsonObject(fields)) {
      unread.push(error("message", `${at}: a message must be an object, not ${shown(fields)}.`));
      continue;
    }
    const role = fields["role"];
    const fault = roleFault(role, at, rules);
    if (fault !== null || typeof role !== "string") unread.push(...(fault === null ? [] : [fault]));
    else messages.push({ index, at, role, fields, learnt: isLearnt(fields, index === last, rules) });
  }
  return { messages, unread };
}

function roleFault(role: Json | undefined, at: string, { messageKeys }: ChatRules): RowFault | null {
  if (role === undefined || role === null)
    return error("missing-role", `${at}: Missing required column \`role\` in message.`);
  if (typeof role === "string" && Object.hasOwn(messageKeys, role)) return null;
  const roles = Object.keys(messageKeys).join(", ");
  return error("unknown-role", `${at}: Invalid role ${shown(role)}. Possible roles: ${roles}.`);
}

function isLearnt(fields: JsonObject, last: boolean, { holdsWeights }: ChatRules): boolean {
  if (fields["role"] !== "assistant") return false;
  return holdsWeights ? fields["weight"] !== 0 : last;
}

function quoted(column: string): string {
  return shown(column).replaceAll("'", '"');
}
