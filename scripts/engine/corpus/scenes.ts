import { alike } from "./actions/alike.ts";
import { type ActionName, actionNames, actions } from "./actions/index.ts";
import { factQuestion } from "./facts.ts";
import { request, requestTwo } from "./request.ts";
import { hypotheticalTalk, impossibleWish, smallTalk, vagueWish } from "./small-talk/small-talk.ts";
import { wantHuman } from "./special-tools.ts";
import type { Stage } from "./stage.ts";
import { drawThing, suits } from "./things-for.ts";
import type { MadeTool } from "./tools.ts";
import { requestWords, type Wish } from "./wish-words.ts";

/** Part of a call: one wish, or talk that is none. */
type Scene = (stage: Stage, ordinary: readonly MadeTool[]) => void;

const scenes: readonly (readonly [share: number, scene: Scene])[] = [
  [0.1, smallTalk],
  [0.03, factQuestion],
  [0.06, wishWithoutTool],
  [0.03, hypothetical],
  [0.01, (stage) => vagueWish(stage)],
  [0.03, wantHuman],
  [0.04, twoWishes],
  [0.7, oneWish],
];

export function playScene(stage: Stage): void {
  const ordinary = stage.tools.filter((one) => one.action.requests.length > 0 && one.thing !== "");
  let left = stage.scene.draw.random.next();
  for (const [share, scene] of scenes) {
    left -= share;
    if (left >= 0) continue;
    scene(stage, ordinary);
    return;
  }
}

function oneWish(stage: Stage, ordinary: readonly MadeTool[]): void {
  const { draw } = stage.scene;
  if (ordinary.length > 0) request(stage, draw.random.pick(ordinary), draw.some(ordinary, 2));
}

function twoWishes(stage: Stage, ordinary: readonly MadeTool[]): void {
  const sayable = ordinary.filter((one) => one.parameters.every((parameter) => parameter.gives.length > 0));
  const [first, second] = stage.scene.draw.some(sayable, 2);
  if (first && second && !stage.confirms) requestTwo(stage, first, second);
  else oneWish(stage, ordinary);
}

function hypothetical(stage: Stage, ordinary: readonly MadeTool[]): void {
  if (ordinary.length > 0) hypotheticalTalk(stage, stage.scene.draw.random.pick(ordinary));
}

/** Something that sounds like what the tools do, but isn't: the agent must say so. */
function wishWithoutTool(stage: Stage, ordinary: readonly MadeTool[]): void {
  const { draw } = stage.scene;
  for (let tries = 0; tries < 12; tries += 1) {
    const near = ordinary.length > 0 && draw.chance(0.7) ? draw.random.pick(ordinary) : null;
    const sameAction = near !== null && draw.chance(0.4);
    const actionName = sameAction ? (near.actionName as ActionName) : draw.random.pick(actionNames);
    const thing = near && !sameAction ? near.thing : drawThing(draw, actionName);
    if (!suits(actionName, thing) || isCovered(stage, actionName, thing)) continue;
    const wish: Wish = { action: actions[actionName], actionName, thing, oddVerb: null };
    impossibleWish(stage, wish, requestWords(stage, wish));
    return;
  }
}

/** A tool whose name leaves open what it is about might do it for anything. */
function isCovered(stage: Stage, actionName: ActionName, thing: string): boolean {
  return stage.tools.some((one) => (one.thing === thing || one.hidden) && alike(actionName, one.actionName));
}
