import { commonWords } from "../plugins/redactors/lexicon/common-words.ts";
import { familyNames } from "../plugins/redactors/lexicon/family-names.ts";
import { givenNames } from "../plugins/redactors/lexicon/given-names.ts";
import { surrogateFamilyNames, surrogateGivenNames } from "../plugins/redactors/lexicon/surrogate-names.ts";
import type { PersonalTrace } from "./find-personal.ts";
import { matchesOf } from "./matches-of.ts";

const invented = new Set([...surrogateGivenNames, ...surrogateFamilyNames]);
const everyday = new Set(commonWords);
const given = new Set(givenNames);
const family = new Set(familyNames);

const none: readonly PersonalTrace[] = [];

const introduction =
  /\b(?:my name is|my name's|name is|this is|speaking with|mr\.?|mrs\.?|ms\.?) ([\p{L}]{2,30})/giu;

/** What each introduction holds: a look for this is a third of the time of a look for that. */
const introducing = /name|this is|speaking with|\bm(?:r|rs|s)\b/i;

/** "my name is …" with a word behind it that is no everyday one and no surrogate. */
export function introducedNames(text: string): readonly PersonalTrace[] {
  if (!introducing.test(text)) return none;
  const traces: PersonalTrace[] = [];
  for (const match of matchesOf(introduction, text)) {
    const name = match[1] ?? "";
    const word = name.toLowerCase();
    const strong = /name/i.test(match[0]) || /^m/i.test(match[0]);
    const named = given.has(word) || (strong && /^\p{Lu}/u.test(name));
    if (!named || everyday.has(word) || invented.has(word)) continue;
    const end = match.index + match[0].length;
    traces.push({ entity: "PERSON", start: end - name.length, end });
  }
  return traces;
}

const pair = /\b(\p{Lu}[\p{Ll}]{1,20}) (\p{Lu}[\p{Ll}']{1,24})\b/gu;

/** What each pair holds, in a pattern without classes of Unicode, which V8 asks for one letter at a time. */
const sideBySide = /[A-Z\u0080-\uffff][a-z\u0080-\uffff]{1,20} [A-Z\u0080-\uffff][a-z'\u0080-\uffff]/;

/** A common given name and a common family name side by side, both with capitals. */
export function fullNames(text: string): readonly PersonalTrace[] {
  if (!sideBySide.test(text)) return none;
  const traces: PersonalTrace[] = [];
  for (const { 0: whole, 1: one = "", 2: other = "", index } of matchesOf(pair, text)) {
    const [first, last] = [one.toLowerCase(), other.toLowerCase()];
    const named = given.has(first) && family.has(last) && !(everyday.has(first) && everyday.has(last));
    if (named) traces.push({ entity: "PERSON", start: index, end: index + whole.length });
  }
  return traces;
}
