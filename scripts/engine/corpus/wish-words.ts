import type { Action } from "./actions/action.ts";
import { alike } from "./actions/alike.ts";
import { oddFrames, requestFrames } from "./actions/frames.ts";
import type { Draw } from "./draw.ts";
import type { Stage } from "./stage.ts";
import type { MadeTool } from "./tools.ts";
import { plural, withArticle } from "./words/articles.ts";

/** Something that a caller may want, whether or not a tool does it. */
export type Wish = Pick<MadeTool, "action" | "actionName" | "thing" | "oddVerb">;

/** How the caller asks for it; `my` where the thing has been named before. */
export function requestWords(stage: Stage, wish: Wish, my?: string): string {
  const { draw } = stage.scene;
  const words = thingWords(stage, wish, my);
  const asked = wordsFor(stage, wish, words);
  return draw.chance(0.25) ? `${draw.say(openings)}, ${asked}` : asked;
}

function wordsFor(stage: Stage, wish: Wish, words: ThingWords): string {
  const { draw } = stage.scene;
  if (wish.oddVerb) return draw.say(oddFrames, { ...words, v: wish.oddVerb });
  if (draw.chance(0.3)) return draw.say(requestFrames, { w: draw.say(wish.action.does, { ...words }) });
  return draw.say([drawTemplate(stage, wish)], { ...words });
}

const openings = [
  "hi",
  "hello",
  "hey",
  "yes",
  "okay",
  "also",
  "good morning",
  "now",
  "good afternoon",
  "good evening",
  "hi there",
  "hello there",
  "oh",
  "listen",
  "look",
  "so",
  "and",
  "one more thing",
  "alright",
  "excuse me",
  "great",
  "right",
  "yeah hi",
  "yes please",
  "thanks",
  "sorry",
  "good day",
  "another thing",
  "by the way",
  "hey there",
  "yes hello",
  "ah good",
  "finally",
];

/** The thing in the forms that templates ask for. */
interface ThingWords {
  readonly a: string;
  readonly my: string;
  readonly n: string;
  readonly ns: string;
}

function thingWords(stage: Stage, { thing }: Wish, my?: string): ThingWords {
  const { draw } = stage.scene;
  const known = stage.ids.has(thing) && draw.chance(0.6);
  return {
    a: withArticle(thing),
    my: my ?? (known ? draw.pick(["it", "that"]) : `${draw.random.pick(owners)} ${thing}`),
    n: thing,
    ns: plural(thing),
  };
}

const owners = ["my", "my", "my", "the", "that", "our", "this"];

/** What is done with the thing, in the infinitive; `my` says whose it is. */
export function doing(draw: Draw, { action, thing }: Wish, my: string): string {
  const words: ThingWords = { a: withArticle(thing), my: `${my} ${thing}`, n: thing, ns: plural(thing) };
  return draw.say(action.does, { ...words });
}

/** A request that can mean nothing else with these tools. */
function drawTemplate(stage: Stage, wish: Wish): string {
  const { draw } = stage.scene;
  for (let tries = 0; tries < 40; tries += 1) {
    const line = draw.pick(wish.action.requests);
    const close = line.startsWith("(") ? line.indexOf(")") : 0;
    const rivals = line.slice(1, Math.max(1, close)).split(",");
    const template = close === 0 ? line : line.slice(close + 1).trim();
    if (isClear(stage, wish, { rivals, namesThing: template.includes("{") })) return template;
  }
  return plainRequest(wish.action);
}

interface Reading {
  readonly rivals: readonly string[];
  readonly namesThing: boolean;
}

function isClear(stage: Stage, wish: Wish, { rivals, namesThing }: Reading): boolean {
  const meantBy = (one: MadeTool) => rivals.includes(one.actionName);
  if (namesThing) return !stage.tools.some((one) => one.thing === wish.thing && meantBy(one));
  const others = stage.tools.filter((one) => one.actionName !== wish.actionName || one.thing !== wish.thing);
  return (
    others.length < stage.tools.length &&
    !others.some((one) => meantBy(one) || alike(wish.actionName, one.actionName))
  );
}

function plainRequest(action: Action): string {
  return `I'd like to ${action.does[0] ?? "{my}"}`;
}
