/** Some logs name a call by the caller's number ("+14155550123-2026-03-01") or address. */
const marked = /\+\d{8,15}(?!\d)|[\w.+-]{1,64}@[\w-]{1,63}\.[a-z]{2,}/gi;

/** A number as it is said in America, or a word with as many digits in a row as telephone numbers have. */
const unmarked = /(?<![\da-z])[2-9]\d{2}[-. ]\d{3}[-. ]\d{4}(?![\da-z])|[\da-z]*\d{10}[\da-z]*/gi;
const digitsInARow = /(?<!\d)(?:00[1-9]\d{8,14}|\d{10,13})(?!\d)/g;

const uuid = /[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}/gi;
const hexadecimal = /^(?=.*[a-f])[\da-f]+$/i;
/** Seconds and milliseconds since 1970, from 2017 to 2033; YYYYMMDDHHMM. */
const time =
  /^1[5-9]\d{8}(?:\d{3})?$|^20[1-3]\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?:[01]\d|2[0-3])[0-5]\d$/;

/** Puts an opaque text in the place of numbers and addresses in ids and places; all else stays, to be found again. */
export function maskPersonalIds(opaque: (text: string) => string): (id: string) => string {
  const maskDigits = (digits: string) => (time.test(digits) ? digits : opaque(digits));
  const maskWord = (word: string) => {
    if (/[-. ]/.test(word)) return opaque(word);
    return hexadecimal.test(word) ? word : word.replace(digitsInARow, maskDigits);
  };
  const maskUnmarked = (text: string) => (/\d{3}/.test(text) ? text.replace(unmarked, maskWord) : text);
  return (id) =>
    between(id.includes("+") || id.includes("@") ? id.replace(marked, opaque) : id, uuid, maskUnmarked);
}

/** What stands between the matches, changed; the matches stay. */
function between(text: string, pattern: RegExp, change: (text: string) => string): string {
  let changed = "";
  let end = 0;
  for (const match of text.matchAll(pattern)) {
    changed += change(text.slice(end, match.index)) + match[0];
    end = match.index + match[0].length;
  }
  return changed + change(text.slice(end));
}
