import { parseEnv } from "node:util";

/** By variable: its new value, or null to take its lines out. */
export type EnvChanges = Readonly<Record<string, string | null>>;

/** Variables of an .env file's text, as Node reads them; of one that stands there twice, the last. */
export function readEnvText(text: string): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(parseEnv(text.startsWith(byteOrderMark) ? text.slice(3) : text)) as [string, string][],
  );
}

/**
 * The text with these variables set: in the place, the quotes and the line ends they have, or at the end. Every other
 * character stays. Null where the text is so broken that the readers of .env files would not agree on the outcome.
 * `text` holds one character a byte (`latin1`), so that bytes of any encoding survive.
 */
export function setInEnvText(text: string, changes: EnvChanges): string | null {
  let edited = text;
  for (const [name, value] of Object.entries(changes))
    edited = value === null ? withoutVariable(edited, name) : withVariable(edited, name, value);
  return isAsMeant(text, edited, changes) && !openColon.test(edited) ? edited : null;
}

/** `NAME:` with nothing behind it: dotenv takes the next line for its value, Node 24 doesn't. */
const openColon = /^[ \t]*(?:export[ \t]+)?[\w.-]+:[ \t]*$/m;

/** As Latin-1 shows UTF-8's. */
const byteOrderMark = "\u00ef\u00bb\u00bf";

/**
 * `export NAME = "value" # remark`, with dotenv's rules: quoted values go on over line ends; a quote that is never closed,
 * or that more text follows, is a character like others.
 */
const assignment =
  /^(?:\u00ef\u00bb\u00bf)?[ \t]*(?:export[ \t]+)?([\w.-]+)[ \t]*=[ \t]*((?:'(?:\\'|[^'])*'|"(?:\\"|[^"])*"|`(?:\\`|[^`])*`)(?=[ \t]*(?:#.*)?$)|[^#\r\n]*)/gm;

/** Where a variable and its value stand. */
interface Assignment {
  readonly name: string;
  /** Of the name's line. */
  readonly start: number;
  readonly valueStart: number;
  readonly valueEnd: number;
}

function assignmentsIn(text: string): Assignment[] {
  return [...text.matchAll(assignment)].map((match) => {
    const [whole, name = "", raw = ""] = match;
    const value = raw.replace(/[ \t]+$/, "");
    // An empty value stands right behind the sign: a shell wants no space there.
    const offset = value === "" ? whole.indexOf("=") + 1 : whole.length - raw.length;
    const valueStart = match.index + offset;
    return { name, start: match.index, valueStart, valueEnd: valueStart + value.length };
  });
}

function withVariable(text: string, name: string, value: string): string {
  const place = assignmentsIn(text).findLast((found) => found.name === name);
  if (place === undefined) return appended(text, `${name}=${quoted(value, "")}`);
  const { valueStart, valueEnd } = place;
  const written = quoted(value, text.slice(valueStart, valueEnd));
  const gap = text[valueEnd] === "#" ? " " : "";
  return `${text.slice(0, valueStart)}${written}${gap}${text.slice(valueEnd)}`;
}

function withoutVariable(text: string, name: string): string {
  let rest = text;
  for (const { start, valueEnd } of assignmentsIn(text)
    .filter((found) => found.name === name)
    .reverse()) {
    const end = /\r?\n|\r|$/.exec(rest.slice(valueEnd));
    rest = rest.slice(0, start) + rest.slice(valueEnd + (end?.index ?? 0) + (end?.[0].length ?? 0));
  }
  return rest;
}

function appended(text: string, line: string): string {
  const windows = text.split("\r\n").length > text.split("\n").length / 2 && text.includes("\r\n");
  const lineEnd = windows ? "\r\n" : "\n";
  const isOpen = text !== "" && text !== byteOrderMark && !text.endsWith("\n");
  return `${text}${isOpen ? lineEnd : ""}${line}${lineEnd}`;
}

/** In the quotes that were there; without any only where no reader needs them. */
function quoted(value: string, before: string): string {
  const [quote = ""] = before;
  const wasQuoted = before.length > 1 && before.endsWith(quote) && `"'\``.includes(quote);
  if (wasQuoted && !value.includes(quote)) return `${quote}${value}${quote}`;
  if (!/[\s#"'`\\$]/.test(value)) return value;
  return value.includes('"') ? `'${value}'` : `"${value}"`;
}

/** Held against both readers in use: Node's own, and dotenv's rules as they stand above. */
function isAsMeant(before: string, after: string, changes: EnvChanges): boolean {
  return [readEnvText, readByPlaces].every((read) => {
    const [old, fresh] = [read(before), read(after)];
    const names = new Set([...old.keys(), ...fresh.keys(), ...Object.keys(changes)]);
    return [...names].every((name) => {
      const wanted = Object.hasOwn(changes, name) ? (changes[name] ?? undefined) : old.get(name);
      return fresh.get(name) === wanted;
    });
  });
}

function readByPlaces(text: string): ReadonlyMap<string, string> {
  return new Map(
    assignmentsIn(text).map(({ name, valueStart, valueEnd }) => [
      name,
      text.slice(valueStart, valueEnd).replace(/^(["'`])([\s\S]*)\1$/, "$2"),
    ]),
  );
}
