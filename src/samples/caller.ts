import { hash53 } from "../lib/hash.ts";
import { type Random, seededRandom } from "../lib/seeded-random.ts";
import { drawVoice, type Voice } from "./speech/voice.ts";
import { firstNames, lastNames } from "./vocabulary/names.ts";
import { cities, streetEndings, streetNames } from "./vocabulary/streets.ts";

/** A person who calls; the same in each of their calls. */
export interface Caller {
  readonly firstName: string;
  readonly lastName: string;
  /** E.164, as in `from_number`. */
  readonly number: string;
  /** Another number the caller may give. */
  readonly otherNumber: string;
  readonly email: Email;
  readonly address: Address;
  /** Where else the caller may want something brought. */
  readonly otherAddress: Address;
  /** ISO date. */
  readonly birthDate: string;
  /** Digits, valid by Luhn's check. */
  readonly card: string;
  readonly otherCard: string;
  /** Routing and account number, or an IBAN. */
  readonly bankAccount: { readonly routing: string; readonly account: string } | { readonly iban: string };
  /** A US social security number with hyphens. */
  readonly nationalId: string;
  readonly voice: Voice;
}

interface Email {
  /** Parts between the separators: `["j", "smith"]`. */
  readonly local: readonly string[];
  readonly separator: "." | "_" | "-" | "";
  readonly domain: string;
}

export interface Address {
  readonly house: number;
  readonly street: string;
  /** Null for streets called only "Broadway". */
  readonly ending: { readonly word: string; readonly short: string } | null;
  readonly unit: string | null;
  readonly city: string;
  readonly postalCode: string;
}

/** The person behind a key. */
export function drawCaller(seed: string, key: string): Caller {
  const random = seededRandom(`${seed}:caller:${key}`);
  const firstName = random.pick(firstNames);
  const lastName = random.pick(lastNames);
  return {
    firstName,
    lastName,
    number: drawNumber(random),
    otherNumber: drawNumber(random),
    email: drawEmail(random, firstName, lastName),
    address: drawAddress(random),
    otherAddress: drawAddress(random),
    birthDate: `${1935 + random.below(72)}-${two(1 + random.below(12))}-${two(1 + random.below(28))}`,
    card: drawCard(random),
    otherCard: drawCard(random),
    bankAccount: drawBankAccount(random),
    nationalId: `${two(random.pick([11, 21, 34, 45, 52]))}${random.below(10)}-${two(10 + random.below(89))}-${1000 + random.below(9000)}`,
    voice: drawVoice(random),
  };
}

/**
 * Who makes call `index`. Regulars belong to a block of calls and call again in the blocks that follow, so callers
 * repeat at the same rate however many calls are made.
 */
export function callerKeyOf(seed: string, index: number, random: Random, regularShare: number): string {
  if (!random.chance(regularShare)) return `once:${index}`;
  const block = Math.max(0, Math.floor(index / 50) - random.below(4));
  const regular = Math.floor(10 * random.next() ** 2);
  return `regular:${hash53(`${seed}:${block}`)}:${regular}`;
}

const areaCodes = [
  201, 206, 212, 213, 303, 305, 312, 404, 415, 480, 503, 512, 602, 617, 646, 702, 713, 718, 773, 801, 818,
  917,
];

/** Exchange 555 is left to invented numbers, which redaction uses as surrogates. */
export function drawNumber(random: Random): string {
  if (random.chance(0.03))
    return `+447${400 + random.below(500)}${String(random.below(1e6)).padStart(6, "0")}`;
  const middle = 220 + random.below(690);
  const exchange = middle % 100 === 11 || middle === 555 ? middle + 1 : middle;
  return `+1${random.pick(areaCodes)}${exchange}${String(random.below(10_000)).padStart(4, "0")}`;
}

function drawEmail(random: Random, firstName: string, lastName: string): Email {
  const first = asciiWord(firstName);
  const last = asciiWord(lastName);
  const number = String(random.pick([random.below(100), 1950 + random.below(60), 7]));
  const local = random.pick([
    [first, last],
    [first.charAt(0), last],
    [last, first],
    [first, last, number],
    [first, number],
    [`${first}${last}`],
  ]);
  const separator = local.length === 1 ? "" : random.pick([".", ".", "_", "-", ""] as const);
  return {
    local,
    separator,
    domain: random.pick([
      "gmail.com",
      "gmail.com",
      "yahoo.com",
      "outlook.com",
      "hotmail.com",
      "icloud.com",
      "proton.me",
      "aol.com",
    ]),
  };
}

function drawAddress(random: Random): Address {
  const broadway = random.chance(0.04);
  return {
    house: random.chance(0.5) ? 1 + random.below(999) : 1000 + random.below(8000),
    street: broadway ? random.pick(["Broadway", "The Embarcadero", "Bowery"]) : random.pick(streetNames),
    ending: broadway ? null : random.pick(streetEndings),
    unit: random.chance(0.25) ? `${1 + random.below(30)}${random.pick(["", "", "A", "B", "C"])}` : null,
    city: random.pick(cities),
    postalCode: String(10_000 + random.below(89_000)),
  };
}

/** Ranges that card networks publish for tests, with the check digit that makes them pass. */
function drawCard(random: Random): string {
  const prefix = random.pick(["424242", "411111", "400000", "555555", "510510", "222300"]);
  const body = prefix + String(random.below(1e9)).padStart(9, "0");
  return body + luhnCheckDigit(body);
}

export function luhnCheckDigit(body: string): string {
  let sum = 0;
  for (let index = 0; index < body.length; index += 1) {
    const digit = Number(body.charAt(body.length - 1 - index));
    const doubled = index % 2 === 0 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return String((10 - (sum % 10)) % 10);
}

function drawBankAccount(random: Random): Caller["bankAccount"] {
  if (random.chance(0.4)) return { iban: drawIban(random) };
  return { routing: drawRouting(random), account: String(1e9 + random.below(8.9e9)) };
}

/** Nine digits; weights 3, 7, 1 make a multiple of ten. */
function drawRouting(random: Random): string {
  const body = random.pick(["0210", "1110", "0260", "1220"]) + String(random.below(10_000)).padStart(4, "0");
  const sum = [...body].reduce(
    (total, digit, index) => total + Number(digit) * ([3, 7, 1][index % 3] ?? 0),
    0,
  );
  return body + String((10 - (sum % 10)) % 10);
}

/** A German IBAN; the check digits make the number 1 modulo 97. */
function drawIban(random: Random): string {
  const account = `${10_000_000 + random.below(8e7)}${String(random.below(1e9)).padStart(10, "0")}`;
  const rest = BigInt(`${account}131400`) % 97n;
  return `DE${String(98n - rest).padStart(2, "0")}${account}`;
}

function asciiWord(name: string): string {
  return name
    .normalize("NFD")
    .replace(/[^A-Za-z]/g, "")
    .toLowerCase();
}

function two(value: number): string {
  return String(value).padStart(2, "0");
}
