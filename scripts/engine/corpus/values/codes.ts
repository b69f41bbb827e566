import type { JsonObject } from "../../../../src/lib/json.ts";
import { numberWords } from "../../../../src/samples/speech/numbers.ts";
import type { Draw } from "../draw.ts";
import { drawDigits, grouped, sayDigits } from "./numbers.ts";
import { type Scene, text, type ValueKind } from "./value.ts";
import { drawHost, plainPerson } from "./words.ts";

const letters = "ABCDEFGHJKLMNPQRSTUVWXYZ";

function drawLetters(draw: Draw, length: number): string {
  return Array.from({ length }, () => letters[draw.random.below(letters.length)]).join("");
}

/** How one tool's ids look. */
export interface CodeShape {
  readonly prefix: string;
  readonly dash: "" | "-";
  readonly digits: number;
  readonly suffix: number;
}

export function drawCodeShape(draw: Draw): CodeShape {
  const plain = draw.chance(0.35);
  return {
    prefix: plain ? "" : drawLetters(draw, draw.between(1, 3)),
    dash: !plain && draw.chance(0.5) ? "-" : "",
    digits: draw.between(plain ? 4 : 2, plain ? 8 : 6),
    suffix: !plain && draw.chance(0.15) ? draw.between(1, 2) : 0,
  };
}

export function drawCode(draw: Draw, shape: CodeShape): string {
  return shape.prefix + shape.dash + drawDigits(draw, shape.digits) + drawLetters(draw, shape.suffix);
}

export function codeSchema(draw: Draw, shape: CodeShape): JsonObject {
  if (draw.chance(0.5)) return text;
  const suffix = shape.suffix > 0 ? `[A-Z]{${shape.suffix}}` : "";
  return { type: "string", pattern: `^${shape.prefix}${shape.dash}\\d{${shape.digits}}${suffix}$` };
}

/** An id read out: letters one by one, the dash mostly left out. */
export function sayCode(scene: Scene, code: string): string {
  const { draw, voice } = scene;
  if (voice.digits && draw.chance(0.5)) return voice.lowerCase ? code.toLowerCase() : code;
  const dash = draw.pick(["", "", "", " dash", " minus", " hyphen"]);
  const sayLetters = draw.random.pick([
    plainly,
    plainly,
    plainly,
    plainly,
    alphabetically,
    withExamples,
    together,
  ]);
  return code
    .replace(/[A-Z]+|\d+|-/g, (part) => {
      if (part === "-") return dash;
      return ` ${/\d/.test(part) ? sayDigits(scene, part) : sayLetters(Array.from(part))}`;
    })
    .trim();
}

function plainly(letters: readonly string[]): string {
  return letters.join(" ");
}

function together(letters: readonly string[]): string {
  return letters.join("");
}

const spellingAlphabet =
  `alpha bravo charlie delta echo foxtrot golf hotel india juliet kilo lima mike november oscar papa quebec romeo sierra tango
uniform victor whiskey xray yankee zulu`.split(/\s+/);
const commonExamples =
  `apple boy cat dog easy fox george harry ink john king larry mary nancy orange peter queen robert sam tom uncle vincent water xray
young zebra`.split(/\s+/);

function wordFor(letter: string, words: readonly string[]): string {
  return words[letter.charCodeAt(0) - 65] ?? letter;
}

function alphabetically(letters: readonly string[]): string {
  return letters.map((letter) => wordFor(letter, spellingAlphabet)).join(" ");
}

/** Which words explain a letter goes by the letter, so that one caller keeps to one alphabet. */
function withExamples(letters: readonly string[]): string {
  const words = (letters[0] ?? "A") < "M" ? spellingAlphabet : commonExamples;
  return letters.map((letter) => `${letter} as in ${wordFor(letter, words)}`).join(" ");
}

/** Where the type shows the prefix, callers may leave it out; without a pattern there is no dash to guess. */
export const code: ValueKind = (draw) => {
  const drawn = drawCodeShape(draw);
  const schema = codeSchema(draw, drawn);
  const strict = schema !== text;
  const shape: CodeShape = strict ? drawn : { ...drawn, dash: "" };
  return {
    schema,
    make(scene) {
      const value = drawCode(scene.draw, shape);
      const bare =
        strict && scene.draw.chance(0.25) ? value.slice(shape.prefix.length + shape.dash.length) : value;
      return { value, words: sayCode(scene, bare) };
    },
  };
};

