import type { JsonObject } from "../../../../src/lib/json.ts";
import { capitalised } from "../draw.ts";
import { choiceWords } from "../words/things.ts";
import type { Scene, ValueKind } from "./value.ts";

/** Other words for some of the choices; used where no other choice of the list could be meant. */
const otherWords: ReadonlyMap<string, readonly string[]> = new Map(
  `standard: regular, usual, ordinary
express: fast, quickest
overnight: next day
economy: cheap, cheapest
first class: best, most comfortable
basic: simple, simplest
premium: fancy, top
small: little, smaller, tiny
medium: middle, mid size
large: big, bigger
extra large: XL, huge
single: just for one
double: for two
family: for the whole family
adult: grown up
child: kid's, children's
senior: for retired people
beginner: starter, absolute beginner
advanced: experienced, pro
morning: before noon, early in the day
afternoon: after lunch
evening: after work, late in the day
daily: every day
weekly: once a week, every week
monthly: once a month, every month
yearly: once a year, every year
one way: just there, no return
round trip: there and back, return
window: by the window
aisle: on the aisle
indoor: inside
outdoor: outside, open air
upstairs: on the upper floor
cash: paying in cash
card: credit card, by card
transfer: bank transfer
email: by mail, by email
text message: by text, SMS
phone call: by phone, calling
letter: by post, on paper
urgent: very pressing
damaged: banged up, scratched
lost: missing, gone
stolen: robbed
delayed: late, too slow
wrong item: not what I ordered
broken: not working
too small: too tight
manual: stick shift
vegan: without animal products
vegetarian: without meat, meatless
mild: not spicy
hot: spicy
plain: with nothing on it
sparkling: fizzy, with bubbles
still: without bubbles
wool: woolen
oak: oak wood
pine: pine wood
glossy: shiny
support: help desk
accounts: accounting
repairs: fixing
reservations: bookings`
    .split("\n")
    .map((line) => {
      const [word = "", ways = ""] = line.split(": ");
      return [word, ways.split(", ")];
    }),
);

/** One of the choices that the schema lists; some are written as identifiers or in capitals. */
export const choice: ValueKind = (draw) => {
  const said = draw
    .some(choiceWords, draw.between(2, 6))
    .map((word) => (draw.chance(0.15) ? draw.word(1, 3) : word));
  const unique = [...new Set(said)];
  const style = draw.random.pick(["plain", "plain", "snake", "capital", "upper"] as const);
  const write = {
    plain: (words: string) => words,
    snake: (words: string) => words.replaceAll(" ", "_"),
    capital: capitalised,
    upper: (words: string) => words.replaceAll(" ", "_").toUpperCase(),
  }[style];
  return {
    schema: { type: "string", enum: unique.map(write) } satisfies JsonObject,
    make(scene: Scene) {
      const words = scene.draw.random.pick(unique);
      const others = scene.draw.chance(0.3) ? clearWords(words, unique) : [];
      return { value: write(words), words: others.length > 0 ? scene.draw.random.pick(others) : words };
    },
  };
};

/** "big" is no clear word for "large" where there is "extra large". */
function clearWords(choice: string, all: readonly string[]): readonly string[] {
  const ways = otherWords.get(choice) ?? [];
  const rivals = all.filter((one) => one !== choice);
  if (rivals.some((one) => one.includes(choice) || choice.includes(one))) return [];
  return ways.filter(
    (way) => !rivals.some((one) => way.includes(one) || (otherWords.get(one) ?? []).includes(way)),
  );
}
