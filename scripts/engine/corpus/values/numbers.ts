import { numberWords } from "../../../../src/samples/speech/numbers.ts";
import type { Draw } from "../draw.ts";
import { type Scene, text, type ValueKind } from "./value.ts";

export function sayNumber(scene: Scene, value: number): string {
  return scene.voice.digits ? String(value) : numberWords(value);
}

/** A whole number in these bounds; some tools want it as text. */
export function count(low: number, high: number): ValueKind {
  return (draw) => {
    const asText = draw.chance(0.06);
    return {
      schema: asText ? text : { type: draw.chance(0.85) ? "integer" : "number" },
      make(scene) {
        const value = scene.draw.chance(0.7)
          ? scene.draw.between(low, Math.min(high, 12))
          : scene.draw.between(low, high);
        const words = sayNumber(scene, value);
        return asText ? { value: words, words } : { value, words };
      },
    };
  };
}

/** Money: "twenty five dollars" is 25, "12.50" is 12.5. */
export const amount: ValueKind = () => ({
  schema: { type: "number" },
  make(scene) {
    const { draw } = scene;
    const whole = draw.chance(0.5) ? draw.between(1, 99) : draw.between(1, 90) * 10;
    const cents = draw.chance(0.25) ? draw.pick([5, 25, 50, 75, 90, 95, 99]) : 0;
    const currency = draw.say(["dollars", "dollars", "euros", "bucks", "pounds"]);
    if (cents === 0) return { value: whole, words: `${sayNumber(scene, whole)} ${currency}` };
    const value = whole + cents / 100;
    const spoken = `${numberWords(whole)} ${currency} and ${numberWords(cents)}${draw.pick([" cents", ""])}`;
    return { value, words: scene.voice.digits ? `$${value.toFixed(2)}` : spoken };
  },
});

/** Digits one by one as a caller says them: "five five oh one", "5501" or "55 01". */
export function sayDigits(scene: Scene, digits: string): string {
  const { draw, voice } = scene;
  if (voice.digits) return draw.chance(0.6) ? digits : grouped(digits, draw.between(2, 4), " ");
  const zero = draw.say(["zero", "oh"]);
  const words = Array.from(digits, (digit) => (digit === "0" ? zero : numberWords(Number(digit))));
  return draw.chance(0.25) ? withDoubles(words).join(" ") : words.join(" ");
}

function withDoubles(words: readonly string[]): string[] {
  const said: string[] = [];
  for (let at = 0; at < words.length; at += 1) {
    if (words[at] === words[at + 1]) {
      said.push("double");
      at += 1;
    }
    said.push(words[at] ?? "");
  }
  return said;
}

export function grouped(digits: string, size: number, between: string): string {
  return digits.match(new RegExp(`\\d{1,${size}}`, "g"))?.join(between) ?? digits;
}

export function drawDigits(draw: Draw, length: number): string {
  return Array.from({ length }, (_, at) => draw.between(at === 0 ? 1 : 0, 9)).join("");
}
