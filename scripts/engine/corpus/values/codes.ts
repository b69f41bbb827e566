import type { JsonObject } from "../../../../src/lib/json.ts";
import type { Draw } from "../draw.ts";
import { drawDigits, grouped, sayDigits } from "./numbers.ts";
import { type Scene, text, type ValueKind } from "./value.ts";

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
  if (scene.voice.digits && scene.draw.chance(0.5)) return scene.voice.lowerCase ? code.toLowerCase() : code;
  const dash = scene.draw.pick(["", "", " dash", " minus"]);
  return code
    .replace(/[A-Z]+|\d+|-/g, (part) => {
      if (part === "-") return dash;
      return ` ${/\d/.test(part) ? sayDigits(scene, part) : Array.from(part).join(" ")}`;
    })
    .trim();
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
  const parts = [local.slice(0, 3), local.slice(3, 6), local.slice(6)];
  if (scene.voice.digits) return parts.join(scene.draw.pick([" ", "-", ""]));
  return parts
    .map((part) => sayDigits(scene, part))
    .join(scene.voice.lowerCase ? " " : scene.draw.pick([" ", ", "]));
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
