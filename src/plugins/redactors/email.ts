import { emailForms } from "./reading/emails.ts";
import type { FoundEmail } from "./reading/written-emails.ts";
import type { Draw, Finding, Form, KnownValue, Redactor, SearchedText } from "./redactor.ts";

/**
 * E-mail addresses, written or spoken. A surrogate has names like the other surrogates of the call for its words and
 * stands at example.com, .net or .org, which belong to nobody.
 */
export const email: Redactor = {
  about: "e-mail addresses, written, spoken or spelled",
  entities: ["EMAIL_ADDRESS"],
  entityOf: ({ words }) =>
    words.some((word) => word === "email" || word === "mail" || word === "emailaddress") &&
    !/\b(?:sent|verified|type|opt|subject|body|template|consent)\b/.test(words.join(" "))
      ? "EMAIL_ADDRESS"
      : null,
  read: readEmail,
  find(text) {
    const forms = emailForms(text);
    return forms.length === 0 ? none : forms.map((form) => toFinding(form, 1));
  },
  findKnown: () => () => none,
  isSurrogate: ({ value }) => /@example\.(?:com|net|org)$/.test(value),
  surrogate: surrogateEmail,
};

const none: readonly Finding[] = [];

function readEmail(text: SearchedText): Form | null {
  const form = emailForms(text)[0];
  if (form === undefined) return null;
  const finding = toFinding(form, 1);
  return {
    ...finding,
    write: (surrogate) =>
      text.text.slice(0, form.start) + finding.write(surrogate) + text.text.slice(form.end),
  };
}

function toFinding(form: FoundEmail, score: number): Finding {
  return {
    entity: "EMAIL_ADDRESS",
    value: `${form.local}@${form.domain}`,
    score,
    start: form.start,
    end: form.end,
    write: form.write,
  };
}

const domains = ["example.com", "example.net", "example.org"];

/** Words become names, single letters initials, digits digits; what stands between them stays. */
function surrogateEmail({ value }: KnownValue, draw: Draw, attempt: number): string {
  const at = value.lastIndexOf("@");
  const local = value
    .slice(0, at)
    .replace(/[^._+\-\d]+|\d+/g, (piece, offset: number) => surrogatePiece(piece, offset, draw));
  const domain = domains[draw.number(`domain:${value.slice(at)}`, domains.length)] ?? "example.com";
  return `${local}${attempt === 0 ? "" : attempt}@${domain}`;
}

function surrogatePiece(piece: string, offset: number, draw: Draw): string {
  if (/^\d/.test(piece)) {
    return Array.from(piece, (_, index) => draw.number(`email:${piece}:${index}`, 10)).join("");
  }
  const name = draw.namePart(piece, offset === 0 && piece.length > 1 ? "given" : "family");
  return piece.length === 1 ? name.charAt(0) : name;
}
