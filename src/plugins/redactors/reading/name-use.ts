import type { Business, SearchedText } from "../redactor.ts";
import { gapAfter, isCapitalised, startsSentence } from "./scan.ts";
import { is } from "./word-table.ts";

/** What is known of the call's names, for a word of a text. */
export interface Known {
  readonly parts: ReadonlySet<string>;
  /** Words that somebody bears twice. */
  readonly doubled: ReadonlySet<string>;
  readonly cued: ReadonlySet<number>;
  readonly business: Business;
}

/** Whether a word that is part of a known name is used as a name here. */
export function isName(text: SearchedText, token: number, known: Known): boolean {
  const kind = text.kinds[token] ?? 0;
  const everyday = (kind & (is.common | is.street | is.month | is.number)) !== 0;
  if (isBeside(text, token - 1, known) || isBeside(text, token, known))
    return !everyday || !isPlainUse(text, token);
  if (isInBusinessPhrase(text, token, known.business())) return false;
  if (everyday && (isMonthUse(text, token) || isBrandUse(text, token))) return false;
  if (known.cued.has(token) || text.words.length <= 2) return !everyday || !isPlainUse(text, token);
  return everyday ? isEverydayName(text, token) : isRareName(text, token);
}

/** "Chase Bank", "my Chase account", but not "Chase's account". */
function isBrandUse(text: SearchedText, token: number): boolean {
  return branded.has(text.words[token + 1] ?? "") && gapAfter(text, token) === " ";
}

const branded = new Set(
  "bank account accounts card cards checking savings credit debit app branch mortgage hotel inn insurance center centre hospital".split(
    " ",
  ),
);

/** A word that is seldom anything but a name, unless it names a place: "in austin". */
function isRareName(text: SearchedText, token: number): boolean {
  const word = text.words[token] ?? "";
  if (places.has(word) && placeWords.has(text.words[token - 1] ?? "")) return false;
  return word.length > 2 || isCapitalised(text, token);
}

/** "Mark" or "mark": a name by its capital and its place. */
function isEverydayName(text: SearchedText, token: number): boolean {
  if (!isCapitalised(text, token)) return text.words[token - 1] === "is" || isFarewell(text, token);
  if (!startsSentence(text, token) || isVocative(text, token)) return true;
  return doesSomething.has(text.words[token + 1] ?? "") || isOwner(text, token);
}

/** "okay may i have …", "great mark it down": the everyday word, though a name might stand there. */
function isPlainUse(text: SearchedText, token: number): boolean {
  if (isCapitalised(text, token) || token + 1 >= text.words.length || gapAfter(text, token) !== " ")
    return false;
  const next = text.words[token + 1] ?? "";
  if (greetings.has(text.words[token - 1] ?? "") && gapAfter(text, token - 1) === " ") return false;
  return modals.has(text.words[token] ?? "") ? subjects.has(next) : objects.has(next);
}

const greetings = new Set("thanks hi hello hey goodbye bye dear".split(" "));
const modals = new Set(["will", "may"]);
const subjects = new Set(
  "i you we he she it they that there this be have do take the not need your".split(" "),
);
const objects = new Set("it this that them as down me".split(" "));

/** "see you tomorrow may", at the end of what the agent says. */
function isFarewell(text: SearchedText, token: number): boolean {
  return (
    text.speaker === "agent" &&
    token === text.words.length - 1 &&
    /^(?:you|tomorrow|today|then|soon|day|help|please|thanks|bye|now)$/.test(text.words[token - 1] ?? "")
  );
}

/** Names of people that are names of places too: "in austin". */
const places = new Set(
  `austin houston charlotte victoria madison georgia carolina virginia florence sydney jordan chelsea washington york
  lincoln dallas denver savannah dakota israel paris kent chester orlando jackson cleveland columbus raleigh santiago
  diego francisco jose antonio israel chad china india ireland scotland england london brooklyn phoenix`.split(
    /\s+/,
  ),
);
const placeWords = new Set("in to from near around downtown north south east west new san of at".split(" "));

/** What people do: "Mark is late", "Mark can do it", but not "Mark it". */
const doesSomething = new Set(
  `is was has had got gets wants wanted said says does did isn wasn will won can could cannot would called calls asked
  asks needs needed told thinks lives left paid ordered requested prefers likes knows angry`.split(/\s+/),
);

/** "Rose's bill". */
function isOwner(text: SearchedText, token: number): boolean {
  return text.words[token + 1] === "s" && /^['’]$/.test(gapAfter(text, token));
}

/** The gap behind `token` joins two known parts. */
function isBeside(text: SearchedText, token: number, { parts, doubled }: Known): boolean {
  if (token < 0 || token + 1 >= text.words.length) return false;
  const gap = gapAfter(text, token);
  if (gap !== " " && gap !== "-" && gap !== ", ") return false;
  const [word = "", next = ""] = [text.words[token], text.words[token + 1]];
  return (word !== next || doubled.has(word)) && parts.has(word) && parts.has(next);
}

/** "in May", "May 5th", "next March". */
function isMonthUse(text: SearchedText, token: number): boolean {
  if (((text.kinds[token] ?? 0) & is.month) === 0) return false;
  if (endsAfterComma(text, token)) return false;
  if (
    /^(?:in|on|by|next|this|last|of|early|late|until|since|th|st|nd|rd|\d+)$/.test(
      text.words[token - 1] ?? "",
    )
  )
    return true;
  return /^\d/.test(text.words[token + 1] ?? "");
}

/** "Booked April 12th, April." names somebody at its end. */
function endsAfterComma(text: SearchedText, token: number): boolean {
  if (token === 0 || !isCapitalised(text, token) || gapAfter(text, token - 1) !== ", ") return false;
  return /^[.!?]?\s*$/.test(gapAfter(text, token)) || /^[.!?]\s/.test(gapAfter(text, token));
}

/** "Will, are you there?" but not "Will you". */
function isVocative(text: SearchedText, token: number): boolean {
  return token + 1 >= text.words.length || /^\s*[,.!?]/.test(gapAfter(text, token));
}

/** With its neighbour the word stands in the business's own texts: "Rose Garden", "Dr. Alexis". */
function isInBusinessPhrase(text: SearchedText, token: number, business: string): boolean {
  const word = text.words[token] ?? "";
  if (business === "" || !business.includes(` ${word} `)) return false;
  return joined(text, token - 1, business) || joined(text, token, business);
}

function joined(text: SearchedText, token: number, business: string): boolean {
  if (token < 0 || token + 1 >= text.words.length || !/^[ .'’&-]{1,3}$/.test(gapAfter(text, token)))
    return false;
  const pair = ` ${text.words[token]} ${text.words[token + 1]} `;
  return business.includes(pair);
}
