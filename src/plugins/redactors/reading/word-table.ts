import { commonWords } from "../lexicon/common-words.ts";
import { familyNames } from "../lexicon/family-names.ts";
import { givenNames } from "../lexicon/given-names.ts";
import {
  surrogateFamilyNames,
  surrogateGivenNames,
  surrogateStreetNames,
} from "../lexicon/surrogate-names.ts";
import { wordList } from "../lexicon/words.ts";
import { numberWords } from "./number-words.ts";

/** What is known of a word before its neighbours are looked at; a word can be several things. */
export const is = {
  number: 1,
  given: 2,
  family: 4,
  common: 8,
  month: 16,
  street: 32,
  surrogateName: 64,
  surrogateStreet: 128,
  /** Starts one of the patterns that names follow. */
  nameCue: 256,
  /** Says what a number or an answer is. */
  cue: 512,
  filler: 1024,
  /** Part of a name that is never a name alone: "de", "van", "O'". */
  particle: 2048,
  /** "at" or "arroba": a spoken e-mail address may stand around it. */
  at: 4096,
  /** A letter's name or a speller's word ("as", "hyphen") is not flagged: letters are tokens of length one. */
} as const;

export const monthNames = wordList(
  "january february march april may june july august september october november december",
);
export const monthAbbreviations = wordList("jan feb mar apr may jun jul aug sep oct nov dec");

const streetWords =
  wordList(`street st avenue ave av road rd drive dr lane ln boulevard blvd court ct place pl way
  terrace ter circle cir parkway pkwy highway hwy trail trl square sq crescent cres close row alley plaza pike
  turnpike loop mews grove gardens walk esplanade quay freeway expressway broadway bypass path parade`);
const fillers = wordList("uh um er erm uhh umm ah hmm dash hyphen then and area code plus like so okay ok");
const nameCues =
  wordList(`name names named this i it call speaking mr mrs ms miss mister missus mx hi hello hey thanks
  thank welcome under for spell spelled spelling husband wife son daughter mom mother dad father brother sister
  behalf sorry okay great perfect sure alright ok morning afternoon evening with here colleague friend boss neighbor neighbour roommate spouse partner patient to ma mam
  surname lastname firstname goodbye bye dear and is speak
  customer caller client guest`);
const cues =
  wordList(`phone telephone mobile cell cellphone callback number numbers reach email mail card visa
  mastercard amex debit credit account routing iban checking savings sort ssn social birth birthday birthdate born dob
  zip zipcode postcode postal pin passcode password cvv cvc security code address street live lives staying located deliver order
  confirmation reference tracking invoice ticket reservation booking extension flight room license licence passport
  member policy plate insurance medicare national tax nhs id name spell whatsapp text contact ending digits answer
  maiden pet question day days time when with to s calling`);
const particles = wordList(
  "de del della di da dos das du la le van von der den ter ten bin bint ibn el abu st o mc mac d y e i",
);

/** Every word the redactors know, with what it can be. */
export const wordTable: ReadonlyMap<string, number> = buildTable();

function buildTable(): Map<string, number> {
  const table = new Map<string, number>();
  const add = (words: Iterable<string>, kind: number) => {
    for (const word of words) table.set(word, (table.get(word) ?? 0) | kind);
  };
  add(givenNames, is.given);
  add(familyNames, is.family);
  add(commonWords, is.common);
  add(numberWords.keys(), is.number);
  add(monthNames, is.month);
  add(monthAbbreviations, is.month);
  add(streetWords, is.street);
  add(surrogateGivenNames, is.surrogateName);
  add(surrogateFamilyNames, is.surrogateName);
  add(surrogateStreetNames, is.surrogateStreet);
  add(nameCues, is.nameCue);
  add(cues, is.cue);
  add(fillers, is.filler);
  add(particles, is.particle);
  add(["at", "arroba"], is.at);
  return table;
}
