import type { Message } from "../../../src/domain/message.ts";
import type { Tool, ToolCall } from "../../../src/domain/tool.ts";
import type { Json, JsonObject } from "../../../src/lib/json.ts";
import type { Persona } from "./system-prompt.ts";
import type { MadeTool } from "./tools.ts";
import type { Said, Scene } from "./values/value.ts";
import type { FactRow } from "./words/fact-table.ts";

/** A call in the making. */
export interface Stage {
  readonly scene: Scene;
  readonly tools: readonly MadeTool[];
  readonly shown: readonly Tool[];
  readonly messages: Message[];
  /** The system prompt wants a yes before a tool is used. */
  readonly confirms: boolean;
  readonly facts: readonly { readonly row: FactRow; readonly fact: string }[];
  readonly persona: Persona;
  /** The caller gives every detail along with the wish. */
  readonly eager: boolean;
  /** What the caller has said of themselves, by role. */
  readonly known: Map<string, Said>;
  /** Ids that tools returned, by the thing they belong to. */
  readonly ids: Map<string, string>;
}

export interface MadeUse {
  readonly tool: MadeTool;
  readonly fields: JsonObject;
}

export function callerSays(stage: Stage, words: string): void {
  stage.messages.push({ role: "user", content: hear(stage.scene, words) });
}

export function agentSays(
  stage: Stage,
  templates: readonly string[],
  values: Readonly<Record<string, string>> = {},
): void {
  stage.messages.push({ role: "assistant", content: sentence(stage.scene.draw.say(templates, values)) });
}

/** The agent uses tools, and they answer. */
export function agentUses(
  stage: Stage,
  uses: readonly MadeUse[],
  results: readonly Json[],
  words: string | null,
): void {
  const calls = uses.map(
    ({ tool, fields }, at): ToolCall => ({
      id: `call_${stage.messages.length}_${at}`,
      type: "function",
      function: { name: tool.tool.function.name, arguments: JSON.stringify(fields) },
    }),
  );
  const [first, ...rest] = calls;
  if (!first) return;
  stage.messages.push({ role: "assistant", content: words, tool_calls: [first, ...rest] });
  calls.forEach((call, at) => {
    stage.messages.push({ role: "tool", tool_call_id: call.id, content: JSON.stringify(results[at] ?? {}) });
  });
}

const fillers = ["um", "uh", "well", "so", "okay so", "yeah", "hmm", "right", "ah", "er", "like"];

/** What the recogniser makes of it. */
function hear(scene: Scene, words: string): string {
  const { draw, voice } = scene;
  let text = words.replace(/ {2,}/g, " ").trim();
  if (voice.hesitant && draw.chance(0.35))
    text = `${draw.pick(fillers)}${voice.lowerCase ? "" : ","} ${text}`;
  if (voice.hesitant && draw.chance(0.12))
    text = `${text}${draw.pick([", please", " um", ", you know", " okay"])}`;
  if (voice.lowerCase) return text.replace(/[,?!]|\.(?=\s|$)/g, "").toLowerCase();
  const written = sentence(text);
  return /[.?!]$/.test(written) || draw.chance(0.15) ? written : `${written}.`;
}

function sentence(text: string): string {
  const capital = text.charAt(0).toUpperCase() + text.slice(1);
  return capital.replace(/([.?!] )([a-z])/g, (_, end: string, letter: string) => end + letter.toUpperCase());
}
