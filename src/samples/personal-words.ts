import type { Address, Caller } from "./caller.ts";
import type { PersonalKind } from "./sample-call.ts";
import { speakBirthDate } from "./speech/dates.ts";
import { groupsOf, speakDigits } from "./speech/digits.ts";
import { houseNumberWords, numberWords } from "./speech/numbers.ts";
import type { Stage } from "./stage.ts";

/** The caller's own values in words: as written, as said, as spelled. All come back marked. */

export function fullName(caller: Caller): string {
  return `${caller.firstName} ${caller.lastName}`;
}

export function writtenName(stage: Stage): string {
  return stage.personal("person", fullName(stage.caller));
}

export function firstName(stage: Stage): string {
  return stage.personal("person", fullName(stage.caller), stage.caller.firstName, "part");
}

export function lastName(stage: Stage): string {
  return stage.personal("person", fullName(stage.caller), stage.caller.lastName, "part");
}

/** "L-O-P-E-Z", "L O P E Z", "L as in Lima, O as in Oscar …". */
export function spelledLastName(stage: Stage): string {
  const letters = [...stage.caller.lastName.toUpperCase()].filter((letter) => /\p{L}/u.test(letter));
  const aloud = stage.random.chance(0.12);
  const spelled = aloud
    ? letters.map((letter) => (alphabet[letter] ? `${letter} as in ${alphabet[letter]}` : letter)).join(", ")
    : letters.join(stage.random.pick(["-", "-", " "]));
  return stage.personal("person", fullName(stage.caller), spelled, "spelled");
}

function kindOfNumber(stage: Stage, number: string): PersonalKind {
  return number === stage.caller.number ? "caller_number" : "phone";
}

/** As it stands in arguments: with country code. */
export function dialledNumber(stage: Stage, number: string): string {
  return stage.personal(kindOfNumber(stage, number), number);
}

/** As the agent reads it back: "512-234-0133". */
export function writtenNumber(stage: Stage, number: string): string {
  return stage.personal(kindOfNumber(stage, number), number, groupsOfNumber(number).join("-"));
}

export function saidNumber(stage: Stage, number: string): string {
  const { random } = stage;
  const groups = groupsOfNumber(number);
  if (!stage.caller.voice.spokenNumbers) {
    const written = random.pick([groups.join("-"), groups.join(" "), groups.join(""), groups.join(".")]);
    return stage.personal(kindOfNumber(stage, number), number, written);
  }
  stage.note("spoken_digits");
  return stage.personal(kindOfNumber(stage, number), number, speakDigits(random, groups), "spoken");
}

export function writtenEmail(stage: Stage): string {
  return stage.personal("email", emailOf(stage.caller));
}

/** "j dot smith at gmail dot com". */
export function saidEmail(stage: Stage): string {
  const { local, separator, domain } = stage.caller.email;
  if (stage.random.chance(0.3)) return writtenEmail(stage);
  const parts = local.map((part) => (/^\d{1,2}$/.test(part) ? numberWords(Number(part)) : part));
  const between = { ".": " dot ", _: " underscore ", "-": " dash ", "": " " }[separator];
  const spoken = `${parts.join(between)} at ${domain.replace(".", " dot ")}`;
  return stage.personal("email", emailOf(stage.caller), spoken, "spoken");
}

export function writtenAddress(stage: Stage, address: Address): string {
  return stage.personal("address", addressText(address));
}

export function saidAddress(stage: Stage, address: Address): string {
  const { random } = stage;
  const spoken = stage.caller.voice.spokenNumbers && random.chance(0.6);
  const house = spoken ? houseNumberWords(address.house) : String(address.house);
  const ending = address.ending === null ? "" : ` ${address.ending.word}`;
  const unit =
    address.unit === null
      ? ""
      : random.pick([`, apartment ${address.unit}`, ` apartment ${address.unit}`, `, unit ${address.unit}`]);
  const form = `${house} ${address.street}${ending}${unit}`;
  return stage.personal("address", addressText(address), form, spoken ? "spoken" : "written");
}

export function writtenBirthDate(stage: Stage): string {
  return stage.personal("date_of_birth", stage.caller.birthDate);
}

export function saidBirthDate(stage: Stage): string {
  const spoken = stage.caller.voice.spokenNumbers;
  const form = speakBirthDate(stage.random, stage.caller.birthDate, spoken);
  return stage.personal("date_of_birth", stage.caller.birthDate, form, spoken ? "spoken" : "written");
}

/** Digits of any kind, said in groups or one by one. */
export function saidDigits(stage: Stage, kind: PersonalKind, value: string, groupSize: number): string {
  const groups = groupsOf(value.replace(/\D/g, ""), groupSize);
  if (stage.caller.voice.spokenNumbers) {
    stage.note("spoken_digits");
    return stage.personal(kind, value, speakDigits(stage.random, groups), "spoken");
  }
  return stage.personal(kind, value, groups.join(" "));
}

function emailOf(caller: Caller): string {
  const { local, separator, domain } = caller.email;
  return `${local.join(separator)}@${domain}`;
}

function addressText(address: Address): string {
  const ending = address.ending === null ? "" : ` ${address.ending.word}`;
  return `${address.house} ${address.street}${ending}${address.unit === null ? "" : `, Apt ${address.unit}`}`;
}

/** National groups: area, exchange, line; for British mobiles a leading zero. */
function groupsOfNumber(number: string): string[] {
  if (number.startsWith("+44")) return [`0${number.slice(3, 7)}`, number.slice(7, 10), number.slice(10)];
  return [number.slice(2, 5), number.slice(5, 8), number.slice(8)];
}

const alphabet: Readonly<Record<string, string>> = Object.fromEntries(
  "Adam Bravo Charlie Delta Echo Foxtrot Golf Hotel India Juliet Kilo Lima Mike November Oscar Papa Quebec Romeo Sam Tango Uniform Victor Whiskey Xray Yankee Zulu"
    .split(" ")
    .map((word) => [word.charAt(0), word]),
);
