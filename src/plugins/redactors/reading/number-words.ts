/** Digits that a spoken word stands for when numbers are read out: "twelve" is 12, "oh" is 0. */
export const numberWords: ReadonlyMap<string, string> = new Map([
  ...pairs("zero oh o nought naught nil", () => "0"),
  ...pairs("one two three four five six seven eight nine", (index) => String(index + 1)),
  ...pairs("ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen", (index) =>
    String(index + 10),
  ),
  ...pairs("twenty thirty forty fifty sixty seventy eighty ninety", (index) => String((index + 2) * 10)),
  ["fourty", "40"],
  ["niner", "9"],
  ...pairs("first second third fourth fifth sixth seventh eighth ninth tenth", (index) => String(index + 1)),
  ...pairs(
    "eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth",
    (index) => String(index + 11),
  ),
  ["thirtieth", "30"],
  ["fortieth", "40"],
  ["fiftieth", "50"],
  ["hundred", ""],
  ["thousand", ""],
  ["double", ""],
  ["triple", ""],
  ["treble", ""],
]);

export const ordinalWords: ReadonlySet<string> = new Set(
  `first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth
  sixteenth seventeenth eighteenth nineteenth twentieth thirtieth fortieth fiftieth`.split(/\s+/),
);

const digitNames = "zero one two three four five six seven eight nine".split(" ");
const smallNames = "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split(
  " ",
);
const tensNames = "twenty thirty forty fifty sixty seventy eighty ninety".split(" ");
const smallOrdinals =
  "zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth".split(
    " ",
  );

export function digitName(digit: string): string {
  return digitNames[Number(digit)] ?? digit;
}

/** 10 … 99 in words; the hyphen is what stood between the words that are replaced. */
export function twoDigitName(value: number, hyphen: string): string {
  if (value < 20) return smallNames[value - 10] ?? String(value);
  const tens = tensNames[Math.floor(value / 10) - 2] ?? "";
  return value % 10 === 0 ? tens : tens + hyphen + digitName(String(value % 10));
}

/** 1 … 99 as an ordinal in words. */
export function ordinalName(value: number, hyphen: string): string {
  if (value <= 20) return smallOrdinals[value] ?? String(value);
  if (value % 10 === 0) return `${(tensNames[value / 10 - 2] ?? "").slice(0, -1)}ieth`;
  return `${tensNames[Math.floor(value / 10) - 2]}${hyphen}${smallOrdinals[value % 10]}`;
}

/** "st", "nd", "rd" or "th". */
export function ordinalEnding(value: number): string {
  const teen = value % 100 >= 11 && value % 100 <= 13;
  return (teen ? undefined : ["th", "st", "nd", "rd"][value % 10]) ?? "th";
}

function pairs(words: string, digits: (index: number) => string): [string, string][] {
  return words.split(" ").map((word, index) => [word, digits(index)]);
}
