import type { Draw } from "./draw.ts";
import {
  durationGives,
  durationNames,
  durationTells,
  itemAsks,
  itemGives,
  itemNames,
  itemTells,
  objectNames,
  switchAsks,
  switchNames,
  wordGives,
  wordNames,
} from "./families/compounds.ts";
import { genericAsks, genericGives, genericTells } from "./families/generic.ts";
import { parameterFamilies } from "./parameter-families.ts";
import { itemList, nested, type Spell, wordList } from "./values/compound.ts";
import { drawUnit, span } from "./values/spans.ts";
import { drawSwitchedThing, switched } from "./values/switches.ts";
import type { ValueMaker } from "./values/value.ts";

/** A parameter that isn't one plain value, before it belongs to a tool. */
export interface CompoundParameter {
  readonly words: string;
  readonly maker: ValueMaker;
  readonly asks: readonly string[];
  readonly gives: readonly string[];
  readonly tells: readonly string[];
}

/** Lists, objects, switches and lengths of time, for the roles that may be one; null for a plain value. */
export function drawCompound(draw: Draw, role: string, spell: Spell): CompoundParameter | null {
  const isThing = role === "item" || role === "quantity";
  if (role === "items" || (isThing && draw.chance(0.15))) return drawItems(draw, spell);
  if ((role === "item" || role === "choice") && draw.chance(0.08)) return drawWords(draw);
  if ((role === "address" || role === "self") && draw.chance(0.06)) return drawObject(draw, spell);
  if (role === "choice" && draw.chance(0.2)) return drawSwitch(draw);
  return role === "duration" ? drawDuration(draw) : null;
}

function drawItems(draw: Draw, spell: Spell): CompoundParameter {
  const words = draw.pick(itemNames);
  return { words, maker: itemList(draw, spell), asks: itemAsks, gives: itemGives, tells: itemTells };
}

function drawWords(draw: Draw): CompoundParameter {
  const words = draw.pick(wordNames);
  return { words, maker: wordList(draw), asks: itemAsks, gives: wordGives, tells: itemTells };
}

function drawObject(draw: Draw, spell: Spell): CompoundParameter {
  const words = draw.pick(objectNames);
  return { words, maker: nested(draw, spell), asks: genericAsks, gives: genericGives, tells: genericTells };
}

/** Yes or no: the bare words only as an answer, else with the thing that is or isn't wanted. */
function drawSwitch(draw: Draw): CompoundParameter {
  const thing = drawSwitchedThing(draw);
  const words = draw.say(switchNames, { t: thing });
  const asks = switchAsks.map((one) => one.replaceAll("{t}", thing));
  return { words, maker: switched(thing), asks, gives: plain, tells: plain };
}

const plain = ["{v}"];

function drawDuration(draw: Draw): CompoundParameter {
  const unit = drawUnit(draw);
  const family = parameterFamilies["duration"];
  if (!family) throw new RangeError("no family for durations");
  return {
    words: draw.say(durationNames, { u: unit }),
    maker: span(unit),
    asks: [...family.asks, `How many ${unit}?`, `How many ${unit} [would you like|do you need]?`],
    gives: durationGives,
    tells: durationTells,
  };
}