/** So many digits, wanted without gaps. */
export function digits(length: number): ValueKind {
  return (draw) => ({
    schema: draw.chance(0.5) ? { type: "string", pattern: `^\\d{${length}}$` } : text,
    make(scene) {
      const value = drawDigits(scene.draw, length);
      return { value, words: sayDigits(scene, value) };
    },
  });
}

/** Telephone numbers: with country code where the type says phone, else the digits alone. */
export const phone: ValueKind = (draw) => {
  const international = draw.chance(0.5);
  const schemas: JsonObject[] = [
    { type: "string", pattern: "^\\+[1-9]\\d{6,14}$" },
    { type: "string", format: "phone" },
    { type: "string", description: "E.164" },
  ];
  return {
    schema: international ? draw.pick(schemas) : text,
    make(scene) {
      const local = drawDigits(scene.draw, 3) + drawDigits(scene.draw, 7);
      const words = sayPhone(scene, local);
      if (!international) return { value: local, words };
      if (scene.draw.chance(0.8)) return { value: `+1${local}`, words };
      const country = scene.draw.pick(["44", "49", "33", "61", "91", "353"]);
      return {
        value: `+${country}${local}`,
        words: `${scene.draw.pick(["plus ", "+"])}${sayDigits(scene, country)} ${words}`,
      };
    },
  };
};

function sayPhone(scene: Scene, local: string): string {
  const { draw, voice } = scene;
  const [area, middle, line] = [local.slice(0, 3), local.slice(3, 6), local.slice(6)];
  if (voice.digits) {
    if (draw.chance(0.12)) return `(${area}) ${middle}-${line}`;
    return [area, middle, line].join(draw.pick([" ", "-", "", "."]));
  }
  const lead = draw.chance(0.06) ? "area code " : "";
  const then = draw.pick(["", "", "", "then "]);
  const pause = voice.lowerCase ? " " : draw.pick([" ", ", ", ", ", "... "]);
  return `${lead}${[area, middle].map((part) => sayDigits(scene, part)).join(pause)}${pause}${then}${sayDigits(scene, line)}`;
}

/** Postal codes and the like, as spoken or written. */
export const postalCode: ValueKind = digits(5);

export const cardNumber: ValueKind = (draw) => ({
  schema: draw.chance(0.5) ? { type: "string", pattern: "^\\d{16}$" } : text,
  make(scene) {
    const value = drawDigits(scene.draw, 16);
    return { value, words: scene.voice.digits ? grouped(value, 4, " ") : sayDigits(scene, value) };
  },
});

/** Number plates, kept in capitals without gaps. */
export const plate: ValueKind = (draw) => {
  const shapes = ["LLLDDDD", "DLLLDDD", "LLDDLLL", "LDDDLLL", "LLDDDD", "LLLDDD", "DDDLLL"];
  const shape = draw.random.pick(shapes);
  return {
    schema: text,
    make(scene) {
      const value = Array.from(shape, (kind) =>
        kind === "L" ? drawLetters(scene.draw, 1) : drawDigits(scene.draw, 1),
      ).join("");
      return { value, words: sayCode(scene, value) };
    },
  };
};

/** Names that people log in with: small letters, digits and signs without gaps. */
export const userName: ValueKind = () => ({
  schema: text,
  make(scene) {
    const { draw } = scene;
    const [first = "", last = ""] = plainPerson(draw);
    const joint = draw.pick([".", "_", "", "-"]);
    const number = draw.chance(0.5) ? draw.between(2, 99) : null;
    const name = draw.random.pick([[first, last], [last, first], [draw.word(2, 3)], [first]]);
    const value = `${name.join(joint)}${number ?? ""}`;
    return { value, words: scene.voice.digits && draw.chance(0.5) ? value : saySigns(scene, value) };
  },
});

export const webAddress: ValueKind = () => ({
  schema: text,
  make(scene) {
    const lead = scene.draw.chance(0.2) ? "www." : "";
    const value = `${lead}${drawHost(scene.draw)}`;
    return { value, words: scene.voice.digits && scene.draw.chance(0.5) ? value : saySigns(scene, value) };
  },
});

function saySigns(scene: Scene, value: string): string {
  return value
    .replace(/\./g, " dot ")
    .replace(/_/g, " underscore ")
    .replace(/-/g, " dash ")
    .replace(/\d+/g, (digits) => ` ${scene.voice.digits ? digits : numberWords(Number(digits))}`);
}
