/**
 * How much of an argument stands in a text, read by other code than the redactors': 0 … 1. Names, digits, words of
 * addresses and parts of dates are looked for one by one, written, spoken or spelled.
 */
export function agreement(kind: string, value: string, text: string): number {
  const pieces = piecesOf(kind, value);
  if (pieces.length === 0) return 0;
  const plain = plainOf(text);
  const words = kind === "person" ? plain.map((form) => ` ${form.replace(/[^\p{L}]+/gu, " ")} `) : plain;
  const found = pieces.filter((alternatives) =>
    alternatives.some((piece) =>
      words.some((form) => form.includes(kind === "person" && piece.length < 4 ? ` ${piece} ` : piece)),
    ),
  );
  return found.length / pieces.length;
}

/** Each piece with its alternatives. */
function piecesOf(kind: string, value: string): string[][] {
  const lower = fold(value);
  const digits = value.replace(/\D/g, "");
  if (kind === "email") return [[lower.replace(/[^a-z0-9]/g, "")]];
  if (kind === "person")
    return lower
      .split(/[^\p{L}]+/u)
      .filter((word) => word.length > 1)
      .map((word) => [word]);
  if (kind === "date_of_birth") return dateOf(lower);
  if (kind === "address")
    return (lower.split(",")[0] ?? "")
      .split(/[^\p{L}\d]+/u)
      .filter((word) => word.length > 1)
      .map((word) => [word]);
  if (digits.length >= 7) return [[digits.slice(-7)]];
  return [[lower.replace(/[^a-z0-9]/g, "")]];
}

const months = "january february march april may june july august september october november december".split(
  " ",
);

function dateOf(value: string): string[][] {
  const [year = "", month = "", day = ""] = value.split("-");
  const name = months[Number(month) - 1] ?? month;
  return [
    [year, year.slice(2)],
    [name, name.slice(0, 3), month, String(Number(month))],
    [day, String(Number(day))],
  ];
}

/** The text folded; with number words as digits; and with all but letters and digits left out. */
function plainOf(text: string): string[] {
  const lower = fold(text);
  const words = lower.split(/[^\p{L}\d]+/u);
  const numbered = numbersIn(words);
  return [lower, words.join(" "), numbered.join(" "), numbered.join(""), words.join(""), spelledIn(words)];
}

function fold(text: string): string {
  return text.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "");
}

/** The letters that stand alone, "as in" and its word left out. */
function spelledIn(words: readonly string[]): string {
  return words.filter((word) => word.length === 1).join("");
}

const units =
  "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split(
    " ",
  );
const tens = "zero ten twenty thirty forty fifty sixty seventy eighty ninety".split(" ");
const ordinals =
  "zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth".split(
    " ",
  );

function numbersIn(words: readonly string[]): string[] {
  const read: string[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? "";
    const next = words[at + 1] ?? "";
    if (word === "double" || word === "triple") {
      read.push(digitOf(next).repeat(word === "double" ? 2 : 3));
      at += 1;
    } else if (tens.indexOf(word) > 1) {
      const unit = Math.max(units.indexOf(next), ordinals.indexOf(next));
      read.push(String(tens.indexOf(word) * 10 + (unit > 0 && unit < 10 ? unit : 0)));
      if (unit > 0 && unit < 10) at += 1;
    } else if (word === "thousand" && read.length > 0) {
      const unit = units.indexOf(next);
      read.push(String(Number(read.pop()) * 1000 + Math.max(unit, 0)));
      if (unit >= 0) at += 1;
    } else if (
      word === "dot" ||
      word === "at" ||
      word === "underscore" ||
      word === "dash" ||
      word === "hundred"
    ) {
      if (word === "hundred" && read.length > 0) read.push(hundredsOf(read.pop() ?? "", next));
    } else read.push(digitOf(word));
  }
  return read;
}

/** "one hundred forty two": the hundred opens two places where tens or units follow. */
function hundredsOf(digits: string, next: string): string {
  const followed = tens.indexOf(next) > 0 || units.indexOf(next) > 9;
  return followed ? digits : digits + (units.indexOf(next) > 0 ? "0" : "00");
}

function digitOf(word: string): string {
  if (word === "oh" || word === "o") return "0";
  const value = Math.max(units.indexOf(word), ordinals.indexOf(word));
  return value >= 0 ? String(value) : word.replace(/^(\d+)(?:st|nd|rd|th)$/, "$1");
}
