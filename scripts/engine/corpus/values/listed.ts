import { capitalised } from "../draw.ts";
import { asHeard, text, type ValueKind } from "./value.ts";

/** A value of a closed list: its name, a code for it, and further ways to say it. */
type Listed = readonly [name: string, code: string, ...ways: string[]];

type Style = "small" | "capital" | "upper" | "code";

function listed(rows: readonly Listed[], styles: readonly Style[]): ValueKind {
  return (draw) => {
    const style = draw.random.pick(styles);
    const chosen = draw.some(rows, draw.between(3, 7));
    const write = ([name, code]: Listed) =>
      ({ small: name.toLowerCase(), capital: capitalised(name), upper: name.toUpperCase(), code })[style];
    return {
      schema: { type: "string", enum: chosen.map(write) },
      make(scene) {
        const row = scene.draw.random.pick(chosen);
        const [name, , ...ways] = row;
        return { value: write(row), words: scene.draw.random.pick([name, name, ...ways]) };
      },
    };
  };
}

const weekdays = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split(" ");

export const weekdayName: ValueKind = (draw) => {
  const style = draw.random.pick(["small", "capital", "upper", "short"] as const);
  const write = (day: string) =>
    ({
      small: day.toLowerCase(),
      capital: day,
      upper: day.toUpperCase(),
      short: day.slice(0, 3).toLowerCase(),
    })[style];
  return {
    schema: { type: "string", enum: weekdays.map(write) },
    make(scene) {
      const day = scene.draw.random.pick(weekdays);
      return { value: write(day), words: day };
    },
  };
};

const languages: readonly Listed[] = (
  [
    ["English", "en"],
    ["Spanish", "es"],
    ["French", "fr"],
    ["German", "de"],
    ["Italian", "it"],
    ["Portuguese", "pt"],
    ["Dutch", "nl"],
    ["Polish", "pl"],
    ["Russian", "ru"],
    ["Turkish", "tr"],
    ["Arabic", "ar"],
    ["Hindi", "hi"],
    ["Japanese", "ja"],
    ["Korean", "ko"],
    ["Vietnamese", "vi"],
    ["Swedish", "sv"],
    ["Danish", "da"],
    ["Finnish", "fi"],
    ["Greek", "el"],
    ["Hebrew", "he"],
    ["Thai", "th"],
    ["Ukrainian", "uk"],
    ["Swahili", "sw"],
    ["Tagalog", "tl"],
  ] as const
).map((row) => row);

export const language: ValueKind = (draw) => {
  if (draw.chance(0.75)) return listed(languages, ["small", "capital", "capital", "code"])(draw);
  return {
    schema: text,
    make(scene) {
      const [name] = scene.draw.random.pick(languages);
      return { value: name, words: name };
    },
  };
};

const currencies: readonly Listed[] = [
  ["dollars", "USD", "US dollars", "American dollars"],
  ["euros", "EUR"],
  ["pounds", "GBP", "British pounds", "pounds sterling"],
  ["yen", "JPY", "Japanese yen"],
  ["Swiss francs", "CHF", "francs"],
  ["Canadian dollars", "CAD"],
  ["Australian dollars", "AUD"],
  ["rupees", "INR", "Indian rupees"],
  ["yuan", "CNY", "Chinese yuan"],
  ["Swedish crowns", "SEK", "Swedish kronor"],
  ["zloty", "PLN", "Polish zloty"],
  ["rand", "ZAR", "South African rand"],
  ["reais", "BRL", "Brazilian reais"],
  ["Turkish lira", "TRY", "lira"],
];

export const currency: ValueKind = listed(currencies, ["code", "code", "code", "small"]);

const colors =
  `red, green, blue, yellow, orange, purple, pink, brown, black, white, grey, beige, navy, turquoise, silver, gold, maroon, olive, teal,
ivory, cream, violet, charcoal, lime, dark green, light blue, dark red, bright yellow, pale pink, dark grey, copper, lavender`.split(
    /,\s*/,
  );

export const color: ValueKind = (draw) => {
  if (draw.chance(0.5)) return { schema: text, make: (scene) => asHeard(scene, scene.draw.pick(colors)) };
  const rows = draw.some(colors, 7).map((name): Listed => [name, name.replaceAll(" ", "_")]);
  return listed(rows, ["small", "small", "capital", "upper", "code"])(draw);
};

/** Sets of levels; what "urgent" means depends on the set. */
const levels: readonly (readonly Listed[])[] = [
  [
    ["low", "1", "not urgent", "nothing urgent", "no rush", "not that important"],
    ["medium", "2", "so so", "in the middle", "somewhat urgent", "normal"],
    ["high", "3", "urgent", "really urgent", "pretty serious", "very important"],
  ],
  [
    ["low", "p4", "not important", "no rush at all", "nothing serious"],
    ["normal", "p3", "the usual", "nothing special", "average"],
    ["high", "p2", "important", "pretty important", "rather serious"],
    ["urgent", "p1", "an emergency", "extremely urgent", "a matter of hours"],
  ],
  [
    ["normal", "n", "not urgent", "no hurry", "nothing pressing"],
    ["urgent", "u", "an emergency", "really pressing", "something that can't wait"],
  ],
  [
    ["minor", "c", "a small thing", "nothing big", "cosmetic"],
    ["major", "b", "a big problem", "serious", "quite bad"],
    ["critical", "a", "an emergency", "as bad as it gets", "a disaster"],
  ],
];

export const priority: ValueKind = (draw) => {
  const rows = draw.random.pick(levels);
  const style = draw.random.pick(["small", "small", "capital", "upper"] as const);
  const write = ([name]: Listed) =>
    ({ small: name, capital: capitalised(name), upper: name.toUpperCase() })[style];
  return {
    schema: { type: "string", enum: rows.map(write) },
    make(scene) {
      const row = scene.draw.random.pick(rows);
      const [name, , ...ways] = row;
      return { value: write(row), words: scene.draw.random.pick([name, ...ways]) };
    },
  };
};
