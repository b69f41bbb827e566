/**
 * Words as the tokenizer sees them: letters with the space before them (a capital begins a new word), the ending of a
 * contraction, and everything else character by character, so that digits and signs are single.
 */
const word = /'[a-z]{1,2}(?![a-z])| ?[A-Z]?[a-z]+| ?[A-Z]|[\s\S]/gu;

export function splitWords(text: string): string[] {
  return text.match(word) ?? [];
}

const wordBorder = /(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])|[_\-.\s/:]+/;

/** An identifier as words: "create_booking", "createBooking" and "create-booking" are all "create booking". */
export function identifierWords(identifier: string): string {
  return identifier
    .split(wordBorder)
    .filter((part) => part !== "")
    .join(" ")
    .toLowerCase();
}
