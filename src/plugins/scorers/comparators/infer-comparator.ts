import type { JsonObject } from "../../../lib/json.ts";
import { isFreeTextName, wordsOfName } from "../../../lib/spoken/parameter-names.ts";
import type { ComparatorName } from "./index.ts";

/** A comparator and what it was chosen by; the report shows both, so that a wrong guess is seen and overruled. */
export interface ComparatorChoice {
  readonly comparator: ComparatorName;
  readonly because: "a rule" | "the enum" | "the type" | "the format" | "the name" | "nothing known";
}

const byFormat: ReadonlyMap<unknown, ComparatorName> = new Map<unknown, ComparatorName>([
  ["date", "date"],
  ["time", "time"],
  ["date-time", "date-time"],
  ["duration", "duration"],
  ["email", "email"],
  ["phone", "phone"],
  ["uuid", "id"],
  ["uri", "id"],
]);

/** The first group with a word of the parameter's name decides: `pickup_date` is a day, though `pickup` is a place. */
const byName: readonly (readonly [ComparatorName, ReadonlySet<string>])[] = [
  ["email", words("email mail")],
  ["phone", words("phone telephone mobile cellphone phonenumber tel fax callback callerid")],
  ["duration", words("duration length")],
  ["date", words("date day birthday dob birthdate")],
  ["time", words("time hour clock")],
  ["date-time", words("datetime timestamp when appointment slot")],
  [
    "code",
    words(
      "code zip zipcode postcode postal plate registration reference ref confirmation pin vin serial sku booking",
    ),
  ],
  ["address", words("address street location pickup dropoff destination origin")],
  ["number", words("amount price total cost fee budget quantity count size guests people age party balance")],
  [
    "person",
    words("name firstname lastname surname fullname person customer guest patient contact caller doctor"),
  ],
  [
    "item",
    words(
      "item items product dish drink topping toppings flavor flavour service treatment type category cuisine color",
    ),
  ],
];
/** Names of things; any other name may be a person's, and is compared letter by letter. */
const thingNames: ReadonlySet<string> = words(
  "item product dish drink service restaurant business company file plan menu movie film event song album hotel property " +
    "theater theatre venue city station airport airline brand model store shop place room list",
);
/** `number_of_days`, `num_guests`. */
const countingWords: ReadonlySet<string> = words("number num count");

/** What compares the values of the parameter at this path, by its schemas, else by its name. */
export function inferComparator(path: readonly string[], schemas: readonly JsonObject[]): ComparatorChoice {
  if (schemas.some((schema) => "enum" in schema || "const" in schema))
    return { comparator: "exact", because: "the enum" };
  const types = new Set(schemas.flatMap(({ type }) => type ?? []));
  if (types.has("boolean") && !types.has("string")) return { comparator: "exact", because: "the type" };
  if ((types.has("integer") || types.has("number")) && !types.has("string"))
    return { comparator: "number", because: "the type" };
  const known = schemas.map(({ format }) => byFormat.get(format)).find((name) => name !== undefined);
  if (known !== undefined) return { comparator: known, because: "the format" };
  return byItsName(path.at(-1) ?? "");
}

function byItsName(name: string): ComparatorChoice {
  const own = wordsOfName(name);
  if (isIdName(own)) return { comparator: "id", because: "the name" };
  if (isFreeTextName(name)) return { comparator: "text", because: "the name" };
  if (own.includes("name") && own.some((word) => thingNames.has(word)))
    return { comparator: "item", because: "the name" };
  if (countingWords.has(own[0] ?? "")) return { comparator: "number", because: "the name" };
  if (own.includes("date") && own.includes("time")) return { comparator: "date-time", because: "the name" };
  const group = byName.find(([, known]) => own.some((word) => known.has(word)));
  if (group === undefined && own.at(-1) === "number") return { comparator: "code", because: "the name" };
  return group === undefined
    ? { comparator: "plain", because: "nothing known" }
    : { comparator: group[0], because: "the name" };
}

/** `order_id`, `ids`, `uuid`; not `email_id`, which is an address in India. */
function isIdName(own: readonly string[]): boolean {
  const last = own.at(-1) ?? "";
  return /^(?:ids?|uuid|guid|sid|token|key)$/.test(last) && !own.includes("email");
}

function words(text: string): ReadonlySet<string> {
  return new Set(text.split(" "));
}
