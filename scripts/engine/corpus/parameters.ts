import type { Draw } from "./draw.ts";
import {
  genericAsks,
  genericGives,
  genericTells,
  type ParameterFamily,
  parameterFamilies,
  qualifiers,
} from "./parameter-families.ts";
import { itemList, nested, wordList } from "./values/compound.ts";
import type { Said, ValueMaker } from "./values/value.ts";

/** A parameter of a generated tool. */
export interface MadeParameter {
  readonly key: string;
  /** Its name as words. */
  readonly words: string;
  /** Its role, for values that are used again in the same call. */
  readonly role: string;
  readonly required: boolean;
  readonly maker: ValueMaker;
  readonly asks: readonly string[];
  readonly gives: readonly string[];
  readonly tells: readonly string[];
}

type Spell = (words: string) => string;

/** The parameters of one tool: what its action takes, sometimes something odd. `!` marks what it never misses. */
export function drawParameters(draw: Draw, takes: readonly string[], spell: Spell): MadeParameter[] {
  if (draw.chance(0.05)) return [];
  const chosen = takes
    .filter((role) => role.endsWith("!") || draw.chance(0.3))
    .map((role) => role.replace("!", ""));
  if (draw.chance(0.15)) chosen.push(draw.random.pick(Object.keys(parameterFamilies)));
  const always = new Set(takes.filter((role) => role.endsWith("!")).map((role) => role.slice(0, -1)));
  const parameters: MadeParameter[] = [];
  const seen = new Set<string>();
  for (const role of [...new Set(chosen)].slice(0, 7)) {
    const required = draw.chance(always.has(role) ? 0.85 : 0.35);
    const made = drawParameter(draw, { role, required, spell });
    if (seen.has(made.words)) continue;
    seen.add(made.words);
    parameters.push(made);
  }
  return draw.chance(0.5) ? parameters : [...parameters].sort(() => draw.random.next() - 0.5);
}

interface ParameterPlan {
  readonly role: string;
  readonly required: boolean;
  readonly spell: Spell;
}

function drawParameter(draw: Draw, { role, required, spell }: ParameterPlan): MadeParameter {
  const compound = drawCompound(draw, role, spell);
  if (compound) return { ...compound, key: spell(compound.words), role, required };
  const family = parameterFamilies[role] ?? parameterFamilies["nonsense"];
  if (!family) throw new RangeError(`no parameter family ${role}`);
  const oddName = draw.chance(0.1) || role === "nonsense";
  const qualified = !oddName && draw.chance(0.1);
  const base = oddName ? drawOddName(draw, family) : draw.pick(family.names);
  const words = qualified ? `${draw.pick(qualifiers)} ${base}` : base;
  const natural = family.gives.length > 0 && !oddName && !qualified;
  return {
    key: spell(words),
    words,
    role: qualified || oddName ? words : role,
    required,
    maker: family.kind(draw),
    asks: natural ? [...genericAsks.slice(0, 4), ...family.asks] : genericAsks,
    gives: natural ? [...family.gives, ...family.gives, ...genericGives.slice(0, 2)] : genericGives,
    tells: natural ? [...genericTells, ...family.tells] : genericTells,
  };
}

function drawOddName(draw: Draw, family: ParameterFamily): string {
  const odd = draw.word(1, 2);
  return draw.chance(0.5) ? odd : `${odd} ${draw.pick(family.names)}`;
}

const itemTells = [
  "{v}",
  "{v} please",
  "I'll have {v}",
  "I need {v}",
  "let me get {v}",
  "{v} would be great",
];

function drawCompound(
  draw: Draw,
  role: string,
  spell: Spell,
): Omit<MadeParameter, "key" | "role" | "required"> | null {
  const asks = [
    "What would you like?",
    "[What|Which ones] should I [put down|add]?",
    ...genericAsks.slice(0, 3),
  ];
  if (role === "items" || ((role === "item" || role === "quantity") && draw.chance(0.15))) {
    const words = draw.pick([
      "items",
      "order items",
      "products",
      "lines",
      "articles",
      "goods",
      "list",
      "order lines",
      "entries",
    ]);
    return {
      words,
      maker: itemList(draw, spell),
      asks,
      gives: ["{v}", "namely {v}", "that's {v}"],
      tells: itemTells,
    };
  }
  if ((role === "item" || role === "choice") && draw.chance(0.08)) {
    const words = draw.pick([
      "extras",
      "options",
      "tags",
      "features",
      "ingredients",
      "names",
      "topics",
      "parts",
      "toppings",
      "add ons",
    ]);
    return {
      words,
      maker: wordList(draw),
      asks,
      gives: ["with {v}", "{p} {v}", "and {v}"],
      tells: itemTells,
    };
  }
  if ((role === "address" || role === "self") && draw.chance(0.08)) {
    const words = draw.pick([
      "address",
      "contact",
      "place",
      "details",
      "location",
      "destination",
      "person",
      "target",
      "entry",
    ]);
    return {
      words,
      maker: nested(draw, spell),
      asks: genericAsks,
      gives: ["the {p} is {v}"],
      tells: genericTells.slice(0, 6),
    };
  }
  if (role === "choice" && draw.chance(0.2)) return drawSwitch(draw);
  if (role === "duration") return drawDuration(draw);
  return null;
}

const switches =
  `insurance, breakfast, gift wrap, express, parking, refundable, newsletter, reminder, wheelchair access, urgent, delivery,
assembly, receipt, tracking, auto renew, pets, quiet room, heating, lunch, warranty, translation, recording, invoice`.split(
    /,\s*/,
  );

/** Yes or no. Given in a request only where it is wanted. */
function drawSwitch(draw: Draw): Omit<MadeParameter, "key" | "role" | "required"> {
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

function drawDuration(draw: Draw): Omit<MadeParameter, "key" | "role" | "required"> {
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
