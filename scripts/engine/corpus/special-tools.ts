import type { Tool } from "../../../src/domain/tool.ts";
import type { Json, JsonObject } from "../../../src/lib/json.ts";
import type { Action } from "./actions/action.ts";
import type { Draw } from "./draw.ts";
import { agentSays, agentUses, callerSays, type Stage } from "./stage.ts";
import type { MadeTool } from "./tools.ts";
import { text } from "./values/value.ts";
import { drawClause } from "./values/words.ts";
import { lines, list } from "./words/list.ts";

const transferNames =
  list(`transfer call, connect agent, route to person, forward call, escalate, connect operator, hand over, get human,
  put through, pass to colleague, handoff, human handoff, transfer, connect to staff, redirect call, call colleague, speak to human, live agent,
  route call, switch to operator, request human, connect department, patch through, to representative, live transfer, bridge call, warm transfer`);

const transferAbouts = lines(`Puts the caller through.
Connects to a person.
Hands the call to somebody.
Transfers the call to a colleague.
Use when the caller wants to talk to a human.
Hands over to a member of the team.
Routes the call to a department.
Passes the call on.
Connects the caller with staff.
Use if the caller asks for a person.
Switches to a live agent.`);

const endNames =
  list(`hang up, finish call, close call, terminate call, say goodbye, disconnect, complete call, conclude, end conversation, finish,
  goodbye, hangup, drop call, leave call, close line, end session, wrap up, stop call, call done, end phone call, quit call`);

const endAbouts = lines(`Ends the call.
Hangs up after a goodbye.
Closes the line.
Use when the caller says goodbye.
Finishes the call politely.
Hangs up.
Use it once everything is done and the caller is leaving.
Terminates the connection.
Call this at the end.
Disconnects the caller.`);

const departments =
  list(`sales, billing, support, returns, accounts, repairs, claims, office, reception, parts, legal, supervisor, technical,
  complaints, management, human resources, warehouse, shipping, front desk, workshop, kitchen, service, loans, cards, bookings, events, press,
  security, insurance, payroll, field team, night shift, ticketing, lost and found, housekeeping, admissions, finance, purchasing, installations`);

export function specialTools(draw: Draw, spell: (words: string) => string): MadeTool[] {
  const tools: MadeTool[] = [];
  if (draw.chance(0.35)) tools.push(transferTool(draw, spell));
  if (draw.chance(0.35)) tools.push(endTool(draw, spell));
  return tools;
}

function transferTool(draw: Draw, spell: (words: string) => string): MadeTool {
  const properties: Record<string, JsonObject> = {};
  if (draw.chance(0.6))
    properties[
      spell(
        draw.pick([
          "department",
          "team",
          "to",
          "queue",
          "group",
          "desk",
          "destination",
          "unit",
          "section",
          "who",
        ]),
      )
    ] = {
      type: "string",
      enum: draw.some(departments, draw.between(2, 4)),
    };
  if (draw.chance(0.4))
    properties[
      spell(draw.pick(["reason", "summary", "topic", "note", "why", "context", "message", "matter"]))
    ] = text;
  return special(
    spell(draw.pick(transferNames)),
    "transfer",
    draw.chance(0.6) ? draw.pick(transferAbouts) : null,
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
    draw.chance(0.6) ? draw.pick(endAbouts) : null,
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
  return { tool, action: ofTheCall, actionName, thing: "", parameters: [], oddVerb: null, hidden: false };
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
  const wish = draw.say(humanWishes);
  callerSays(stage, [wish, ...details].join(" "));
  if (!tool) {
    agentSays(stage, nobodyFree);
    return;
  }
  agentUses(
    stage,
    [{ tool, fields }],
    [draw.random.pick<Json>([{ ok: true }, { status: "transferred" }, { connected: true }])],
    null,
  );
  agentSays(stage, connecting);
}

const humanWishes = lines(`[can|could] I [speak|talk] to [somebody|someone|a person]
[get|give] me a [human|real person]
I want to [speak|talk] to [somebody|a colleague]
[please |]connect me with [somebody|a person]
is there a person I can talk to
let me talk to someone
I'd rather talk to a [human|real person]
put me through to [somebody|a colleague|one of your people]
I don't want to talk to a machine, give me a person
transfer me please
can you transfer me
I need to talk to a human being
is anybody there I could speak with
could you pass me on to someone
I'd like to be connected
operator
representative please
give me somebody who can decide
please hand me over to a colleague
I want a real person on the line
would you put me through
may I have a word with someone
get me your boss
I won't discuss this with a computer, put me through
human please
isn't there anyone else I can talk to
I'd prefer to speak with one of your staff
connect me
let me speak with whoever is in charge
just forward me to someone`);

const nobodyFree = lines(`I'm sorry, nobody is free right now.
I can't put you through, I'm afraid.
Sorry, I can't transfer calls.
I'm afraid there's only me on this line.
I have no way to connect you, sorry.
Unfortunately I can't forward calls.
Sorry, nobody can take the call at the moment.
I can't connect you, but I'll gladly help myself.
There's no one I can pass you to, I'm sorry.
Sorry, that's not possible from here.`);

const connecting = lines(`I'm putting you through.
You're being connected.
One moment, a colleague takes over.
I'm connecting you now.
Please hold, somebody will be with you.
I'm transferring you.
Stay on the line, please.
A colleague will pick up in a moment.
I'm passing you on.
Hold on, I'm forwarding the call.`);

/** Ends the call by its tool; false where there is none. */
export function wantEnd(stage: Stage): boolean {
  const tool = stage.tools.find((one) => one.actionName === "hangUp");
  if (!tool) return false;
  const fields = Object.fromEntries(propertiesOf(tool).map(([key]) => [key, "finished"]));
  const words = stage.scene.draw.chance(0.3) ? stage.scene.draw.say(lastWords) : null;
  agentUses(stage, [{ tool, fields }], [{ ok: true }], words);
  return true;
}

function propertiesOf(tool: MadeTool | undefined): [string, JsonObject][] {
  return Object.entries(
    (tool?.tool.function.parameters?.["properties"] ?? {}) as Readonly<Record<string, JsonObject>>,
  );
}

const lastWords = lines(`Goodbye!
Bye!
Take care!
Have a nice day!
Thanks for calling. Goodbye!
Bye, take care!
All the best!
See you!`);
