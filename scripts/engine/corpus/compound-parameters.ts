import type { Draw } from "./draw.ts";
import { genericAsks, genericTells, parameterFamilies } from "./parameter-families.ts";
import { itemList, nested, type Spell, wordList } from "./values/compound.ts";
import type { Said, ValueMaker } from "./values/value.ts";

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
  if ((role === "address" || role === "self") && draw.chance(0.08)) return drawObject(draw, spell);
  if (role === "choice" && draw.chance(0.2)) return drawSwitch(draw);
  return role === "duration" ? drawDuration(draw) : null;
}

const itemAsks = [
  "What would you like?",
  "[What|Which ones] should I [put down|add]?",
  ...genericAsks.slice(0, 3),
];
const itemTells = [
  "{v}",
  "{v} please",
  "I'll have {v}",
  "I need {v}",
  "let me get {v}",
  "{v} would be great",
];
const itemNames = "items, order items, products, lines, articles, goods, list, order lines, entries".split(
  ", ",
);
const wordNames =
  "extras, options, tags, features, ingredients, names, topics, parts, toppings, add ons".split(", ");
const objectNames = "address, contact, place, details, location, destination, person, target, entry".split(
  ", ",
);

function drawItems(draw: Draw, spell: Spell): CompoundParameter {
  const words = draw.pick(itemNames);
  const gives = ["{v}", "namely {v}", "that's {v}"];
  return { words, maker: itemList(draw, spell), asks: itemAsks, gives, tells: itemTells };
}

function drawWords(draw: Draw): CompoundParameter {
  const words = draw.pick(wordNames);
  const gives = ["with {v}", "{p} {v}", "and {v}"];
  return { words, maker: wordList(draw), asks: itemAsks, gives, tells: itemTells };
}

function drawObject(draw: Draw, spell: Spell): CompoundParameter {
  const words = draw.pick(objectNames);
  const gives = ["the {p} is {v}"];
  return { words, maker: nested(draw, spell), asks: genericAsks, gives, tells: genericTells.slice(0, 6) };
}

const switches =
  `insurance, breakfast, gift wrap, express, parking, refundable, newsletter, reminder, wheelchair access, urgent, delivery,
assembly, receipt, tracking, auto renew, pets, quiet room, heating, lunch, warranty, translation, recording, invoice`.split(
    /,\s*/,
  );

/** Yes or no. Given in a request only where it is wanted. */
function drawSwitch(draw: Draw): CompoundParameter {
  const thing = draw.chance(0.15) ? draw.word(1, 3) : draw.pick(switches);
  const words = draw.say(["{t}", "with {t}", "include {t}", "needs {t}", "has {t}", "add {t}", "wants {t}"], {
    t: thing,
  });
  const yes = {
    value: true,
    words: `yes${draw.pick([" please", "", " sure", ", I would", " that's right"])}`,
  };
  const no = { value: false, words: `no${draw.pick([" thanks", "", ", not needed", " thank you"])}` };
  return {
    words,
    maker: { schema: { type: "boolean" }, make: (scene): Said => (scene.draw.chance(0.5) ? yes : no) },
    asks: [
      `Do you [want|need] ${thing}?`,
      `With ${thing}?`,
      `Should I add ${thing}?`,
      `Would you like ${thing}?`,
    ],
    gives: [],
    tells: ["{v}"],
  };
}

function drawDuration(draw: Draw): CompoundParameter {
  const unit = draw.pick(["nights", "days", "hours", "weeks", "minutes", "months", "years", "lessons"]);
  const family = parameterFamilies["duration"];
  if (!family) throw new RangeError("no family for durations");
  return {
    words: draw.say(["{u}", "number of {u}", "duration {u}", "length in {u}", "total {u}", "{u} needed"], {
      u: unit,
    }),
    maker: family.kind(draw),
    asks: [...family.asks, `How many ${unit}?`],
    gives: [`for {v} ${unit}`, `{v} ${unit}`, `${draw.pick(["lasting", "staying"])} {v} ${unit}`],
    tells: [`{v} ${unit}`, `for {v} ${unit}`, "{v}", `maybe {v} ${unit}`],
  };
}
