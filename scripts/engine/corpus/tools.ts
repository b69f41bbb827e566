import type { Tool } from "../../../src/domain/tool.ts";
import type { JsonObject } from "../../../src/lib/json.ts";
import type { Action } from "./actions/action.ts";
import { alike } from "./actions/alike.ts";
import { aboutFrames, aboutTails } from "./actions/frames.ts";
import { type ActionName, actionNames, actions } from "./actions/index.ts";
import type { Draw } from "./draw.ts";
import { drawParameters, type MadeParameter } from "./parameters.ts";
import { drawThing, generalNouns, suits } from "./things-for.ts";
import { drawNaming, type Naming, nameWords } from "./tool-names.ts";
import { plural, withArticle } from "./words/articles.ts";

/** A generated tool, with what the callers know about it. */
export interface MadeTool {
  readonly tool: Tool;
  readonly action: Action;
  /** The action's name, or that of a tool which belongs to the call itself. */
  readonly actionName: ActionName | "transfer" | "hangUp";
  /** What it is about, in the caller's words. */
  readonly thing: string;
  readonly parameters: readonly MadeParameter[];
  /** The caller's verb where it is a made-up one. */
  readonly oddVerb: string | null;
  /** Its name doesn't say what it is about. */
  readonly hidden: boolean;
}

/** Tools of the sample businesses, which stay unseen. */
const reservedNames = new Set(
  `get_opening_hours transfer_to_human end_call get_menu check_availability create_booking create_order update_order get_order_status
lookup_patient reschedule_booking cancel_booking get_quote send_payment_link issue_refund`.split(/\s+/),
);

export interface ToolSet {
  readonly tools: readonly MadeTool[];
  readonly spell: (words: string) => string;
}

export interface ToolSetOrder {
  /** How many tools, one of these. */
  readonly sizes: readonly number[];
  /** Parameters of a tool at most. */
  readonly most: number;
}

/** The tools of one agent: a few things, and near neighbours among what can be done with them. */
export function drawTools(draw: Draw, { sizes, most }: ToolSetOrder): ToolSet {
  const naming = drawNaming(draw);
  const size = draw.random.pick(sizes);
  const names = new Set<string>();
  const tools: MadeTool[] = [];
  for (let tries = 0; tools.length < size && tries < 40; tries += 1) {
    const actionName = draw.random.pick(actionNames);
    const known = tools.filter(({ thing }) => suits(actionName, thing) && !clashes(tools, actionName, thing));
    const thing =
      known.length > 0 && draw.chance(0.75) ? draw.random.pick(known).thing : drawThing(draw, actionName);
    if (clashes(tools, actionName, thing)) continue;
    const made = drawTool(draw, { most, actionName, thing, naming });
    if (names.has(made.tool.function.name) || reservedNames.has(made.tool.function.name)) continue;
    names.add(made.tool.function.name);
    tools.push(made);
  }
  return { tools, spell: naming.spell };
}

function clashes(tools: readonly MadeTool[], actionName: ActionName, thing: string): boolean {
  return tools.some((one) => one.thing === thing && alike(actionName, one.actionName));
}

interface ToolPlan {
  readonly most: number;
  readonly actionName: ActionName;
  readonly thing: string;
  readonly naming: Naming;
}

function drawTool(draw: Draw, { most, actionName, thing, naming }: ToolPlan): MadeTool {
  const action: Action = actions[actionName];
  const oddVerb = draw.chance(0.15) ? draw.word(1, 2) : null;
  const verb = oddVerb ?? draw.prefer(action.verbs);
  const general = draw.chance(0.3) ? draw.pick(generalNouns[actionName]) : thing;
  const noun = verb.split(" ").includes(general) ? thing : general;
  const bare = draw.chance(0.06);
  const named = nameWords(draw, { verb, noun, bare, plural: action.nature === "tells" && draw.chance(0.15) });
  const hidden = noun !== thing || named === verb;
  const described = draw.chance(hidden ? 0.85 : 0.55);
  const parameters = drawParameters(draw, action.takes, { spell: naming.spell, most });
  return {
    tool: toTool(draw, {
      name: naming.name(named),
      about: described ? describe(draw, action, thing) : null,
      parameters,
    }),
    action,
    actionName,
    thing,
    parameters,
    oddVerb,
    hidden,
  };
}

/** The description as developers write it. */
function describe(draw: Draw, action: Action, thing: string): string {
  const a = withArticle(thing);
  const my = draw.pick([`the ${thing}`, `the caller's ${thing}`, a, `an existing ${thing}`]);
  const words = { a, my, n: thing, ns: plural(thing) };
  const about = draw.chance(0.75)
    ? draw.say(action.about, words)
    : draw.say(aboutFrames, { w: draw.say(action.does, words).replace(/\b(?:my|I)\b/g, asTold) });
  const whole = draw.chance(0.9) ? `${about.replace(/\.$/, "")}.` : about.replace(/\.$/, "");
  return draw.chance(0.08) ? `${whole} ${draw.pick(aboutTails)}` : whole;
}

function asTold(word: string): string {
  return word === "my" ? "their" : "they";
}

interface Plain {
  readonly name: string;
  readonly about: string | null;
  readonly parameters: readonly MadeParameter[];
}

function toTool(draw: Draw, { name, about, parameters }: Plain): Tool {
  const schema: JsonObject = {
    type: "object",
    properties: Object.fromEntries(parameters.map((one) => [one.key, one.maker.schema])),
    required: parameters.filter((one) => one.required).map((one) => one.key),
  };
  const bare = parameters.length === 0 && draw.chance(0.5);
  return {
    type: "function",
    function: { name, ...(about ? { description: about } : {}), ...(bare ? {} : { parameters: schema }) },
  };
}
