import { type Phrases, phraseEnd, phrases } from "./phrases.ts";

/** The agent lets the caller choose, so that a "no" chooses. */
const offers = phrases(
  "how about|what about|would you|do you want|do you need|do you prefer|would that|does that|will that|shall i|should i|" +
    "can i|may i|could i|is there anything|anything else|something else|be okay|be ok|be fine|be alright|be good|is that okay|is that ok|is that alright|" +
    "are you okay|the earliest|next opening|next available|i can offer|we can offer|i can do|we can do|instead|or|" +
    "do you mean|did you mean|we have|there is|there are|theres|available|work for you|works for you|okay with you",
);
/** The agent says back what it understood. */
const readBacks = phrases(
  "so|you said|to confirm|just to check|to check|let me confirm|let me repeat|let me read|please confirm|confirm|is that right|" +
    "is that correct|right|correct|did you say|did i get|have i got|i have you|i have|got it|i understand|" +
    "thats|that was|that is|ive got|i got|youd like|you want|you would like",
);
/** "Does this look right on the screen?" says nothing back. */
const shown: ReadonlySet<string> = new Set("look looks screen display displayed everything this".split(" "));
const lookedAt = 60;

export function isOffer(tokens: readonly string[]): boolean {
  return holds(tokens, offers);
}

export function isReadBack(tokens: readonly string[]): boolean {
  return holds(tokens, readBacks) && !isOffer(tokens) && !tokens.some((token) => shown.has(token));
}

/** In the last words of what was said: they are what is answered. */
function holds(tokens: readonly string[], list: Phrases): boolean {
  for (let index = Math.max(0, tokens.length - lookedAt); index < tokens.length; index += 1)
    if (phraseEnd(tokens, index, list) !== null) return true;
  return false;
}
