import { capitalised } from "./draw.ts";
import { isoDate, monthAndDay, weekday } from "./values/times.ts";
import type { Scene } from "./values/value.ts";
import { drawFirstName } from "./values/words.ts";
import { businessKinds } from "./words/names.ts";

interface PromptPlan {
  readonly facts: readonly string[];
  readonly confirms: boolean;
}

/** What the agent is told: who it is, the day, facts, and whether to ask for a yes before a tool is used. */
export function drawSystemPrompt(scene: Scene, { facts, confirms }: PromptPlan): string {
  const { draw } = scene;
  const day = sayToday(scene);
  const who = draw.say(introductions, {
    a: drawFirstName(draw),
    c: drawCompany(scene),
    k: draw.pick(businessKinds),
  });
  const manner = draw.chance(0.4) ? [draw.say(manners)] : [];
  const parts = [who, ...manner, ...facts, ...(confirms ? [draw.say(policies)] : [])];
  return (draw.chance(0.25) ? [day, ...parts] : [...parts, day]).join(draw.pick([" ", "\n"]));
}

const introductions = [
  "You are {a}, the phone agent of {c}.",
  "You answer the phone of {c}.",
  "You work for {c}, a {k}.",
  "You are the assistant of {c}.",
  "{c}, phone desk.",
  "You take calls for a {k}. Your name is {a}.",
];

const manners = [
  "Be [brief|friendly|polite|quick].",
  "Ask for missing details.",
  "Keep it short.",
  "Use the tools.",
  "Speak [plainly|kindly].",
];

const policies = [
  "Confirm the details before you use a tool.",
  "Read the details back and get a yes before any tool.",
  "Always ask for confirmation first.",
];

const days = [
  "Today is {w}, {i}.",
  "Today is {i}, a {w}.",
  "Today is {w}, {m} {d}, {y} ({i}).",
  "It is {w} {i}.",
  "Date: {i} ({w}).",
  "Current date: {i}, {w}.",
  "The day is {w}, {i}.",
];

function sayToday({ draw, today }: Scene): string {
  const { month, dayOfMonth, year } = monthAndDay(today);
  const values = { w: weekday(today), i: isoDate(today), m: month, d: String(dayOfMonth), y: String(year) };
  return draw.say(days, values);
}

function drawCompany({ draw }: Scene): string {
  const words = { w: draw.word(1, 3), x: draw.word(1, 2), k: draw.pick(businessKinds) };
  return capitalised(draw.say(["{w} {k}", "{w}", "{w} and {x}"], words));
}
