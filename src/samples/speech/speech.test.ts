import fc from "fast-check";
import { expect, test } from "vitest";
import { seededRandom } from "../../lib/seeded-random.ts";
import { fullDate, isoDate, speakBirthDate, speakDate, weekdayName } from "./dates.ts";
import { groupsOf, speakDigits } from "./digits.ts";
import { houseNumberWords, numberWords, ordinal, ordinalWords, yearWords } from "./numbers.ts";
import { clockTime, isoTime, speakTime } from "./times.ts";
import { pickWeighted, shuffled, vary } from "./vary.ts";
import { hear, type Voice } from "./voice.ts";

const random = seededRandom("speech");
/** Thursday. */
const today = Date.UTC(2026, 2, 5) / 86_400_000;

test.each([
  [0, "zero"],
  [13, "thirteen"],
  [40, "forty"],
  [42, "forty two"],
  [100, "one hundred"],
  [215, "two hundred fifteen"],
  [7003, "seven thousand three"],
])("%i is said %j", (value, words) => expect(numberWords(value)).toBe(words));

test.each([
  [1, "first", "1st"],
  [2, "second", "2nd"],
  [12, "twelfth", "12th"],
  [20, "twentieth", "20th"],
  [21, "twenty first", "21st"],
  [30, "thirtieth", "30th"],
])("%i counts as %j and %j", (value, words, short) => {
  expect(ordinalWords(value)).toBe(words);
  expect(ordinal(value)).toBe(short);
});

test.each([
  [412, "four twelve"],
  [1405, "fourteen oh five"],
  [86, "eighty six"],
  [300, "three hundred"],
])("house number %i is said %j", (value, words) => expect(houseNumberWords(value)).toBe(words));

test.each([
  [1984, "nineteen eighty four"],
  [1908, "nineteen oh eight"],
  [2000, "two thousand"],
  [2006, "two thousand six"],
])("the year %i is said %j", (value, words) => expect(yearWords(value)).toBe(words));

test("digits said one by one are the digits again", () => {
  fc.assert(
    fc.property(
      fc.stringMatching(/^\d{1,16}$/),
      fc.integer({ min: 1, max: 5 }),
      fc.string(),
      (digits, size, seed) => {
        expect(readBack(speakDigits(seededRandom(seed), groupsOf(digits, size)))).toBe(digits);
      },
    ),
  );
});

test("a day ahead is called by its name, its date or its distance", () => {
  const tomorrow = new Set(Array.from({ length: 200 }, () => speakDate(random, today + 1, today)));
  expect([...tomorrow]).toEqual(expect.arrayContaining(["tomorrow", "Friday", "March sixth"]));
  const later = new Set(Array.from({ length: 200 }, () => speakDate(random, today + 8, today)));
  expect([...later]).toEqual(expect.arrayContaining(["next Friday", "the 13th", "the thirteenth of March"]));
  expect([...later]).not.toContain("Friday");
});

test("the agent says a date in full", () => {
  expect(isoDate(today)).toBe("2026-03-05");
  expect(weekdayName(today)).toBe("Thursday");
  expect(fullDate(today + 8)).toBe("Friday, March 13th");
});

test("a birth date is said with the year", () => {
  const spoken = new Set(Array.from({ length: 100 }, () => speakBirthDate(random, "1984-03-04", true)));
  expect([...spoken].sort()).toEqual([
    "March fourth nineteen eighty four",
    "oh three oh four nineteen eighty four",
    "the fourth of March nineteen eighty four",
  ]);
});

test.each([
  [450, ["7:30 am", "half past seven", "seven thirty"]],
  [1125, ["6:45 pm", "quarter to seven", "six forty five"]],
  [1140, ["7 pm", "seven o'clock", "seven in the evening"]],
  [720, ["noon", "twelve"]],
])("%i minutes past midnight are said in several ways", (minutes, some) => {
  const said = new Set(Array.from({ length: 300 }, () => speakTime(random, minutes)));
  expect([...said]).toEqual(expect.arrayContaining(some));
});

test.each([
  [0, "00:00", "12:00 AM"],
  [750, "12:30", "12:30 PM"],
  [1170, "19:30", "7:30 PM"],
])("%i minutes past midnight are written %s and %s", (minutes, iso, clock) => {
  expect(isoTime(minutes)).toBe(iso);
  expect(clockTime(minutes)).toBe(clock);
});

test("a template takes one alternative of each choice", () => {
  const filled = new Set(Array.from({ length: 100 }, () => vary(random, "[Hi|Hello], [|can I] order")));
  expect([...filled].sort()).toEqual(["Hello, can I order", "Hello, order", "Hi, can I order", "Hi, order"]);
});

test("weights decide how often a key is picked", () => {
  const picks = Array.from({ length: 2000 }, () => pickWeighted(random, { often: 3, seldom: 1, never: 0 }));
  const often = picks.filter((pick) => pick === "often").length;
  expect(often).toBeGreaterThan(1400);
  expect(often).toBeLessThan(1600);
  expect(picks).not.toContain("never");
});

test("shuffling keeps every item", () => {
  expect(shuffled(random, [1, 2, 3, 4]).sort()).toEqual([1, 2, 3, 4]);
});

const plainVoice: Voice = { hesitant: false, lowerCase: false, slips: false, spokenNumbers: false };

test("a plain voice is heard as it speaks", () => {
  expect(hear(random, plainVoice, "Hi, I'd like to order, please.").text).toBe(
    "Hi, I'd like to order, please.",
  );
});

test("a lower-case recogniser writes no punctuation, but keeps what is marked", () => {
  const voice = { ...plainVoice, lowerCase: true };
  const marked = "\uE000\uE100J.Smith@Gmail.com\uE001";
  expect(hear(random, voice, `It's, well, ${marked}.`).text).toBe(
    "it's well \uE000\uE100j.smith@gmail.com\uE001",
  );
});

test("slips and fillers leave marked words alone", () => {
  const voice = { ...plainVoice, slips: true, hesitant: true };
  const marked = "\uE000\uE100order, the right one\uE001";
  const heard = Array.from({ length: 50 }, () => hear(random, voice, `please, ${marked}, the order`));
  expect(heard.every(({ text }) => text.includes(marked))).toBe(true);
  expect(heard.some(({ slips, text }) => slips > 0 && text.includes("peas"))).toBe(true);
  expect(heard.some(({ fillers }) => fillers > 0)).toBe(true);
});

const digitOf: Record<string, string> = { zero: "0", oh: "0" };
for (let digit = 1; digit < 10; digit += 1) digitOf[numberWords(digit)] = String(digit);

/** What a listener writes down. */
function readBack(spoken: string): string {
  let times = 1;
  let digits = "";
  for (const word of spoken.split(/[ ,]+/)) {
    if (word === "double") times = 2;
    else if (word === "triple") times = 3;
    else {
      digits += (digitOf[word] ?? "?").repeat(times);
      times = 1;
    }
  }
  return digits;
}
