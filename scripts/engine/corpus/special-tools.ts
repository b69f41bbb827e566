import type { Tool } from "../../../src/domain/tool.ts";
import type { Json, JsonObject } from "../../../src/lib/json.ts";
import type { Action } from "./actions/action.ts";
import type { Draw } from "./draw.ts";
import { agentSays, agentUses, callerSays, type Stage } from "./stage.ts";
import type { MadeTool } from "./tools.ts";
import { text } from "./values/value.ts";
import { drawClause } from "./values/words.ts";

const transferNames = [
  "transfer call",
  "connect agent",
  "route to person",
  "forward call",
  "escalate",
  "connect operator",
  "hand over",
  "get human",
  "put through",
  "pass to colleague",
];
const endNames = [
  "hang up",
  "finish call",
  "close call",
  "terminate call",
  "say goodbye",
  "disconnect",
  "complete call",
  "conclude",
];
const departments =
  "sales, billing, support, returns, accounts, repairs, claims, office, reception, parts, legal, supervisor, technical, complaints".split(
    ", ",
  );

export function specialTools(draw: Draw, spell: (words: string) => string): MadeTool[] {
  const tools: MadeTool[] = [];
  if (draw.chance(0.35)) tools.push(transferTool(draw, spell));
  if (draw.chance(0.35)) tools.push(endTool(draw, spell));
  return tools;
}

function transferTool(draw: Draw, spell: (words: string) => string): MadeTool {
  const properties: Record<string, JsonObject> = {};
  if (draw.chance(0.6))
    properties[spell(draw.pick(["department", "team", "to", "queue", "group", "desk"]))] = {
      type: "string",
      enum: draw.some(departments, draw.between(2, 4)),
    };
  if (draw.chance(0.4)) properties[spell(draw.pick(["reason", "summary", "topic", "note", "why"]))] = text;
  return special(
    spell(draw.pick(transferNames)),
    "transfer",
    draw.chance(0.6)
      ? draw.pick(["Puts the caller through.", "Connects to a person.", "Hands the call to somebody."])
      : null,
    properties,
  );
}

function endTool(draw: Draw, spell: (words: string) => string): MadeTool {
  const properties: Record<string, JsonObject> = {};
  if (draw.chance(0.3))
    properties[spell(draw.pick(["reason", "outcome", "why", "cause"]))] = {
      type: "string",
      enum: ["finished", "wrong", "other"],
    };
  return special(
    spell(draw.pick(endNames)),
    "hangUp",
    draw.chance(0.6) ? draw.pick(["Ends the call.", "Hangs up after a goodbye.", "Closes the line."]) : null,
    properties,
  );
}

function special(
  name: string,
  actionName: "transfer" | "hangUp",
  description: string | null,
  properties: Readonly<Record<string, JsonObject>>,
): MadeTool {
  const tool: Tool = {
    type: "function",
    function: {
      name,
      ...(description ? { description } : {}),
      parameters: { type: "object", properties, required: Object.keys(properties) },
    },
  };
  return { tool, action: ofTheCall, actionName, thing: "", parameters: [], oddVerb: null, silent: false };
}

/** What a tool that belongs to the call itself does is no action with a thing. */
const ofTheCall: Action = {
  nature: "changes",
  verbs: [],
  does: [],
  about: [],
  requests: [],
  done: [],
  takes: [],
};

/** The caller wants a person. */
export function wantHuman(stage: Stage): void {
  const { draw } = stage.scene;
  const tool = stage.tools.find((one) => one.actionName === "transfer");
  const fields: Record<string, Json> = {};
  const details: string[] = [];
  for (const [key, schema] of propertiesOf(tool)) {
    if (Array.isArray(schema["enum"])) {
      const team = draw.random.pick(schema["enum"] as readonly string[]);
      fields[key] = team;
      details.push(draw.say([`in ${team}`, `from ${team}`, `at ${team}`, `the ${team} team`]));
    } else {
      const clause = drawClause(draw);
      const heard = stage.scene.voice.lowerCase ? clause.toLowerCase() : clause;
      fields[key] = heard;
      details.push(`${draw.pick(["because ", "since ", "you know, ", "as "])}${heard}`);
    }
  }
  const wish = draw.say([
    "[can|could] I [speak|talk] to [somebody|someone|a person]",
    "[get|give] me a [human|real person]",
    "I want to [speak|talk] to [somebody|a colleague]",
    "[please |]connect me with [somebody|a person]",
    "is there a person I can talk to",
    "let me talk to someone",
  ]);
  callerSays(stage, [wish, ...details].join(" "));
  if (!tool) {
    agentSays(stage, [
      "I'm sorry, nobody is free right now.",
      "I can't put you through, I'm afraid.",
      "Sorry, I can't transfer calls.",
    ]);
    return;
  }
  agentUses(
    stage,
    [{ tool, fields }],
    [draw.random.pick<Json>([{ ok: true }, { status: "transferred" }, { connected: true }])],
    null,
  );
  agentSays(stage, [
    "I'm putting you through.",
    "You're being connected.",
    "One moment, a colleague takes over.",
  ]);
}

/** Ends the call by its tool; false where there is none. */
export function wantEnd(stage: Stage): boolean {
  const tool = stage.tools.find((one) => one.actionName === "hangUp");
  if (!tool) return false;
  const fields = Object.fromEntries(propertiesOf(tool).map(([key]) => [key, "finished"]));
  const words = stage.scene.draw.chance(0.3)
    ? stage.scene.draw.say(["Goodbye!", "Bye!", "Take care!"])
    : null;
  agentUses(stage, [{ tool, fields }], [{ ok: true }], words);
  return true;
}

function propertiesOf(tool: MadeTool | undefined): [string, JsonObject][] {
  return Object.entries(
    (tool?.tool.function.parameters?.["properties"] ?? {}) as Readonly<Record<string, JsonObject>>,
  );
}
