import type { SearchedText } from "../redactor.ts";
import { greetings, isOfBooking, type NameCue, type Strength } from "./name-cues.ts";
import { digits as digitBit, gapAfter, isCapitalised, startsSentence } from "./scan.ts";
import { is } from "./word-table.ts";

/** The last token of the name that begins here; null where none does. */
export function nameEnd(text: SearchedText, { at, strength }: NameCue): number | null {
  if (!canStart(text, at, strength)) return null;
  let last = at;
  for (let token = at + 1; token <= at + 5 && token < text.words.length; token += 1) {
    const gap = gapAfter(text, token - 1);
    const joined =
      gap === " " ||
      gap === "-" ||
      gap === "'" ||
      gap === "’" ||
      (gap === ". " && isInitial(text, token - 1));
    if (!joined) break;
    if (isParticle(text, token)) continue;
    if (!canGoOn(text, token, strength)) break;
    last = token;
  }
  return last;
}

const lexicon = is.given | is.family | is.surrogateName;

function canStart(text: SearchedText, token: number, strength: Strength): boolean {
  const kind = text.kinds[token] ?? 0;
  const word = text.words[token] ?? "";
  if ((kind & (digitBit | is.number)) !== 0 || word.length < 2) return false;
  if ((kind & is.common) !== 0) return (kind & lexicon) !== 0 && meansName(text, token, strength);
  if ((kind & lexicon) !== 0)
    return (
      strength !== "possible" || (kind & (is.given | is.surrogateName)) !== 0 || isCapitalised(text, token)
    );
  if (
    (kind & (is.nameCue | is.cue | is.filler | is.month | is.street | is.surrogateStreet)) !== 0 ||
    isParticle(text, token)
  )
    return false;
  if (isAbbreviation(text, token)) return false;
  if (strength === "certain") return true;
  return (
    strength === "likely" &&
    (isCapitalised(text, token) ||
      answersAlone(text, token) ||
      isBeforeFamily(text, token) ||
      isIntroduced(text, token))
  );
}

/** "Hi, this is … calling", "a reservation under …": what stands there is a name, whatever it is. */
function isIntroduced(text: SearchedText, token: number): boolean {
  if ((text.kinds[token] ?? 0) !== 0 || (text.words[token]?.length ?? 0) < 3) return false;
  const before = text.words[token - 1] ?? "";
  if (before === "under" || before === "behalf")
    return isOfBooking(text, token - 1) && isShortRest(text, token);
  const greeted = before === "is" && greetings.has(text.words[token - 3] ?? "");
  return greeted || closesAfter(text, token + 1) || closesAfter(text, token + 2);
}

/** "… speaking", "… here": what is said behind one's name. */
function closesAfter(text: SearchedText, token: number): boolean {
  return closers.has(text.words[token] ?? "") && gapAfter(text, token - 1) === " ";
}

const closers = new Set(["calling", "speaking", "here", "again"]);
/** "my name is frank baker and i …" */
function startsClause(text: SearchedText, token: number): boolean {
  return clauseWords.has(text.words[token] ?? "");
}

const clauseWords = new Set("and i im but so from we my".split(" "));

function isShortRest(text: SearchedText, token: number): boolean {
  return text.words.length - token <= 3 || endsClause(text, token);
}

/** "Mark", "Rose", "Will" behind a cue: a name when it has a capital, or ends the sentence. */
function meansName(text: SearchedText, token: number, strength: Strength): boolean {
  if (strength === "possible")
    return isCapitalised(text, token) && endsClause(text, token) && !startsSentence(text, token);
  if (isCapitalised(text, token) || endsClause(text, token) || strength === "certain") return true;
  const next = text.kinds[token + 1] ?? 0;
  const two = (next & lexicon) !== 0 && gapAfter(text, token) === " ";
  if (two && (closesAfter(text, token + 2) || answersAlone(text, token))) return true;
  return (
    token + 1 < text.words.length &&
    gapAfter(text, token) === " " &&
    (next & ~(is.family | is.given | is.surrogateName)) === 0
  );
}

/** The whole answer is this word and at most two more. */
function answersAlone(text: SearchedText, token: number): boolean {
  return text.asked === "name" && text.words.length - token <= 3;
}

/** "AC", "TV": capitals in a text that isn't all capitals. */
function isAbbreviation(text: SearchedText, token: number): boolean {
  const word = text.text.slice(text.starts[token], text.ends[token]);
  return (
    word.length <= 4 &&
    word === word.toUpperCase() &&
    word !== word.toLowerCase() &&
    text.text !== text.text.toUpperCase()
  );
}

function isBeforeFamily(text: SearchedText, token: number): boolean {
  const next = text.kinds[token + 1] ?? 0;
  const family = (next & (is.family | is.surrogateName)) !== 0 && (next & is.common) === 0;
  return text.asked === "name" && family && gapAfter(text, token) === " ";
}

function canGoOn(text: SearchedText, token: number, strength: Strength): boolean {
  const kind = text.kinds[token] ?? 0;
  if ((kind & (digitBit | is.number)) !== 0) return false;
  if ((kind & is.common) !== 0)
    return (
      (kind & lexicon) !== 0 &&
      (isCapitalised(text, token) ||
        endsClause(text, token) ||
        closesAfter(text, token + 1) ||
        (strength === "certain" && startsClause(text, token + 1)))
    );
  if ((kind & lexicon) !== 0 || isInitial(text, token)) return true;
  if ((kind & (is.nameCue | is.cue | is.filler)) !== 0) return false;
  return isCapitalised(text, token) || (strength === "certain" && endsClause(text, token));
}

function endsClause(text: SearchedText, token: number): boolean {
  return token + 1 >= text.words.length || /[.,!?;\n]/.test(gapAfter(text, token));
}

function isInitial(text: SearchedText, token: number): boolean {
  return text.words[token]?.length === 1 && isCapitalised(text, token);
}

export function isParticle(text: SearchedText, token: number): boolean {
  return ((text.kinds[token] ?? 0) & is.particle) !== 0;
}
