import type { SearchedText } from "../redactor.ts";
import { gapAfter, isCapitalised } from "./scan.ts";
import { is } from "./word-table.ts";

/** How much a cue says about the word behind it. */
export type Strength =
  /** "my name is …": any word that isn't an everyday one is a name. */
  | "certain"
  /** "this is …": a known name, or an unknown word with a capital. */
  | "likely"
  /** "hi …", "for …": a known name. */
  | "possible";

export interface NameCue {
  /** The token where the name would begin. */
  readonly at: number;
  readonly strength: Strength;
}

const copulas = new Set(["is", "s", "was", "be", "its"]);
const titles = new Set(["mr", "mrs", "ms", "miss", "mister", "missus", "mx", "ma"]);
const relatives = new Set(
  "husband wife son daughter mom mother dad father brother sister spouse partner patient colleague friend boss neighbor neighbour roommate".split(
    " ",
  ),
);
export const greetings: ReadonlySet<string> = new Set(
  "hi hello hey thanks welcome sorry ok okay great perfect sure alright morning afternoon evening goodbye bye dear".split(
    " ",
  ),
);

type Rule = (text: SearchedText, token: number) => NameCue | null;

const rules: ReadonlyMap<string, Rule> = new Map(
  Object.entries({
    name: afterName,
    names: afterName,
    surname: afterName,
    lastname: afterName,
    firstname: afterName,
    named: (_, token) => ({ at: token + 1, strength: "likely" }),
    this: (text, token) => (isWord(text, token + 1, "is") ? ofCaller(text, token + 2, "likely") : null),
    i: (text, token) =>
      isWord(text, token + 1, "m") || isWord(text, token + 1, "am")
        ? ofCaller(text, token + 2, "possible")
        : null,
    it: (text, token) => (isWord(text, token + 1, "s") ? ofCaller(text, token + 2, "possible") : null),
    call: (text, token) => (isWord(text, token + 1, "me") ? { at: token + 2, strength: "likely" } : null),
    speaking: afterSpeaking,
    speak: afterSpeaking,
    here: (text, token) => (token > 0 && token <= 3 ? ofCaller(text, token - 1, "possible") : null),
    under: (text, token) => ({
      at: token + (isWord(text, token + 1, "the") ? 3 : 1),
      strength: isOfBooking(text, token) ? "likely" : "possible",
    }),
    for: (_, token) => ({ at: token + 1, strength: "possible" }),
    behalf: (text, token) => (isWord(text, token + 1, "of") ? { at: token + 2, strength: "likely" } : null),
    thank: (text, token) => (isWord(text, token + 1, "you") ? ofAgent(text, token + 2) : null),
  }),
);

/** The places of a text behind a word that names follow. */
export function nameCues(text: SearchedText): NameCue[] {
  const found: NameCue[] = [];
  if (text.asked === "name" && text.speaker === "caller")
    found.push({ at: answerStart(text), strength: "likely" });
  if ((text.any & is.nameCue) === 0) return found;
  for (let token = 0; token < text.words.length; token += 1) {
    if (((text.kinds[token] ?? 0) & is.nameCue) === 0) continue;
    const cue = cueAt(text, token);
    if (cue !== null && cue.at < text.words.length) found.push(cue);
  }
  return found;
}

function cueAt(text: SearchedText, token: number): NameCue | null {
  const word = text.words[token] ?? "";
  const rule = rules.get(word);
  if (rule !== undefined) return rule(text, token);
  if (titles.has(word)) return { at: token + 1, strength: "certain" };
  if (text.speaker === "data" && records.has(word)) return ofRecord(text, token + 1);
  if (relatives.has(word)) return ofRelative(text, token);
  return greetings.has(word) ? ofAgent(text, token + 1) : null;
}

/** "my neighbor Faith at …": whoever is somebody's and has a capital. */
function ofRelative(text: SearchedText, token: number): NameCue {
  const at = token + (isWord(text, token + 1, "is") ? 2 : 1);
  const given = ((text.kinds[at] ?? 0) & (is.given | is.surrogateName)) !== 0;
  const named = given && isCapitalised(text, at) && owners.has(text.words[token - 1] ?? "");
  return { at, strength: named ? "likely" : "possible" };
}

const owners = new Set("my his her our their your".split(" "));

/** What notes call the person on the line: "Customer Tamika Washington wants …". */
const records = new Set("customer caller client patient guest".split(" "));

/** No "Customer Service Desk": a given name, or two words with capitals of which neither is an everyday one. */
function ofRecord(text: SearchedText, at: number): NameCue | null {
  if (at >= text.words.length || !/^:? $/.test(gapAfter(text, at - 1)) || !isCapitalised(text, at))
    return null;
  const [kind, next] = [text.kinds[at] ?? 0, text.kinds[at + 1] ?? 0];
  if ((kind & (is.given | is.surrogateName)) !== 0) return { at, strength: "certain" };
  const two = gapAfter(text, at) === " " && at + 1 < text.words.length && isCapitalised(text, at + 1);
  return two && kind === 0 && (next & ~is.family) === 0 ? { at, strength: "certain" } : null;
}

function afterName(text: SearchedText, token: number): NameCue | null {
  const agents = text.speaker === "agent" && isWord(text, token - 1, "my");
  const others = /^(?:pet|dog|cat|business|company|restaurant|street)s?$/.test(text.words[token - 1] ?? "");
  if (agents || others) return null;
  let at = token + 1;
  while (at < token + 4 && copulas.has(text.words[at] ?? "")) at += 1;
  if (at > token + 1) return { at, strength: text.speaker === "caller" ? "certain" : "likely" };
  return { at, strength: "likely" };
}

function afterSpeaking(text: SearchedText, token: number): NameCue | null {
  const next = text.words[token + 1];
  if (next === "with" || next === "to") return { at: token + 2, strength: "likely" };
  return token > 0 && token <= 4 ? ofCaller(text, token - 1, "possible") : null;
}

/** In the agent's mouth these words introduce the agent, who is the business's. */
function ofCaller(text: SearchedText, at: number, strength: Strength): NameCue | null {
  return text.speaker === "caller" ? { at, strength } : null;
}

/** A greeting names the other: the caller, when it is the agent's. */
function ofAgent(text: SearchedText, at: number): NameCue | null {
  return text.speaker === "agent" ? { at, strength: "possible" } : null;
}

const openers = new Set(
  "yes yeah yep sure ok okay um uh er erm ah hmm its it s is and oh well so hi hello of course this".split(
    " ",
  ),
);

/** The first word of an answer behind "yes, it's" and the like. */
function answerStart(text: SearchedText): number {
  let token = 0;
  while (token < 8 && openers.has(text.words[token] ?? "")) token += 1;
  return token;
}

function isWord(text: SearchedText, token: number, word: string): boolean {
  return text.words[token] === word;
}

const bookings = new Set(
  "reservation reservations booking booked appointment order account table room name filed it its".split(" "),
);

/** A booking is spoken of right before. */
export function isOfBooking(text: SearchedText, token: number): boolean {
  return text.words.slice(Math.max(0, token - 5), token).some((word) => bookings.has(word));
}
