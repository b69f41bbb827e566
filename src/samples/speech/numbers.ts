const small =
  "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split(
    " ",
  );
const tens = "_ _ twenty thirty forty fifty sixty seventy eighty ninety".split(" ");
const ordinals =
  "zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth".split(
    " ",
  );

/** "forty two" for 42; whole numbers below 10,000. */
export function numberWords(value: number): string {
  if (value < 20) return small[value] ?? String(value);
  if (value < 100) return withRest(tens[Math.floor(value / 10)], value % 10);
  if (value < 1000) return withRest(`${numberWords(Math.floor(value / 100))} hundred`, value % 100);
  return withRest(`${numberWords(Math.floor(value / 1000))} thousand`, value % 1000);
}

/** "twenty first" for 21; 1…99. */
export function ordinalWords(value: number): string {
  if (value < 20) return ordinals[value] ?? String(value);
  if (value % 10 === 0) return `${tens[value / 10]?.slice(0, -1)}ieth`;
  return `${tens[Math.floor(value / 10)]} ${ordinals[value % 10]}`;
}

/** "21st" for 21. */
export function ordinal(value: number): string {
  const teen = value % 100 > 10 && value % 100 < 14;
  const ending = teen ? undefined : { 1: "st", 2: "nd", 3: "rd" }[value % 10];
  return `${value}${ending ?? "th"}`;
}

/** "nineteen eighty four", "two thousand six": years from 1910 to 2009. */
export function yearWords(year: number): string {
  if (year >= 2000) return year === 2000 ? "two thousand" : `two thousand ${numberWords(year - 2000)}`;
  const rest = year % 100;
  return `nineteen ${rest < 10 ? `oh ${numberWords(rest)}` : numberWords(rest)}`;
}

/** House numbers as they are said: "four twelve" for 412, "fourteen oh five" for 1405, "eighty six" for 86. */
export function houseNumberWords(value: number): string {
  const rest = value % 100;
  if (value < 100 || rest === 0) return numberWords(value);
  const tail = rest < 10 ? `oh ${numberWords(rest)}` : numberWords(rest);
  return `${numberWords(Math.floor(value / 100))} ${tail}`;
}

function withRest(head: string | undefined, rest: number): string {
  return rest === 0 ? `${head}` : `${head} ${numberWords(rest)}`;
}
