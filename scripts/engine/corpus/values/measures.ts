import { numberWords } from "../../../../src/samples/speech/numbers.ts";
import { sayNumber } from "./numbers.ts";
import { asHeard, text, type ValueKind } from "./value.ts";

export const age: ValueKind = () => ({
  schema: { type: "integer" },
  make(scene) {
    const value = scene.draw.chance(0.5) ? scene.draw.between(1, 17) : scene.draw.between(18, 90);
    return { value, words: sayNumber(scene, value) };
  },
});

/** "ten percent", "10%". */
export const percent: ValueKind = (draw) => ({
  schema: { type: draw.chance(0.6) ? "number" : "integer" },
  make(scene) {
    const value = scene.draw.chance(0.6) ? scene.draw.between(1, 20) * 5 : scene.draw.between(1, 99);
    if (scene.voice.digits) return { value, words: `${value}${scene.draw.pick(["%", " percent"])}` };
    return { value, words: `${numberWords(value)} percent` };
  },
});

/** "four", "four stars", "four out of five". */
export const rating: ValueKind = (draw) => {
  const most = draw.random.pick([5, 5, 5, 10, 10, 3, 6]);
  return {
    schema: { type: "integer", minimum: 1, maximum: most },
    make(scene) {
      const value = scene.draw.between(1, most);
      const said = sayNumber(scene, value);
      const ways = [said, said, `${said} ${value === 1 ? "star" : "stars"}`];
      ways.push(`${said} out of ${sayNumber(scene, most)}`, `${said} ${value === 1 ? "point" : "points"}`);
      return { value, words: scene.draw.random.pick(ways) };
    },
  };
};

const units = [
  ["kg", "kilos", "kilograms", "kg"],
  ["pounds", "pounds"],
  ["cm", "centimeters", "cm"],
  ["meters", "meters"],
  ["feet", "feet"],
  ["inches", "inches"],
  ["km", "kilometers"],
  ["miles", "miles"],
  ["liters", "liters"],
  ["square meters", "square meters"],
  ["square feet", "square feet"],
  ["degrees", "degrees"],
  ["tons", "tons"],
  ["gallons", "gallons"],
] as const;

/** A number with the unit that the schema names, or both as heard. */
export const measure: ValueKind = (draw) => {
  const [unit, ...ways] = draw.random.pick<readonly [string, ...string[]]>(units);
  const asText = draw.chance(0.25);
  return {
    schema: asText ? text : { type: "number", description: `in ${unit}` },
    make(scene) {
      const whole = scene.draw.chance(0.6) ? scene.draw.between(2, 40) : scene.draw.between(5, 40) * 10;
      const half = scene.draw.chance(0.12);
      const number = scene.voice.digits
        ? String(whole + (half ? 0.5 : 0))
        : `${numberWords(whole)}${half ? scene.draw.pick([" point five", " and a half"]) : ""}`;
      const words = `${number} ${scene.draw.random.pick(ways)}`;
      return asText ? asHeard(scene, words) : { value: whole + (half ? 0.5 : 0), words };
    },
  };
};
