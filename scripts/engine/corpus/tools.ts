import type { Tool } from "../../../src/domain/tool.ts";
import type { JsonObject } from "../../../src/lib/json.ts";
import { type Action, actions } from "./actions.ts";
import type { Draw } from "./draw.ts";
import { drawParameters, type MadeParameter } from "./parameters.ts";
import { bookables, goods, records } from "./words/things.ts";

/** A generated tool, with what the callers know about it. */
export interface MadeTool {
  readonly tool: Tool;
  readonly action: Action;
  /** What it is about, in the caller's words. */
  readonly thing: string;
  readonly parameters: readonly MadeParameter[];
  /** The caller's verb where it is a made-up one. */
  readonly oddVerb: string | null;
}

/** Tools of the sample businesses, which stay unseen. */
const reservedNames = new Set(
  `get_opening_hours transfer_to_human end_call get_menu check_availability create_booking create_order update_order get_order_status
lookup_patient reschedule_booking cancel_booking get_quote send_payment_link issue_refund`.split(/\s+/),
);

/** Actions whose requests for the same thing sound alike; an agent has one of each row for a thing. */
const alike = [
  ["book", "enroll", "order", "remind"],
  ["move", "update", "confirm"],
  ["cancel", "deactivate", "refund"],
  ["search", "available"],
  ["status", "activate"],
  ["send", "report"],
];

const thingsFor: Readonly<Record<string, readonly string[]>> = {
  book: bookables,
  move: bookables,
  available: bookables,
  order: goods,
  refund: goods,
  search: [...bookables, ...goods],
  price: [...bookables, ...goods],
};

/** General words that a tool may use for a thing which callers call by its name. */
const generalNouns: Readonly<Record<string, readonly string[]>> = {
  book: ["booking", "reservation", "appointment", "slot", "visit", "entry"],
  cancel: ["booking", "reservation", "appointment", "entry", "event"],
  move: ["booking", "reservation", "appointment", "visit"],
  order: ["order", "items", "purchase", "basket", "cart"],
  available: ["availability", "openings", "free slots", "capacity"],
  search: ["catalog", "items", "offers", "options", "stock"],
  price: ["price", "quote", "estimate", "rate"],
  report: ["issue", "incident", "complaint", "ticket", "problem"],
};

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
  const spell = drawSpelling(draw);
  const size = draw.random.pick(sizes);
  const names = new Set<string>();
  const used: { readonly action: string; readonly thing: string }[] = [];
  const tools: MadeTool[] = [];
  const things: string[] = [];
  for (let tries = 0; tools.length < size && tries < 40; tries += 1) {
    const key = draw.random.pick(Object.keys(actions));
    const known = things.filter((thing) => !clashes(used, key, thing));
    const thing = known.length > 0 && draw.chance(0.7) ? draw.random.pick(known) : drawThing(draw, key);
    if (clashes(used, key, thing)) continue;
    const made = drawTool(draw, { key, thing, spell, most });
    if (names.has(made.tool.function.name) || reservedNames.has(made.tool.function.name)) continue;
    names.add(made.tool.function.name);
    used.push({ action: key, thing });
    things.push(thing);
    tools.push(made);
  }
  return { tools, spell };
}

function clashes(used: readonly { action: string; thing: string }[], action: string, thing: string): boolean {
  const row = alike.find((actions) => actions.includes(action)) ?? [action];
  return used.some((one) => one.thing === thing && row.includes(one.action));
}

function drawThing(draw: Draw, action: string): string {
  return draw.chance(0.45) ? draw.word(1, 3) : draw.pick(thingsFor[action] ?? [...records, ...bookables]);
}

interface ToolPlan {
  readonly most: number;
  readonly key: string;
  readonly thing: string;
  readonly spell: (words: string) => string;
}

function drawTool(draw: Draw, { key, thing, spell, most }: ToolPlan): MadeTool {
  const action = actions[key];
  if (!action) throw new RangeError(`no action ${key}`);
  const oddVerb = draw.chance(0.2) ? draw.word(1, 2) : null;
  const general = generalNouns[key];
  const noun = general && draw.chance(0.3) ? draw.pick(general) : thing;
  const plural = action.nature === "tells" && noun === thing && draw.chance(0.2) ? "s" : "";
  const verb = oddVerb ?? draw.prefer(action.verbs);
  const name = spell(draw.chance(0.9) ? `${verb} ${noun}${plural}` : `${noun} ${verb}`);
  const hidden = noun !== thing;
  const described = draw.chance(hidden ? 0.8 : 0.5);
  const about = `${draw.pick(action.about)} ${withArticle(thing)}.`;
  const parameters = drawParameters(draw, action.takes, { spell, most });
  const schema: JsonObject = {
    type: "object",
    properties: Object.fromEntries(parameters.map((one) => [one.key, one.maker.schema])),
    required: parameters.filter((one) => one.required).map((one) => one.key),
  };
  const bare = parameters.length === 0 && draw.chance(0.5);
  return {
    tool: {
      type: "function",
      function: {
        name,
        ...(described ? { description: about } : {}),
        ...(bare ? {} : { parameters: schema }),
      },
    },
    action,
    thing,
    parameters,
    oddVerb,
  };
}

/** How one team writes identifiers. */
function drawSpelling(draw: Draw): (words: string) => string {
  const style = draw.random.pick([
    "snake",
    "snake",
    "snake",
    "snake",
    "camel",
    "camel",
    "pascal",
    "kebab",
  ] as const);
  return (words) => {
    const parts = words.toLowerCase().split(/[\s-]+/);
    if (style === "snake") return parts.join("_");
    if (style === "kebab") return parts.join("-");
    const big = parts.map((part) => part.charAt(0).toUpperCase() + part.slice(1)).join("");
    return style === "pascal" ? big : big.charAt(0).toLowerCase() + big.slice(1);
  };
}

export function withArticle(thing: string): string {
  return `${/^[aeiou]/.test(thing) ? "an" : "a"} ${thing}`;
}
