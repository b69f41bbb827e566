import type { Business, Finding, KnownValue, SearchedText } from "../redactor.ts";
import { inCaseOf } from "./letter-case.ts";
import { isParticleWord, nameWordsOf } from "./name-words.ts";
import { gapAfter, isCapitalised, startsSentence } from "./scan.ts";
import { type Spelling, writeSpelling } from "./spelling.ts";
import { is } from "./word-table.ts";

const none: readonly Finding[] = [];
const unspacedScript = /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\u0e00-\u0e7f]/;

/** Finds the words of known names, one by one, wherever they are used as names. */
export function knownNames(
  values: readonly KnownValue[],
  business: Business,
): (text: SearchedText) => readonly Finding[] {
  const parts = new Set<string>();
  const unspaced: string[] = [];
  for (const { value } of values) {
    for (const word of nameWordsOf(value)) parts.add(word);
    if (unspacedScript.test(value)) unspaced.push(...value.split(" "));
  }
  if (parts.size === 0) return () => none;
  return (text) => [
    ...wordFindings(text, parts, business),
    ...spelledFindings(text, parts),
    ...unspaced.flatMap((part) => substringFindings(text, part)),
  ];
}

function wordFindings(text: SearchedText, parts: ReadonlySet<string>, business: Business): Finding[] {
  const found: Finding[] = [];
  let cued: ReadonlySet<number> | null = null;
  for (let token = 0; token < text.words.length; token += 1) {
    const word = text.words[token] ?? "";
    if (!parts.has(word)) continue;
    cued ??= new Set(text.cues().map((cue) => cue.at));
    if (!isName(text, token, { parts, cued, business })) continue;
    const model = text.text.slice(text.starts[token], text.ends[token]);
    found.push({
      entity: "PERSON",
      value: word,
      score: 1,
      start: text.starts[token] ?? 0,
      end: text.ends[token] ?? 0,
      write: (surrogate) => inCaseOf(model, surrogate),
    });
  }
  return found;
}

interface Known {
  readonly parts: ReadonlySet<string>;
  readonly cued: ReadonlySet<number>;
  readonly business: Business;
}

/** Whether a word that is part of a known name is used as a name here. */
function isName(text: SearchedText, token: number, { parts, cued, business }: Known): boolean {
  const besideName = isBeside(text, token - 1, parts) || isBeside(text, token, parts);
  if (besideName) return true;
  if (isInBusinessPhrase(text, token, business())) return false;
  const kind = text.kinds[token] ?? 0;
  const everyday = (kind & (is.common | is.street | is.month | is.number)) !== 0;
  if (cued.has(token) || text.words.length <= 2) return !everyday || !isPlainUse(text, token);
  if (places.has(text.words[token] ?? "") && placeWords.has(text.words[token - 1] ?? "")) return false;
  if (!everyday) return (text.words[token]?.length ?? 0) > 2 || isCapitalised(text, token);
  if (isMonthUse(text, token)) return false;
  if (!isCapitalised(text, token)) return text.words[token - 1] === "is" || isFarewell(text, token);
  return (
    !startsSentence(text, token) || isVocative(text, token) || doesSomething.has(text.words[token + 1] ?? "")
  );
}

/** "okay may i have …", "great mark it down": the everyday word, though a name might stand there. */
function isPlainUse(text: SearchedText, token: number): boolean {
  if (isCapitalised(text, token) || token + 1 >= text.words.length || gapAfter(text, token) !== " ")
    return false;
  const next = text.words[token + 1] ?? "";
  return modals.has(text.words[token] ?? "") ? subjects.has(next) : objects.has(next);
}

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

/** What people do: "Mark is late", but not "Mark it". */
const doesSomething = new Set("is was has had got gets wants said says does isn wasn".split(" "));

/** The gap behind `token` joins two known parts. */
function isBeside(text: SearchedText, token: number, parts: ReadonlySet<string>): boolean {
  if (token < 0 || token + 1 >= text.words.length) return false;
  const gap = gapAfter(text, token);
  if (gap !== " " && gap !== "-" && gap !== ", ") return false;
  const [word = "", next = ""] = [text.words[token], text.words[token + 1]];
  return word !== next && parts.has(word) && parts.has(next);
}

/** "in May", "May 5th", "next March". */
function isMonthUse(text: SearchedText, token: number): boolean {
  if (((text.kinds[token] ?? 0) & is.month) === 0) return false;
  if (
    /^(?:in|on|by|next|this|last|of|early|late|until|since|th|st|nd|rd|\d+)$/.test(
      text.words[token - 1] ?? "",
    )
  )
    return true;
  return /^\d/.test(text.words[token + 1] ?? "");
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

function spelledFindings(text: SearchedText, parts: ReadonlySet<string>): Finding[] {
  return text.spellings().flatMap((spelling) => {
    for (const candidate of [spelling, withoutLast(spelling)]) {
      const words = splitInto(candidate.letters, parts);
      if (words !== null) return [toFinding(text, candidate, words)];
    }
    return [];
  });
}

function toFinding(text: SearchedText, spelling: Spelling, words: readonly string[]): Finding {
  return {
    entity: "PERSON",
    value: words.join(" "),
    score: 1,
    start: text.starts[spelling.first] ?? 0,
    end: text.ends[spelling.last] ?? 0,
    write: (surrogate) => writeSpelling(text, spelling, surrogate.replace(/ /g, "")),
  };
}

/** "s m i t h i was …": the last letter is a word. */
function withoutLast(spelling: Spelling): Spelling {
  const pieces = spelling.pieces.slice(0, -1);
  const last = pieces.at(-1)?.last ?? spelling.first;
  return { first: spelling.first, last, pieces, letters: pieces.map(({ letters }) => letters).join("") };
}

/** The letters as one known part, or as two in a row. */
function splitInto(letters: string, parts: ReadonlySet<string>): readonly string[] | null {
  if (parts.has(letters)) return [letters];
  for (const part of parts) {
    const rest = letters.slice(part.length);
    if (letters.startsWith(part) && parts.has(rest)) return [part, rest];
    const particle = letters.slice(0, letters.length - part.length);
    if (letters.endsWith(part) && isParticleWord(particle)) return [particle, part];
  }
  return null;
}

/** Scripts without spaces between words: the name is looked for as it is. */
function substringFindings(text: SearchedText, part: string): Finding[] {
  const found: Finding[] = [];
  const lower = text.text.toLowerCase();
  if (part.length < 2) return found;
  for (let start = lower.indexOf(part); start >= 0; start = lower.indexOf(part, start + part.length)) {
    const end = start + part.length;
    found.push({ entity: "PERSON", value: part, score: 0.95, start, end, write: (surrogate) => surrogate });
  }
  return found;
}
