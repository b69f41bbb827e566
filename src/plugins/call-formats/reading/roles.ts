/** What an entry of a log is, whoever named it. */
export type Role = "caller" | "agent" | "system" | "tool call" | "result";

/** Names of speakers that only this log uses: the agent's or the business's name, a channel's number. */
export interface Speakers {
  readonly agent: readonly string[];
  readonly caller: readonly string[];
}

export const noSpeakers: Speakers = { agent: [], caller: [] };

/** What a role or speaker's name means; null for a name that nobody told us. Case, spaces and dashes don't matter. */
export function roleOf(name: string, speakers: Speakers): Role | null {
  const plain = plainName(name);
  if (speakers.agent.some((own) => plainName(own) === plain)) return "agent";
  if (speakers.caller.some((own) => plainName(own) === plain)) return "caller";
  return roleNames.get(plain) ?? null;
}

/** Logs name few speakers, each in every entry. */
const mostNames = 2000;
const plainNames = new Map<string, string>();

function plainName(name: string): string {
  const known = plainNames.get(name);
  if (known !== undefined) return known;
  const plain = foldedName(name);
  if (plainNames.size >= mostNames) plainNames.clear();
  plainNames.set(name, plain);
  return plain;
}

function foldedName(name: string): string {
  return name
    .trim()
    .toLowerCase()
    .replace(/[\s-]+/g, "_")
    .replace(/^message_role_/, "");
}

const roleNames: ReadonlyMap<string, Role> = new Map([
  ...named(
    "caller",
    "user caller customer human client guest patient visitor contact lead prospect member end_user phone_caller end_customer",
  ),
  ...named(
    "agent",
    "assistant agent ai bot robot model gpt llm ai_agent ai_assistant virtual_agent voice_agent phone_agent virtual_assistant voice_assistant voicebot voice_bot receptionist ai_receptionist representative",
  ),
  ...named("system", "system developer injected"),
  ...named("tool call", "tool_call tool_calls tool_call_invocation tool_invocation tool_use function_call"),
  ...named(
    "result",
    "tool function tool_result tool_call_result tool_response function_result function_response function_call_output observation",
  ),
]);

function named(role: Role, names: string): [string, Role][] {
  return names.split(" ").map((name) => [name, role]);
}
