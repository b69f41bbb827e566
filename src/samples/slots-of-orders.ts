import type { Json, JsonObject } from "../lib/json.ts";
import { reference } from "./backend.ts";
import type { Slot, Words } from "./slot.ts";
import { speakDigits } from "./speech/digits.ts";
import { numberWords } from "./speech/numbers.ts";
import { shuffled } from "./speech/vary.ts";
import type { Stage } from "./stage.ts";
import { type MenuCategory, menu, sizes } from "./vocabulary/offers.ts";

interface Line {
  readonly item: string;
  readonly quantity: number;
  readonly size: string | null;
}

export function itemsSlot(stage: Stage): Slot {
  const lines = drawLines(stage);
  const [first, ...others] = lines;
  const wrongLines = first === undefined ? lines : [mistaken(stage, first), ...others];
  const right = linesWords(stage, lines);
  return {
    name: "items",
    ask: [
      "[What would you like|What can I get you|What would you like to order]?",
      "[And what can I get|What should it be] for you?",
    ],
    within: (said) => said,
    answer: (said) => `[|I'd like |can I get |let me have |we want ]${said}[|, please]`,
    right,
    wrong: linesWords(stage, wrongLines),
    distinct: false,
    loose: {
      items: lines.map((line) => ({ ...lineArgs(stage, line), quantity: numberWords(line.quantity) })),
    },
  };
}

/** The words and arguments of one line of an order. */
export function lineWords(stage: Stage, line: { category: MenuCategory; quantity: number }): Words {
  const drawn: Line = {
    item: stage.random.pick<string>(menu[line.category]),
    quantity: line.quantity,
    size: null,
  };
  return {
    said: () => sayLine(stage, drawn),
    echo: () => echoLine(stage, drawn),
    args: lineArgs(stage, drawn),
  };
}

function drawLines(stage: Stage): Line[] {
  const { random } = stage;
  const pizzas = shuffled<string>(random, menu.pizza).slice(0, 1 + random.below(3));
  const others = shuffled<string>(random, [...menu.side, ...menu.drink, ...menu.dessert]).slice(
    0,
    random.below(3),
  );
  return [
    ...pizzas.map((item) => ({
      item,
      quantity: random.chance(0.6) ? 1 : 2 + random.below(4),
      size: random.pick(sizes),
    })),
    ...others.map((item) => ({ item, quantity: random.chance(0.5) ? 1 : 2 + random.below(3), size: null })),
  ];
}

/** Another size is told apart from everything else that is said; another number might not be. */
function mistaken(stage: Stage, line: Line): Line {
  return { ...line, size: stage.random.pick(sizes.filter((size) => size !== line.size)) };
}

function linesWords(stage: Stage, lines: readonly Line[]): Words {
  return {
    said: () => list(lines.map((line) => sayLine(stage, line))),
    echo: () => list(lines.map((line) => echoLine(stage, line))),
    args: { items: lines.map((line): Json => lineArgs(stage, line)) },
  };
}

function sayLine(stage: Stage, { item, quantity, size }: Line): string {
  const one = stage.random.pick(["a", "one", "a"]);
  const many = stage.caller.voice.spokenNumbers ? numberWords(quantity) : String(quantity);
  const count = quantity === 1 ? one : stage.business("quantity", String(quantity), many);
  return `${count} ${size === null ? "" : `${size} `}${stage.business("menu_item", item)}`;
}

function echoLine(stage: Stage, { item, quantity, size }: Line): string {
  return `${numberWords(quantity)} ${size === null ? "" : `${size} `}${stage.business("menu_item", item)}`;
}

function lineArgs(stage: Stage, { item, quantity, size }: Line): JsonObject {
  const line = { name: stage.business("menu_item", item), quantity };
  return size === null ? line : { ...line, size };
}

function list(parts: readonly string[]): string {
  return parts.length < 2 ? parts.join("") : `${parts.slice(0, -1).join(", ")} and ${parts.at(-1)}`;
}

/** A number that stands on a receipt or an invoice; nobody's but the business's. */
export function orderNumberSlot(stage: Stage, key: "order_id" | "invoice_id"): Slot {
  const number = reference(stage.random, "", 5);
  const word = key === "order_id" ? "order" : "invoice";
  const spoken = () => {
    if (!stage.caller.voice.spokenNumbers) return stage.business("reference", number);
    return stage.business("reference", number, speakDigits(stage.random, [number]));
  };
  return {
    name: "reference",
    ask: [`[What's|Can you tell me|Could I have] the ${word} number[|, please]?`],
    within: (said) => `[${word} |${word} number |number ]${said}`,
    answer: (said) => `[it's ||the number is |number |let me see, ]${said}`,
    right: {
      said: spoken,
      echo: () => stage.business("reference", number),
      args: { [key]: stage.business("reference", number) },
    },
    wrong: null,
    distinct: false,
    loose: null,
  };
}

export function notesSlot(stage: Stage): Slot {
  const note = stage.random.pick([
    "no onions on anything",
    "extra napkins and plates",
    "ring the bell twice",
    "leave it at the side door",
    "cut it in small squares for the kids",
    "well done crust please",
    "the buzzer is broken so call when you arrive",
  ]);
  const words = () => stage.business("words", note);
  return {
    name: "notes",
    ask: ["[Any special wishes|Anything we should know|Any notes for the kitchen or the driver]?"],
    within: null,
    answer: (said) => `[yes, |yeah, |]${said}`,
    right: { said: words, echo: words, args: { notes: stage.business("words", note) } },
    wrong: null,
    distinct: false,
    loose: null,
  };
}

/** A category of the menu, and what stands in it. */
export function menuSlot(stage: Stage): { slot: Slot; listing: Json; spoken: string } {
  const categories = Object.keys(menu) as MenuCategory[]; // a constant's own keys
  const category = stage.random.pick(categories);
  const right: Words = { said: () => `${category}s`, echo: () => `our ${category}s`, args: { category } };
  const items = shuffled<string>(stage.random, menu[category]).slice(0, 4);
  const priced = items.map((item) => ({ item, price: (4 + stage.random.below(12) + 0.5).toFixed(2) }));
  return {
    slot: {
      name: "service",
      ask: ["[Which part|What would you like to know about, pizzas, sides, drinks or desserts]?"],
      within: (said) => `for ${said}`,
      answer: (said) => `[the |your |just the ]${said}`,
      right,
      wrong: null,
      distinct: false,
      loose: { category: `${category}s` },
    },
    listing: priced.map(({ item, price }) => ({
      name: stage.business("menu_item", item),
      price: Number(price),
    })),
    spoken: list(
      priced.map(
        ({ item, price }) => `${stage.business("menu_item", item)} for $${stage.business("price", price)}`,
      ),
    ),
  };
}
