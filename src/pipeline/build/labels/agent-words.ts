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
/** The agent says what it has just done. */
const reports = phrases(
  "ive|i have|youre|you are|its been|booked|added|noted|changed|sent|moved|recorded|ordered|reserved|done|all set|ill|i will|im",
);
/** The agent asks what was meant, having found nothing of that name. */
const clarifications = phrases("did you mean|do you mean|you meant|could you mean|perhaps you mean");
const yesNoQuestion =
  /^(?:(?:and|so|or|okay|ok|great|perfect|alright),? )*(?:will|is|are|do|does|was|were|has|have|can|could|would|shall|should|any|anything|need|want) [^.!?]*\?$/i;
/** "Does this look right on the screen?" says nothing back. */
const shown: ReadonlySet<string> = new Set("look looks screen display displayed everything this".split(" "));
const lookedAt = 60;
const additionLength = 12;

export function isOffer(tokens: readonly string[]): boolean {
  return holds(tokens, offers);
}

export function isReadBack(tokens: readonly string[]): boolean {
  return holds(tokens, readBacks) && !isOffer(tokens) && !tokens.some((token) => shown.has(token));
}

export function isReport(tokens: readonly string[]): boolean {
  return holds(tokens, reports);
}

export function isClarification(tokens: readonly string[]): boolean {
  return holds(tokens, clarifications);
}

/** "And what time?" */
export function asksWhich(text: string): boolean {
  return /\b(?:what|which|when|how|where|who)\b[^.!?]*\?\s*$/i.test(text);
}

const additions = phrases("as well|also|too|another|anything else|something else|extra|any other|add");

/** "Will he be off tomorrow as well?" asks for more, and puts nothing in question. */
export function asksForMore(tokens: readonly string[]): boolean {
  return holds(tokens.slice(-additionLength), additions);
}

/** The last sentence asks something that yes or no answers, and says nothing back: "Will he be off tomorrow as well?" */
export function asksYesOrNo(text: string): boolean {
  const last =
    text
      .trim()
      .split(/(?<=[.!?]) /)
      .at(-1) ?? "";
  return yesNoQuestion.test(last) && !/\b(?:right|correct|say)\b/i.test(last);
}

/** In the last words of what was said: they are what is answered. */
function holds(tokens: readonly string[], list: Phrases): boolean {
  for (let index = Math.max(0, tokens.length - lookedAt); index < tokens.length; index += 1)
    if (phraseEnd(tokens, index, list) !== null) return true;
  return false;
}
