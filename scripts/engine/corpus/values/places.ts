import { houseNumberWords } from "../../../../src/samples/speech/numbers.ts";
import { capitalised, type Draw } from "../draw.ts";
import { cities, streetKinds, streetNames } from "../words/names.ts";
import { countries } from "../words/proper-names.ts";
import { sayNumber } from "./numbers.ts";
import { type Scene, text, type ValueKind } from "./value.ts";

export function drawStreet(draw: Draw): { number: number; street: string } {
  const name = draw.chance(0.5) ? draw.pick(streetNames) : capitalised(draw.word(2, 2));
  const side = draw.chance(0.05) ? `${draw.pick(["North", "South", "East", "West"])} ` : "";
  return { number: draw.between(1, 999), street: `${side}${name} ${draw.pick(streetKinds)}` };
}

/** House number in digits and the street in capitals, however they were heard. */
export const address: ValueKind = () => ({
  schema: text,
  make(scene) {
    const { draw } = scene;
    const { number, street } = drawStreet(draw);
    const said = scene.voice.digits ? String(number) : houseNumberWords(number);
    const extra = draw.chance(0.12) ? flatOf(scene) : { value: "", words: "" };
    const town = draw.chance(0.12) ? townOf(draw) : "";
    const lead = draw.chance(0.06) ? "number " : "";
    return {
      value: `${number} ${street}${extra.value}${town}`,
      words: `${lead}${said} ${street}${extra.words}${town}`,
    };
  },
});

/** "apartment 12" is said in words or digits and written in digits. */
function flatOf(scene: Scene): { value: string; words: string } {
  const { draw } = scene;
  const unit = draw.pick(["apartment", "apartment", "unit", "suite", "floor"]);
  const number = draw.between(1, 40);
  return { value: ` ${unit} ${number}`, words: ` ${unit} ${sayNumber(scene, number)}` };
}

function townOf(draw: Draw): string {
  return `${draw.random.pick([", ", " "])}${drawCity(draw)}`;
}

export const street: ValueKind = () => ({
  schema: text,
  make(scene) {
    const value = drawStreet(scene.draw).street;
    return { value, words: value };
  },
});

export function drawCity(draw: Draw): string {
  if (draw.chance(0.55)) return draw.pick(cities);
  const name = capitalised(draw.word(2, 3));
  if (!draw.chance(0.2)) return name;
  return draw.say(
    ["New {c}", "Port {c}", "Saint {c}", "{c} Bay", "{c} Falls", "{c} Springs", "North {c}", "Lake {c}"],
    {
      c: name,
    },
  );
}

export const city: ValueKind = () => ({
  schema: text,
  make(scene) {
    const value = drawCity(scene.draw);
    return { value, words: value };
  },
});

export const country: ValueKind = () => ({
  schema: text,
  make(scene) {
    const value = scene.draw.pick(countries);
    return { value, words: value };
  },
});

/** The number of a room, a table, a gate; a letter may follow where text is wanted. */
export const room: ValueKind = (draw) => {
  const whole = draw.chance(0.4);
  return {
    schema: whole ? { type: "integer" } : text,
    make(scene) {
      const number = scene.draw.chance(0.6) ? scene.draw.between(1, 30) : scene.draw.between(31, 480);
      const words = scene.voice.digits ? String(number) : houseNumberWords(number);
      if (whole) return { value: number, words };
      const letter = scene.draw.chance(0.15) ? scene.draw.pick(["A", "B", "C", "D"]) : "";
      const joint = scene.voice.digits ? "" : " ";
      return { value: `${number}${letter}`, words: letter === "" ? words : `${words}${joint}${letter}` };
    },
  };
};
