/** English number, calendar and spelling words as speech recognisers write them. */

function numbered(words: string, first: number, step = 1): [string, number][] {
  return words.split(" ").map((word, index) => [word, first + index * step]);
}

export const units: ReadonlyMap<string, number> = new Map([
  ...numbered("zero one two three four five six seven eight nine", 0),
  ["oh", 0],
]);

export const teens: ReadonlyMap<string, number> = new Map(
  numbered("ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen", 10),
);

export const tens: ReadonlyMap<string, number> = new Map([
  ...numbered("twenty thirty forty fifty sixty seventy eighty ninety", 20, 10),
  ["fourty", 40],
]);

export const ordinals: ReadonlyMap<string, number> = new Map([
  ...numbered(
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth " +
      "fifteenth sixteenth seventeenth eighteenth nineteenth twentieth",
    1,
  ),
  ["thirtieth", 30],
]);

/** `k` stands after digits only ("5k"). */
export const multipliers: ReadonlyMap<string, number> = new Map([
  ["hundred", 100],
  ["thousand", 1000],
  ["grand", 1000],
  ["k", 1000],
  ["million", 1_000_000],
]);

/** Words that are a count by themselves. */
export const countWords: ReadonlyMap<string, number> = new Map([
  ["couple", 2],
  ["pair", 2],
  ["both", 2],
  ["twice", 2],
  ["once", 1],
  ["single", 1],
  ["myself", 1],
  ["alone", 1],
  ["dozen", 12],
  ["half", 0.5],
  ["quarter", 0.25],
  ["none", 0],
]);

/** January is 1. */
export const months: ReadonlyMap<string, number> = new Map([
  ...numbered("january february march april may june july august september october november december", 1),
  ...numbered("jan feb mar apr may jun jul aug sep oct nov dec", 1),
  ["sept", 9],
]);

/** Sunday is 0, as in JavaScript. */
export const weekdays: ReadonlyMap<string, number> = new Map([
  ...numbered("sunday monday tuesday wednesday thursday friday saturday", 0),
  ...numbered("sundays mondays tuesdays wednesdays thursdays fridays saturdays", 0),
  ...numbered("sun mon tue wed thu fri sat", 0),
  ["tues", 2],
  ["weds", 3],
  ["thur", 4],
  ["thurs", 4],
]);

/** The half of the day a word puts a time into: hours 0–11 or 12–23; `night` is the one, then the other. */
export const dayHalves: ReadonlyMap<string, "am" | "pm" | "night"> = new Map([
  ["am", "am"],
  ["morning", "am"],
  ["pm", "pm"],
  ["afternoon", "pm"],
  ["evening", "pm"],
  ["tonight", "pm"],
  ["night", "night"],
]);

export const fillers: ReadonlySet<string> = new Set(
  "uh um uhm er erm ah hmm hm mm like so well oh okay ok yeah please".split(" "),
);

/** Fillers of several words. */
export const fillerPhrases: readonly (readonly string[])[] = [
  ["you", "know"],
  ["i", "mean"],
  ["you", "see"],
  ["let", "me", "see"],
];

/** Said between digits, without being one. */
export const digitSeparators: ReadonlySet<string> = new Set([
  ...["uh", "um", "uhm", "er", "erm", "dash", "hyphen", "space", "then", "and", "area", "code"],
]);

/** What recognisers write for a digit; believed only between digits. */
export const digitHomophones: ReadonlyMap<string, string> = new Map([
  ["o", "0"],
  ["won", "1"],
  ["to", "2"],
  ["too", "2"],
  ["for", "4"],
  ["ate", "8"],
]);

export const spellingAlphabet: ReadonlySet<string> = new Set(
  (
    "alpha alfa bravo charlie delta echo foxtrot golf hotel india juliet juliett kilo lima mike november oscar papa " +
    "quebec romeo sierra tango uniform victor whiskey xray yankee zulu"
  ).split(" "),
);

/** Written short or long, said long or short: each group is one word. */
const sameWords: readonly (readonly string[])[] = [
  ["street", "st", "saint"],
  ["avenue", "ave", "av"],
  ["road", "rd"],
  ["boulevard", "blvd"],
  ["drive", "dr", "doctor"],
  ["lane", "ln"],
  ["court", "ct"],
  ["place", "pl"],
  ["square", "sq"],
  ["highway", "hwy"],
  ["parkway", "pkwy"],
  ["terrace", "ter"],
  ["circle", "cir"],
  ["apartment", "apt", "unit", "flat"],
  ["suite", "ste"],
  ["building", "bldg"],
  ["floor", "fl"],
  ["mount", "mt"],
  ["fort", "ft"],
  ["north", "n"],
  ["south", "s"],
  ["east", "e"],
  ["west", "w"],
  ["northeast", "ne"],
  ["northwest", "nw"],
  ["southeast", "se"],
  ["southwest", "sw"],
  ["mister", "mr"],
  ["missus", "mrs"],
  ["number", "no", "num"],
  ["and", "n"],
  ["gb", "gig", "gigs", "gigabyte", "gigabytes"],
  ["mb", "meg", "megs", "megabyte", "megabytes"],
  ["mbps", "meg", "megabit", "megabits"],
  ["kg", "kilo", "kilos", "kilogram", "kilograms"],
  ["g", "gram", "grams"],
  ["mg", "milligram", "milligrams"],
  ["lb", "lbs", "pound", "pounds"],
  ["oz", "ounce", "ounces"],
  ["ml", "millilitre", "millilitres", "milliliter", "milliliters"],
  ["l", "litre", "litres", "liter", "liters"],
  ["mm", "millimetre", "millimetres", "millimeter", "millimeters"],
  ["cm", "centimetre", "centimetres", "centimeter", "centimeters"],
  ["km", "kilometre", "kilometres", "kilometer", "kilometers"],
  ["ft", "foot", "feet"],
  ["min", "mins", "minute", "minutes"],
  ["hr", "hrs", "hour", "hours"],
  ["usd", "dollar", "dollars", "bucks"],
  ["gbp", "pound", "pounds", "quid"],
  ["eur", "euro", "euros"],
  ["inr", "rs", "rupee", "rupees"],
];

/** Other ways to write a word, itself not among them. */
export const otherWritings: ReadonlyMap<string, readonly string[]> = (() => {
  const writings = new Map<string, string[]>();
  for (const group of sameWords)
    for (const word of group)
      writings.set(word, [...(writings.get(word) ?? []), ...group.filter((other) => other !== word)]);
  return writings;
})();

/** Articles and prepositions inside names of other languages: "Las Vegas" is "Vegas" too. */
export const nameParticles: ReadonlySet<string> = new Set("la las los el le les de del du di da".split(" "));

/** Words that carry no value of their own. */
export const stopWords: ReadonlySet<string> = new Set(
  (
    "a an and the of for to in on at by with from or is are was be been it its this that these those i me my we our you " +
    "your he she they them his her their as has have had do does did will would can could not no yes please about into " +
    "want wants wanted need needs like get got caller customer user called asked asks asking said says request requested"
  ).split(" "),
);
