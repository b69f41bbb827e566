import type { ValueSchema } from "./schema.ts";

/**
 * A schema's type in a word or two, so that the model knows how a value is to be written: "date" is YYYY-MM-DD, "time" is
 * HH:MM, "clock" is h:mm AM, "code BK-" begins with BK-. Taken from type, format, pattern and description only as far as
 * it is mechanical.
 */
export function typeWords(schema: ValueSchema): string {
  if (schema.kind === "list") return schema.items ? `list ${typeWords(schema.items)}` : "list";
  if (schema.kind !== "string") return schema.kind;
  const { format, pattern, description } = schema.raw;
  return (
    (typeof format === "string" ? wordsOfFormat[format] : undefined) ??
    (typeof pattern === "string" ? wordsOfPattern(pattern) : undefined) ??
    (typeof description === "string" ? wordsOfDescription(description) : undefined) ??
    "string"
  );
}

const wordsOfFormat: Readonly<Record<string, string>> = {
  date: "date",
  time: "time",
  "date-time": "date time",
  email: "email",
  uri: "url",
  url: "url",
  uuid: "id",
  phone: "phone",
  tel: "phone",
};

/** The first of these that a pattern accepts, while it refuses an ordinary word, names it. */
const probes: readonly (readonly [string, string])[] = [
  ["date", "2026-03-05"],
  ["time", "19:30"],
  ["clock", "7:30 PM"],
  ["clock", "07:30 PM"],
  ["phone", "+15550101234"],
  ["phone", "+15550101"],
  ["email", "anna@example.com"],
];

function wordsOfPattern(pattern: string): string | undefined {
  const accepts = compile(pattern);
  if (accepts === null || accepts.test("hello")) return undefined;
  const probe = probes.find(([, text]) => accepts.test(text));
  if (probe) return probe[0];
  const prefix = /^\^\(?(?:\?:)?([A-Za-z#]{1,6}-?)(?=[\\[(])/.exec(pattern)?.[1];
  if (prefix) return `code ${prefix}`;
  return ["4", "44172", "123456789", "4155550137", "4111111111111111"].some((text) => accepts.test(text))
    ? "digits"
    : "code";
}

function compile(pattern: string): RegExp | null {
  try {
    return new RegExp(pattern, "u");
  } catch {
    // A dialect that JavaScript doesn't speak; the type is just not made more exact.
    return null;
  }
}

const wordsOfDescriptions: readonly (readonly [RegExp, string])[] = [
  [/YYYY-MM-DD|ISO[ -]?8601 date/i, "date"],
  [/24[ -]?(?:h\b|hours?)|\bHH:MM\b(?! ?[AaPp][Mm])/, "time"],
  [/\b[ap]\.?m\.?\b|12[ -]?hours?/i, "clock"],
  [/E\.164|country code/i, "phone"],
];

function wordsOfDescription(description: string): string | undefined {
  return wordsOfDescriptions.find(([pattern]) => pattern.test(description))?.[1];
}
