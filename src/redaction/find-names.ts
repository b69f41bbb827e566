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
  return matchesOf(introduction, text).flatMap((match) => {
    const name = match[1] ?? "";
    const word = name.toLowerCase();
    const strong = /name/i.test(match[0]) || /^m/i.test(match[0]);
    const named = given.has(word) || (strong && /^\p{Lu}/u.test(name));
    if (!named || everyday.has(word) || invented.has(word)) return [];
    const end = match.index + match[0].length;
    return [{ entity: "PERSON", start: end - name.length, end }];
  });
}

const pair = /\b(\p{Lu}[\p{Ll}]{1,20}) (\p{Lu}[\p{Ll}']{1,24})\b/gu;

/** What each pair holds, in a pattern without classes of Unicode, which V8 goes through a letter at a time. */
const sideBySide = /[a-z\u0080-\uffff] [A-Z\u0080-\uffff]/;

/** A common given name and a common family name side by side, both with capitals. */
export function fullNames(text: string): readonly PersonalTrace[] {
  if (!sideBySide.test(text)) return none;
  return matchesOf(pair, text).flatMap((match) => {
    const [first = "", last = ""] = [match[1]?.toLowerCase(), match[2]?.toLowerCase()];
    const named = given.has(first) && family.has(last) && !(everyday.has(first) && everyday.has(last));
    return named ? [{ entity: "PERSON", start: match.index, end: match.index + match[0].length }] : [];
  });
}
