import type { Json, JsonObject } from "../../../src/lib/json.ts";
import type { Draw } from "./draw.ts";
import { pairPhrases } from "./families/pairs.ts";
import type { MadeParameter } from "./parameters.ts";
import type { Stage } from "./stage.ts";
import type { MadeTool } from "./tools.ts";
import type { Said } from "./values/value.ts";

/** What the caller has said for one use of a tool. */
export type Given = Map<MadeParameter, Said>;

/** The caller gives several values along with something else: one after the other, or two in one sentence. */
export function giveAll(stage: Stage, parameters: readonly MadeParameter[], given: Given): string[] {
  const left = [...parameters];
  const parts: string[] = [];
  for (let first = left.shift(); first; first = left.shift()) {
    const pair = stage.scene.draw.chance(0.35) ? pairOf(first, left) : null;
    if (!pair) {
      parts.push(give(stage, first, given));
      continue;
    }
    left.splice(left.indexOf(pair.other), 1);
    parts.push(givePair(stage, pair, given));
  }
  return parts;
}

interface Pair {
  readonly one: MadeParameter;
  readonly two: MadeParameter;
  /** Of both, the one that was found. */
  readonly other: MadeParameter;
  readonly phrases: readonly string[];
}

function pairOf(first: MadeParameter, others: readonly MadeParameter[]): Pair | null {
  for (const other of others) {
    const inOrder = pairPhrases(first.role, other.role);
    if (inOrder.length > 0) return { one: first, two: other, other, phrases: inOrder };
    const turned = pairPhrases(other.role, first.role);
    if (turned.length > 0) return { one: other, two: first, other, phrases: turned };
  }
  return null;
}

function givePair(stage: Stage, { one, two, phrases }: Pair, given: Given): string {
  const [v, w] = [one, two].map((parameter) => {
    const said = parameter.maker.make(stage.scene);
    keep(stage, parameter, said, given);
    return said.words;
  });
  return tidy(stage.scene.draw.say(phrases, { v: v ?? "", w: w ?? "", n: one.noun, m: two.noun }));
}

/** The caller gives a value along with something else. */
export function give(stage: Stage, parameter: MadeParameter, given: Given): string {
  const { draw } = stage.scene;
  const said = parameter.maker.make(stage.scene);
  if (parameter.decoys.length > 0 && draw.chance(0.07)) return giveBesideDecoy(stage, parameter, given);
  if (draw.chance(0.05)) {
    const meant = parameter.maker.make(stage.scene);
    keep(stage, parameter, meant, given);
    const wrong = fill(parameter, parameter.gives, { said })(draw);
    return draw.say(corrections, { w: wrong, v: meant.words });
  }
  keep(stage, parameter, said, given);
  return fill(parameter, parameter.gives, { said })(draw);
}

const corrections = [
  "{w}, no, {v}",
  "{w}, sorry, {v}",
  "{w}, I mean {v}",
  "{w} no wait {v}",
  "{w} uh make that {v}",
  "{w}, or rather {v}",
  "{w}, no sorry, {v}",
  "{w}, wait, no, {v}",
  "{w}, actually {v}",
  "{w}, actually no, {v}",
  "{w}, hold on, {v}",
  "{w}, let me correct that, {v}",
  "{w}, scratch that, {v}",
  "{w}, that's wrong, {v}",
  "{w}, what am I saying, {v}",
  "{w}, oh no, it's {v}",
  "{w}, I meant to say {v}",
  "{w}, excuse me, {v}",
  "{w}, nope, {v}",
  "{w}, forget that, {v}",
];

/** Another value of the kind stands beside the one that is meant. */
function giveBesideDecoy(stage: Stage, parameter: MadeParameter, given: Given): string {
  const said = parameter.maker.make(stage.scene);
  const decoy = parameter.maker.make(stage.scene);
  keep(stage, parameter, said, given);
  const templates = decoy.words === said.words ? parameter.gives : parameter.decoys;
  return fill(parameter, templates, { said, decoy })(stage.scene.draw);
}

function keep(stage: Stage, parameter: MadeParameter, said: Said, given: Given): void {
  given.set(parameter, said);
  if (parameter.role === "self") stage.known.set("self", said);
}

/** The caller answers a question. */
export function tell(stage: Stage, parameter: MadeParameter, given: Given): string {
  const { maker } = parameter;
  const said = maker.answer ? maker.answer(stage.scene) : maker.make(stage.scene);
  keep(stage, parameter, said, given);
  return fill(parameter, parameter.tells, { said })(stage.scene.draw);
}

interface Filling {
  readonly said: Said;
  readonly decoy?: Said;
}

function fill(parameter: MadeParameter, templates: readonly string[], { said, decoy }: Filling) {
  const article = /^[aeiou]/i.test(said.words) ? "an" : "a";
  const values = {
    v: said.words,
    a: `${article} ${said.words}`,
    p: parameter.words,
    n: parameter.noun,
    d: decoy?.words ?? "",
  };
  return (draw: Draw) => tidy(draw.say(templates, values));
}

const oneOfMany = /\b(one|1) (person|guest|seat|place|spot|piece|unit|time|star|point|kid)s\b/g;
/** Before words that say when by themselves there is no "on": tomorrow, in three days, after lunch. */
const needlessPreposition =
  /\b(?:on|at) (?=(?:today|tomorrow|later today|already t|in (?:a|one|\w+) (?:days?|weeks?|fortnight)|\w+ (?:days|weeks?) from|next (?:week|month)|sometime|(?:early|late) next|as soon as|as (?:early|late) as|whenever|first thing|any time|some time|after (?:work|school|lunch|\w+$)|before (?:work|lunch)|between \w+ and)\b)/gi;

/** "one people" is one person, and nobody says "on tomorrow". */
function tidy(text: string): string {
  return text
    .replace(/\b(one|1) people\b/g, "$1 person")
    .replace(oneOfMany, "$1 $2")
    .replace(needlessPreposition, "")
    .replace(/\bfor (?=in (?:a|one|\w+) (?:days?|weeks?|fortnight)\b)/g, "");
}

/** The arguments, in the order of the parameters. */
export function fieldsOf(tool: MadeTool, given: Given): JsonObject {
  const fields: Record<string, Json> = {};
  for (const parameter of tool.parameters) {
    const said = given.get(parameter);
    if (said) fields[parameter.key] = said.value;
  }
  return fields;
}
