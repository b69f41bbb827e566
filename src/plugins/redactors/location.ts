import { surrogateStreetNames } from "./lexicon/surrogate-names.ts";
import { findAddresses, readAddress } from "./reading/find-addresses.ts";
import { addressFinder } from "./reading/known-addresses.ts";
import type { ParsedAddress } from "./reading/parsed-address.ts";
import { is, wordTable } from "./reading/word-table.ts";
import type { Draw, FieldName, Finding, Form, KnownValue, Redactor, SearchedText } from "./redactor.ts";

/**
 * Street addresses: the house number and the street's name are replaced; what kind of street it is, the flat, the city
 * and the state stay. The value is `142 oak`: the number's digits, then the name's words.
 */
export const location: Redactor = {
  about: "street addresses: house number and street name",
  entities: ["LOCATION"],
  entityOf: (field) => (isAddressField(field) ? "LOCATION" : null),
  read: readLocation,
  find: (text) => toFindings(findAddresses(text)),
  findKnown: (values) => {
    const addresses = addressFinder(values);
    return (text) => toFindings(addresses(text));
  },
  isSurrogate: ({ value }) => {
    const [, street] = split(value);
    return ((wordTable.get(street) ?? 0) & is.surrogateStreet) !== 0;
  },
  surrogate: surrogateAddress,
};

function isAddressField({ words }: FieldName): boolean {
  const text = words.join(" ");
  if (/\b(?:email|mail|ip|mac|web|url|type|verified|confirmed|id)\b/.test(text)) return false;
  return /\b(?:address|addr|street|address ?line ?\d?)(?: \d)?$/.test(text);
}

function readLocation(text: SearchedText): Form | null {
  const address = readAddress(text);
  if (address === null) return null;
  const finding = toFinding(address, 1);
  return {
    ...finding,
    write: (surrogate) =>
      text.text.slice(0, address.start) + finding.write(surrogate) + text.text.slice(address.end),
  };
}

function toFindings(addresses: readonly ParsedAddress[]): readonly Finding[] {
  if (addresses.length === 0) return none;
  return addresses.map((address) => toFinding(address, address.score));
}

const none: readonly Finding[] = [];

function toFinding(address: ParsedAddress, score: number): Finding {
  const { start, end, house, street } = address;
  return {
    entity: "LOCATION",
    value: address.value ?? `${house} ${street}`.trim(),
    score,
    start,
    end,
    write: (surrogate) => address.write(...split(surrogate)),
  };
}

function split(value: string): [house: string, street: string] {
  const digits = /^\d*/.exec(value)?.[0] ?? "";
  return [digits, value.slice(digits.length).trim()];
}

function surrogateAddress({ value }: KnownValue, draw: Draw, attempt: number): string {
  const [house, street] = split(value);
  const digits = Array.from(house, (_, index) => draw.number(`house:${value}:${index}`, 9) + 1).join("");
  const chosen =
    (draw.number(`street:${street}`, surrogateStreetNames.length) + attempt) % surrogateStreetNames.length;
  return `${digits} ${surrogateStreetNames[chosen]}`.trim();
}
