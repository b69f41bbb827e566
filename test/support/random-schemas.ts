import fc from "fast-check";
import type { JsonObject } from "../../src/lib/json.ts";

const patterns = [
  "^\\d{5}$",
  "^\\+[1-9]\\d{7,14}$",
  "^([01]\\d|2[0-3]):[0-5]\\d$",
  "KD-\\d{2}",
  "a",
  "^(a|b)\\1$",
  "^(?=.*\\d)[a-z0-9]{2,8}$",
  "^\\S+@\\S+$",
  "^[äöü]{2}$",
  "\\-",
  "x$|^y",
];
const formats = ["date", "time", "date-time", "email", "uuid", "ipv4", "ipv6", "uri", "regex", "made-up"];
const names = [
  "date",
  "dateOfBirth",
  "date_of_birth",
  "a_b",
  "aB",
  "1",
  "0",
  "__proto__",
  "größe",
  "名前",
  "x",
  "",
];
const words = [
  "a",
  "ab",
  "abc",
  "a b",
  "Ä",
  "名前",
  "",
  "null",
  "1",
  "true",
  "New York",
  "New York City",
  "😀",
];

const count = fc.nat(6);
const number = fc.oneof(fc.integer({ min: -20, max: 200 }), fc.constantFrom(0.5, 1.25, -3.75));
const optional = <Value>(arbitrary: fc.Arbitrary<Value>) => fc.option(arbitrary, { nil: undefined, freq: 2 });

/** A record without the keys that are undefined. */
function schema(fields: Readonly<Record<string, fc.Arbitrary<unknown>>>): fc.Arbitrary<JsonObject> {
  return fc.record(fields).map((record) => JSON.parse(JSON.stringify(record)) as JsonObject);
}

const text = schema({
  type: fc.constantFrom<unknown>("string", ["string", "null"], ["string", "integer"]),
  minLength: optional(count),
  maxLength: optional(fc.nat(30)),
  pattern: optional(fc.constantFrom(...patterns)),
  format: optional(fc.constantFrom(...formats)),
  default: optional(fc.constant("x")),
});
const numeric = schema({
  type: fc.constantFrom("integer", "number"),
  minimum: optional(number),
  maximum: optional(number),
  exclusiveMinimum: optional(number),
  exclusiveMaximum: optional(number),
  multipleOf: optional(fc.constantFrom(1, 2, 7, 0.5, 0.01, 0.3)),
});
const choice = schema({
  enum: fc.uniqueArray(
    fc.oneof(
      fc.constantFrom<unknown>(...words),
      fc.constantFrom<unknown>(1, 2.5, true, null, { a: 1 }, [1, "a"], []),
    ),
    { minLength: 1, maxLength: 8, selector: (value) => JSON.stringify(value) },
  ),
  type: optional(fc.constant("string")),
});
const simple = fc.oneof(
  text,
  numeric,
  choice,
  schema({ type: fc.constantFrom("boolean", "null") }),
  schema({ const: fc.constantFrom<unknown>("x", 3, null, { b: [true] }) }),
  fc.constant<JsonObject>({}),
);
const reference = fc.constantFrom<JsonObject>(
  { $ref: "#/$defs/tree" },
  { $ref: "#/$defs/phone", description: "a phone" },
  { $ref: "#" },
  { $ref: "#/properties/x" },
);

const { any } = fc.letrec<{ any: JsonObject; object: JsonObject; list: JsonObject; mixed: JsonObject }>(
  (tie) => ({
    any: fc.oneof(
      { depthSize: "small", withCrossShrink: true },
      simple,
      tie("object"),
      tie("list"),
      tie("mixed"),
      reference,
    ),
    object: objectOf(tie("any")),
    list: schema({
      type: fc.constant("array"),
      items: optional(tie("any")),
      prefixItems: optional(fc.array(tie("any"), { minLength: 1, maxLength: 2 })),
      minItems: optional(fc.nat(3)),
      maxItems: optional(fc.nat(4)),
      uniqueItems: optional(fc.boolean()),
      contains: optional(fc.constant({ const: "a" })),
    }),
    mixed: fc.oneof(
      schema({ anyOf: fc.array(tie("any"), { minLength: 1, maxLength: 3 }) }),
      schema({
        oneOf: fc.array(tie("any"), { minLength: 1, maxLength: 3 }),
        nullable: optional(fc.constant(true)),
      }),
      schema({
        allOf: fc.array(tie("any"), { minLength: 1, maxLength: 2 }),
        type: optional(fc.constant("string")),
      }),
      schema({ not: tie("any"), type: optional(fc.constant("string")) }),
    ),
  }),
);

function objectOf(inner: fc.Arbitrary<JsonObject>): fc.Arbitrary<JsonObject> {
  return schema({
    type: optional(fc.constant("object")),
    properties: optional(
      fc.dictionary(fc.constantFrom(...names), inner, { maxKeys: 4, noNullPrototype: true }),
    ),
    required: optional(fc.uniqueArray(fc.constantFrom(...names), { maxLength: 2 })),
    additionalProperties: optional(fc.oneof(fc.boolean(), inner)),
    minProperties: optional(fc.nat(3)),
    maxProperties: optional(fc.nat(5)),
    dependentRequired: optional(fc.constant({ x: ["date"] })),
    if: optional(fc.constant({ required: ["date"] })),
    // biome-ignore lint/suspicious/noThenProperty: the keyword's name
    then: optional(fc.constant({ required: ["x"] })),
  });
}

/** Parameters of tools, from plain to impossible. */
export const randomParameters: fc.Arbitrary<JsonObject> = objectOf(any).map((parameters) => ({
  ...parameters,
  type: "object",
  $defs: {
    tree: {
      type: "object",
      properties: { x: { type: "integer" }, children: { type: "array", items: { $ref: "#/$defs/tree" } } },
    },
    phone: { type: "string", pattern: "^\\+\\d{3,9}$" },
  },
}));
