import { ordinal } from "../../../src/samples/speech/numbers.ts";
import { capitalised } from "./draw.ts";
import { days, introductions, manners, policies, policiesOfTheHouse } from "./prompts/prompt-lines.ts";
import { shapePrompt } from "./prompts/shapes.ts";
import { isoDate, monthAndDay, weekday } from "./values/times.ts";
import type { Scene } from "./values/value.ts";
import { drawFirstName } from "./values/words.ts";
import { withArticle } from "./words/articles.ts";
import { businessKinds } from "./words/businesses.ts";

interface PromptPlan {
  readonly facts: readonly string[];
  readonly confirms: boolean;
  /** Drawn where it isn't given. */
  readonly persona?: Persona;
}

/** Who answers, as far as the system prompt says it. */
export interface Persona {
  readonly introduction: string;
  readonly name: string | null;
  readonly business: string | null;
}

export function drawPersona(scene: Scene): Persona {
  const { draw } = scene;
  const name = drawFirstName(draw);
  const kind = draw.pick(businessKinds);
  const business = drawCompany(scene, kind);
  const template = draw.pick(introductions);
  return {
    introduction: draw.say([template], { a: name, c: business, k: withArticle(kind) }),
    name: template.includes("{a}") ? name : null,
    business: template.includes("{c}") ? business : null,
  };
}

/** What the agent is told: who it is, the day, facts, and whether to ask for a yes before a tool is used. */
export function drawSystemPrompt(scene: Scene, plan: PromptPlan): string {
  const { draw } = scene;
  const { facts, confirms, persona = drawPersona(scene) } = plan;
  const style = draw.some(manners, draw.random.pick([0, 0, 0, 1, 1, 2, 3, 5])).map((one) => draw.say([one]));
  const rules = confirms ? [...style, draw.say(policies)] : style;
  return shapePrompt(draw, {
    who: persona.introduction,
    rules: draw.chance(0.5) ? rules : rules.toReversed(),
    facts,
    prose: draw.chance(0.08) ? draw.some(policiesOfTheHouse, draw.between(1, 4)) : [],
    day: sayToday(scene),
  });
}

function sayToday({ draw, today }: Scene): string {
  const { month, dayOfMonth, year } = monthAndDay(today);
  return draw.say(days, {
    w: weekday(today),
    i: isoDate(today),
    m: month,
    d: String(dayOfMonth),
    o: ordinal(dayOfMonth),
    y: String(year),
    h: `${String(draw.between(7, 20)).padStart(2, "0")}:${draw.random.pick(["00", "15", "27", "40", "58"])}`,
  });
}

function drawCompany({ draw }: Scene, kind: string): string {
  const words = { w: draw.word(1, 3), x: draw.word(1, 2), k: kind };
  return capitalised(
    draw.say(["{w} {k}", "{w}", "{w} and {x}", "{k} {w}", "the {w} {k}", "{w} {x} {k}"], words),
  );
}
