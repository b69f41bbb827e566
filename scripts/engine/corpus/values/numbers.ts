import { numberWords } from "../../../../src/samples/speech/numbers.ts";
import type { Draw } from "../draw.ts";
import { type Scene, text, type ValueKind } from "./value.ts";

export function sayNumber(scene: Scene, value: number): string {
  return scene.voice.digits ? String(value) : numberWords(value);
}

/** A whole number in these bounds; some tools want it as text. */
export function count(low: number, high: number): ValueKind {
  return (draw) => {
    const asText = draw.chance(0.06);
    return {
      schema: asText ? text : { type: draw.chance(0.85) ? "integer" : "number" },
      make(scene) {
        const value = scene.draw.chance(0.7)
          ? scene.draw.between(low, Math.min(high, 12))
          : scene.draw.between(low, high);
        const words = sayCount(scene, value);
        return asText ? { value: words, words } : { value, words };
      },
    };
  };
}

/** Counts that have a word of their own. */
const countWords: ReadonlyMap<number, readonly string[]> = new Map([
  [2, ["a couple", "a couple", "a pair"]],
  [6, ["half a dozen"]],
  [12, ["a dozen", "a dozen", "one dozen"]],
  [24, ["two dozen"]],
  [36, ["three dozen"]],
]);

/** A count as callers say it: "a couple", "a dozen", "seven". */
export function sayCount(scene: Scene, value: number): string {
  const { draw } = scene;
  const words = countWords.get(value);
  if (words && draw.chance(0.25)) return draw.random.pick(words);
  return value < 11 && draw.chance(0.2) ? numberWords(value) : sayNumber(scene, value);
}

/** Who comes along, counted with the caller: "me and my wife" is 2. */
export const company: ValueKind = () => ({
  schema: { type: "integer" },
  make(scene) {
    const { draw } = scene;
    const others = draw.between(3, 9);
    const number = sayNumber(scene, others);
    const one = draw.say([
      "my wife",
      "my husband",
      "my partner",
      "a friend",
      "my mother",
      "my son",
      "my daughter",
      "my dad",
    ]);
    const many = draw.say([
      "friends",
      "kids",
      "others",
      "colleagues",
      "of my friends",
      "of my colleagues",
      "cousins",
    ]);
    return draw.random.pick([
      { value: 1, words: draw.say(["just me", "only me", "just myself", "me alone"]) },
      {
        value: 2,
        words: draw.say([`me and ${one}`, `${one} and me`, "the two of us", "us two", `${one} and myself`]),
      },
      { value: others + 1, words: draw.say([`me and ${number} ${many}`, `me plus ${number} ${many}`]) },
      { value: others, words: draw.say([`the ${number} of us`, `all ${number} of us`]) },
      {
        value: 3,
        words: draw.say([`${one}, a colleague and me`, `me, ${one} and my aunt`, "the three of us"]),
      },
    ]);
  },
});

/** Money: "twenty five dollars" is 25, "12.50" is 12.5. */
export const amount: ValueKind = () => ({
  schema: { type: "number" },
  make(scene) {
    const { draw } = scene;
    const whole = drawWhole(draw);
    const cents =
      whole < 1000 && draw.chance(0.25) ? draw.pick([5, 10, 25, 40, 49, 50, 75, 80, 90, 95, 99]) : 0;
    const value = whole + cents / 100;
    return { value, words: scene.voice.digits ? writeMoney(scene, value) : sayMoney(scene, whole, cents) };
  },
});

function drawWhole(draw: Draw): number {
  const kind = draw.random.next();
  if (kind < 0.45) return draw.between(1, 99);
  if (kind < 0.8) return draw.between(1, 90) * 10;
  return kind < 0.9 ? draw.between(100, 999) : draw.between(10, 99) * 100;
}

const currencies = ["dollars", "dollars", "dollars", "dollars", "euros", "bucks", "pounds"];

function sayMoney(scene: Scene, whole: number, cents: number): string {
  const { draw } = scene;
  const currency = whole === 1 ? draw.pick(["dollar", "euro", "pound"]) : draw.pick(currencies);
  if (cents > 0) {
    if (currency === "bucks") return `${numberWords(whole)} ${currency} and ${numberWords(cents)} cents`;
    const tail = cents < 10 ? [" cents"] : [" cents", "", ""];
    return `${numberWords(whole)} ${currency}${draw.pick([" and ", " "])}${numberWords(cents)}${draw.random.pick(tail)}`;
  }
  const said = draw.random.pick(wordsForWhole(whole));
  return draw.chance(0.12) ? said : `${said} ${currency}`;
}

/** "two hundred and fifty", "a hundred", "fifteen hundred". */
function wordsForWhole(whole: number): string[] {
  const words = numberWords(whole);
  const ways = [words, words];
  if (whole > 100 && whole % 100 > 0) ways.push(words.replace(/hundred (?=\w+( \w+)?$)/, "hundred and "));
  if (whole >= 100 && whole < 200) ways.push(words.replace(/^one hundred/, "a hundred"));
  if (whole > 1000 && whole % 1000 > 0 && whole % 100 === 0) ways.push(`${numberWords(whole / 100)} hundred`);
  if (whole >= 1000 && whole < 2000) ways.push(words.replace(/^one thousand/, "a thousand"));
  return ways;
}

function writeMoney({ draw }: Scene, value: number): string {
  const plain = Number.isInteger(value) ? String(value) : value.toFixed(2);
  const marked = value >= 1000 ? plain.replace(/^(\d+)(\d{3})/, "$1,$2") : plain;
  return draw.random.pick([
    `$${marked}`,
    `$${marked}`,
    `${plain} dollars`,
    `${marked} euros`,
    `€${marked}`,
    plain,
    `${plain} bucks`,
  ]);
}

/** Digits one by one as a caller says them: "five five oh one", "5501" or "55 01". */
export function sayDigits(scene: Scene, digits: string): string {
  const { draw, voice } = scene;
  if (voice.digits) return draw.chance(0.6) ? digits : grouped(digits, draw.between(2, 4), " ");
  if (
    digits.length % 2 === 0 &&
    draw.chance(0.12) &&
    !/^(?:..)*(?:0|1)/.test(digits) &&
    !/^(?:..)*.0/.test(digits)
  )
    return pairs(digits);
  const zero = draw.say(["zero", "oh"]);
  const words = Array.from(digits, (digit) => (digit === "0" ? zero : numberWords(Number(digit))));
  return draw.chance(0.3) ? withDoubles(words).join(" ") : words.join(" ");
}

/** "forty two seventeen"; only where each pair is said in two words or one ten. */
function pairs(digits: string): string {
  return (digits.match(/\d\d/g) ?? []).map((pair) => numberWords(Number(pair))).join(" ");
}

function withDoubles(words: readonly string[]): string[] {
  const said: string[] = [];
  for (let at = 0; at < words.length; at += 1) {
    if (words[at] === words[at + 1]) {
      const triple = words[at] === words[at + 2];
      said.push(triple ? "triple" : "double");
      at += triple ? 2 : 1;
    }
    said.push(words[at] ?? "");
  }
  return said;
}

export function grouped(digits: string, size: number, between: string): string {
  return digits.match(new RegExp(`\\d{1,${size}}`, "g"))?.join(between) ?? digits;
}

export function drawDigits(draw: Draw, length: number): string {
  return Array.from({ length }, (_, at) => draw.between(at === 0 ? 1 : 0, 9)).join("");
}
