import type { SearchedText } from "../redactor.ts";
import { gapAfter, isCapitalised, type ScannedText } from "./scan.ts";
import type { Topic } from "./topic-words.ts";
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

type Speaker = SearchedText["speaker"];
type Rule = (text: ScannedText, token: number, speaker: Speaker) => NameCue | null;

const owners = new Set("my his her our their your".split(" "));

/** What notes call the person on the line: "Customer Tamika Washington wants …". */
const records = "customer caller client patient guest".split(" ");

/** By the word that the cue begins with. */
const rules: ReadonlyMap<string, Rule> = new Map<string, Rule>([
  ...entriesOf(greetings, (_, token, speaker) => ofAgent(speaker, token + 1)),
  ...entriesOf(relatives, ofRelative),
  ...entriesOf(records, (text, token, speaker) => {
    if (speaker === "data") return ofRecord(text, token + 1);
    return relatives.has(text.words[token] ?? "") ? ofRelative(text, token) : null;
  }),
  ...entriesOf(titles, (_, token) => ({ at: token + 1, strength: "certain" })),
  ...entriesOf(["name", "names", "surname", "lastname", "firstname"], afterName),
  ...Object.entries<Rule>({
    named: (_, token) => ({ at: token + 1, strength: "likely" }),
    this: (text, token, speaker) =>
      isWord(text, token + 1, "is") ? ofCaller(speaker, token + 2, "likely") : null,
    i: (text, token, speaker) =>
      isWord(text, token + 1, "m") || isWord(text, token + 1, "am")
        ? ofCaller(speaker, token + 2, "possible")
        : null,
    it: (text, token, speaker) =>
      isWord(text, token + 1, "s") ? ofCaller(speaker, token + 2, "possible") : null,
    call: (text, token) => (isWord(text, token + 1, "me") ? { at: token + 2, strength: "likely" } : null),
    speaking: afterSpeaking,
    speak: afterSpeaking,
    here: (_, token, speaker) => (token > 0 && token <= 3 ? ofCaller(speaker, token - 1, "possible") : null),
    under: (text, token) => ({
      at: token + (isWord(text, token + 1, "the") ? 3 : 1),
      strength: isOfBooking(text, token) ? "likely" : "possible",
    }),
    for: (_, token) => ({ at: token + 1, strength: "possible" }),
    behalf: (text, token) => (isWord(text, token + 1, "of") ? { at: token + 2, strength: "likely" } : null),
    thank: (text, token, speaker) => (isWord(text, token + 1, "you") ? ofAgent(speaker, token + 2) : null),
  }),
]);

function entriesOf(words: Iterable<string>, rule: Rule): [string, Rule][] {
  return Array.from(words, (word) => [word, rule]);
}

/** The places of a text behind a word that names follow. */
export function nameCues(text: ScannedText, speaker: Speaker, asked: Topic | null): readonly NameCue[] {
  const answers = asked === "name" && speaker === "caller";
  if (!answers && (text.any & is.nameCue) === 0) return none;
  const found: NameCue[] = answers ? [{ at: answerStart(text), strength: "likely" }] : [];
  for (let token = 0; token < text.words.length; token += 1) {
    if (((text.kinds[token] ?? 0) & is.nameCue) === 0) continue;
    const cue = rules.get(text.words[token] ?? "")?.(text, token, speaker) ?? null;
    if (cue !== null && cue.at < text.words.length) found.push(cue);
  }
  return found;
}

const none: readonly NameCue[] = [];

/** "my neighbor Faith at …": whoever is somebody's and has a capital. */
function ofRelative(text: ScannedText, token: number): NameCue {
  const at = token + (isWord(text, token + 1, "is") ? 2 : 1);
  const given = ((text.kinds[at] ?? 0) & (is.given | is.surrogateName)) !== 0;
  const named = given && isCapitalised(text, at) && owners.has(text.words[token - 1] ?? "");
  return { at, strength: named ? "likely" : "possible" };
}

/** No "Customer Service Desk": a given name, or two words with capitals of which neither is an everyday one. */
function ofRecord(text: ScannedText, at: number): NameCue | null {
  if (at >= text.words.length || !/^:? $/.test(gapAfter(text, at - 1)) || !isCapitalised(text, at))
    return null;
  const [kind, next] = [text.kinds[at] ?? 0, text.kinds[at + 1] ?? 0];
  if ((kind & (is.given | is.surrogateName)) !== 0) return { at, strength: "certain" };
  const two = gapAfter(text, at) === " " && at + 1 < text.words.length && isCapitalised(text, at + 1);
  return two && kind === 0 && (next & ~is.family) === 0 ? { at, strength: "certain" } : null;
}

function afterName(text: ScannedText, token: number, speaker: Speaker): NameCue | null {
  const agents = speaker === "agent" && isWord(text, token - 1, "my");
  if (agents || others.has(text.words[token - 1] ?? "")) return null;
  let at = token + 1;
  while (at < token + 4 && copulas.has(text.words[at] ?? "")) at += 1;
  if (at > token + 1) return { at, strength: speaker === "caller" ? "certain" : "likely" };
  return { at, strength: "likely" };
}

const others = new Set(
  "pet pets dog dogs cat cats business company restaurant restaurants street streets".split(" "),
);

function afterSpeaking(text: ScannedText, token: number, speaker: Speaker): NameCue | null {
  const next = text.words[token + 1];
  if (next === "with" || next === "to") return { at: token + 2, strength: "likely" };
  return token > 0 && token <= 4 ? ofCaller(speaker, token - 1, "possible") : null;
}

/** In the agent's mouth these words introduce the agent, who is the business's. */
function ofCaller(speaker: Speaker, at: number, strength: Strength): NameCue | null {
  return speaker === "caller" ? { at, strength } : null;
}

/** A greeting names the other: the caller, when it is the agent's. */
function ofAgent(speaker: Speaker, at: number): NameCue | null {
  return speaker === "agent" ? { at, strength: "possible" } : null;
}

const openers = new Set(
  "yes yeah yep sure ok okay um uh er erm ah hmm its it s is and oh well so hi hello of course this".split(
    " ",
  ),
);

/** The first word of an answer behind "yes, it's" and the like. */
function answerStart(text: ScannedText): number {
  let token = 0;
  while (token < 8 && openers.has(text.words[token] ?? "")) token += 1;
  return token;
}

function isWord(text: ScannedText, token: number, word: string): boolean {
  return text.words[token] === word;
}

const bookings = new Set(
  "reservation reservations booking booked appointment order account table room name filed it its".split(" "),
);

/** A booking is spoken of right before. */
export function isOfBooking(text: ScannedText, token: number): boolean {
  for (let before = Math.max(0, token - 5); before < token; before += 1)
    if (bookings.has(text.words[before] ?? "")) return true;
  return false;
}
