import { describe, expect, test } from "vitest";
import { redactors } from "./index.ts";
import { commonWords } from "./lexicon/common-words.ts";
import { familyNames } from "./lexicon/family-names.ts";
import { givenNames } from "./lexicon/given-names.ts";
import {
  surrogateFamilyNames,
  surrogateGivenNames,
  surrogateStreetNames,
} from "./lexicon/surrogate-names.ts";
import { searchText } from "./reading/search-text.ts";
import { type Draw, type Entity, entities, type Redactor } from "./redactor.ts";

/** A value of each entity as a field holds it, and the name of such a field. */
const samples: Record<Entity, readonly [field: string, value: string]> = {
  PERSON: ["customer name", "Sarah O'Brien"],
  PHONE_NUMBER: ["callback number", "+1 (415) 867-5309 ext 12"],
  EMAIL_ADDRESS: ["email", "sarah.brown@gmail.com"],
  LOCATION: ["delivery address", "142 Oak Street, Apt 3B"],
  POSTAL_CODE: ["postcode", "SW1A 2AA"],
  CREDIT_CARD: ["card number", "4242 4242 4242 4242"],
  CVV: ["cvv", "123"],
  IBAN_CODE: ["iban", "GB29 NWBK 6016 1331 9268 19"],
  US_BANK_NUMBER: ["account number", "9345947589"],
  ABA_ROUTING_NUMBER: ["routing number", "021000021"],
  US_SSN: ["ssn", "123-45-6789"],
  US_ITIN: ["itin", "912-70-1234"],
  UK_NHS: ["nhs number", "943 476 5919"],
  UK_NINO: ["national insurance", "AB 12 34 56 C"],
  CA_SIN: ["sin", "046 454 286"],
  AU_TFN: ["tfn", "123 456 782"],
  IN_AADHAAR: ["aadhaar", "2341 2341 2346"],
  IN_PAN: ["pan number", "ABCPE1234F"],
  ES_NIF: ["nif", "12345678Z"],
  IT_FISCAL_CODE: ["codice fiscale", "RSSMRA85T10A562S"],
  PL_PESEL: ["pesel", "44051401359"],
  BR_CPF: ["cpf", "111.444.777-35"],
  NL_BSN: ["bsn", "111222333"],
  DATE_OF_BIRTH: ["date of birth", "03/25/1998"],
  US_PASSPORT: ["passport number", "X12345678"],
  US_DRIVER_LICENSE: ["driver license", "D1234567"],
  MEDICAL_LICENSE: ["dea", "AB1234563"],
  LICENSE_PLATE: ["license plate", "031 NGA"],
  ID: ["member id", "ABC-1234-55"],
  SECRET: ["pin", "5380"],
  URL: ["", "Ab12Cd34Ef56Gh78"],
  API_KEY: ["api key", "sk-a1B2c3D4e5F6g7H8i9J0"],
  IP_ADDRESS: ["ip address", "81.2.69.142"],
};

const all: readonly Redactor[] = Object.values(redactors);

describe.each(Object.entries(redactors))("%s", (_, redactor: Redactor) => {
  test.each(redactor.entities)("%s: its field is claimed by it and by no one before it", (entity) => {
    const [field] = samples[entity];
    if (field === "") return;
    const name = { words: field.split(" "), around: new Set<string>() };
    expect(all.map((other) => other.entityOf(name)).find((claimed) => claimed !== null)).toBe(entity);
  });

  test.each(redactor.entities)(
    "%s: a surrogate differs, is known for one, and reads back as itself",
    (entity) => {
      const draw = plainDraw();
      const form = redactor.read(searchText(samples[entity][1], "data"), entity);
      expect(form).not.toBeNull();
      if (form === null) return;
      const surrogate = redactor.surrogate(form, draw, 0);
      expect(surrogate).not.toBe(form.value);
      const again = redactor.read(searchText(form.write(surrogate), "data"), entity);
      expect(again?.value).toBe(surrogate);
      expect(redactor.isSurrogate({ entity, value: surrogate }, draw)).toBe(true);
      expect(redactor.isSurrogate(form, draw)).toBe(false);
    },
  );

  test.each(redactor.entities)("%s: a surrogate has the shape of the value", (entity) => {
    const [, value] = samples[entity];
    const form = redactor.read(searchText(value, "data"), entity);
    const written = form?.write(redactor.surrogate(form, plainDraw(), 0)) ?? "";
    const marks = (text: string) => text.replace(/[\p{L}\p{N}.]/gu, "");
    if (entity !== "EMAIL_ADDRESS") expect(marks(written)).toBe(marks(value));
    expect(written).not.toContain(value);
  });

  test("finds nothing in an empty text and in punctuation", () => {
    for (const text of ["", " ", "...", "\u2028", "🙂", "@", "+", "-", "()"]) {
      expect(redactor.find(searchText(text, "caller"))).toEqual([]);
    }
  });
});

test("every entity has one redactor", () => {
  const claimed = all.flatMap((redactor) => redactor.entities);
  expect([...claimed].sort()).toEqual([...entities].sort());
});

test("no name of a surrogate is a word or a common name", () => {
  const known = new Set([...commonWords, ...givenNames, ...familyNames]);
  const invented = [...surrogateGivenNames, ...surrogateFamilyNames, ...surrogateStreetNames];
  expect(invented.filter((name) => known.has(name))).toEqual([]);
  expect(new Set(invented).size).toBe(invented.length);
});

/** Draws by a plain hash of the label. */
function plainDraw(): Draw {
  const number = (label: string, below: number) => {
    let hash = 7;
    for (const character of label) hash = (hash * 31 + (character.codePointAt(0) ?? 0)) % 1_000_003;
    return hash % below;
  };
  const invented: ReadonlySet<string> = new Set([...surrogateGivenNames, ...surrogateFamilyNames]);
  return {
    number,
    numbers: (beginning) => (rest, below) => number(beginning + rest, below),
    namePart: (part, role) => {
      const names = role === "given" ? surrogateGivenNames : surrogateFamilyNames;
      return invented.has(part) || part.length === 1 ? part : (names[number(part, names.length)] ?? part);
    },
  };
}
