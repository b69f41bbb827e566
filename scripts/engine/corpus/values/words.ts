import type { JsonObject } from "../../../../src/lib/json.ts";
import { houseNumberWords } from "../../../../src/samples/speech/numbers.ts";
import { capitalised, type Draw } from "../draw.ts";
import { cities, firstNames, lastNames, streetKinds, streetNames } from "../words/names.ts";
import { adjectives, bookables, choiceWords, clauses, goods, records } from "../words/things.ts";
import { asHeard, type Scene, text, type ValueKind } from "./value.ts";

export function drawFirstName(draw: Draw): string {
  return draw.chance(0.5) ? draw.pick(firstNames) : capitalised(draw.word(1, 3));
}

export function drawPerson(draw: Draw): string {
  const last = draw.chance(0.4) ? draw.pick(lastNames) : capitalised(draw.word(2, 3));
  return `${drawFirstName(draw)} ${last}`;
}

/** Names keep their capitals in the argument, however the recogniser wrote them; rare ones may be spelled. */
export function person(fullShare: number): ValueKind {
  return () => ({
    schema: text,
    make(scene) {
      const { draw } = scene;
      const value = draw.chance(fullShare) ? drawPerson(draw) : drawFirstName(draw);
      const last = value.split(" ").at(-1) ?? "";
      const spelled = Array.from(last.toLowerCase()).join(
        scene.voice.lowerCase ? " " : draw.pick([" ", "-"]),
      );
      if (!draw.chance(0.1)) return { value, words: value };
      const words = `${value}, ${draw.say(["that's", "spelled", "I spell it", "written"])} ${spelled}`;
      return { value, words };
    },
  });
}

/** Mail addresses, written or said with "at" and "dot". */
export const email: ValueKind = (draw) => ({
  schema: draw.chance(0.6) ? { type: "string", format: "email" } : text,
  make(scene) {
    const name = drawPerson(scene.draw).toLowerCase().split(" ");
    const host = scene.draw.chance(0.5)
      ? scene.draw.pick(["gmail", "outlook", "yahoo", "icloud"])
      : scene.draw.word(2, 2);
    const joint = scene.draw.pick([".", "_", ""]);
    const value = `${name.join(joint)}@${host}.${scene.draw.pick(["com", "com", "org", "net", "io"])}`;
    const spoken = value.replace(/@/g, " at ").replace(/\./g, " dot ").replace(/_/g, " underscore ");
    return { value, words: scene.voice.digits && scene.draw.chance(0.5) ? value : spoken };
  },
});

export function drawStreet(draw: Draw): { number: number; street: string } {
  const name = draw.chance(0.5) ? draw.pick(streetNames) : capitalised(draw.word(2, 2));
  return { number: draw.between(1, 999), street: `${name} ${draw.pick(streetKinds)}` };
}

/** House number in digits and the street in capitals, however they were heard. */
export const address: ValueKind = () => ({
  schema: text,
  make(scene) {
    const { number, street } = drawStreet(scene.draw);
    const said = scene.voice.digits ? String(number) : houseNumberWords(number);
    const flat = scene.draw.chance(0.12) ? scene.draw.between(1, 40) : 0;
    const tail = flat === 0 ? "" : ` apartment ${flat}`;
    return { value: `${number} ${street}${tail}`, words: `${said} ${street}${tail}` };
  },
});

export const street: ValueKind = () => ({
  schema: text,
  make(scene) {
    const value = drawStreet(scene.draw).street;
    return { value, words: value };
  },
});

export const city: ValueKind = () => ({
  schema: text,
  make(scene) {
    const value = scene.draw.chance(0.5) ? scene.draw.pick(cities) : capitalised(scene.draw.word(2, 3));
    return { value, words: value };
  },
});

/** A thing by its name, as heard: "large oak shelf". */
export const item: ValueKind = () => ({
  schema: text,
  make: (scene) => asHeard(scene, drawItem(scene.draw)),
});

export function drawItem(draw: Draw): string {
  const noun = draw.chance(0.3) ? draw.word(1, 3) : draw.pick(draw.chance(0.7) ? goods : bookables);
  return draw.chance(0.5) ? `${draw.pick(adjectives)} ${noun}` : noun;
}

/** A title or a proper name of made-up words. */
export const title: ValueKind = () => ({
  schema: text,
  make(scene) {
    const { draw } = scene;
    const words = draw.say(["{a}", "{a} {b}", "The {a}", "{a} of {b}", "{b} {a}", "{a} and {b}"], {
      a: capitalised(draw.chance(0.6) ? draw.word(2, 3) : draw.pick(goods)),
      b: capitalised(draw.chance(0.5) ? draw.word(1, 2) : draw.pick(adjectives)),
    });
    return { value: words, words };
  },
});

/** A remark in the caller's words. */
export const remark: ValueKind = () => ({
  schema: text,
  make: (scene) => asHeard(scene, drawClause(scene.draw)),
});

export function drawClause(draw: Draw): string {
  if (draw.chance(0.35)) return draw.pick(clauses);
  return draw.say(
    [
      "the {n} [is|seems|was] [broken|stuck|gone|too loud|wet|dirty|loose]",
      "the {n} [fell off|broke|leaks|rattles|went missing|is making noise]",
      "my {n} [doesn't work|is late|got lost|won't start|needs repair|keeps failing]",
      "[bring|leave|add|skip|pack] the {n}[| please| this time]",
      "[I need|we want|I'd like] a {n} [with it|as well|instead]",
      "[there is|I found] a {n} in the {m}",
      "no {n}",
      "the {n} [does not fit|hurts|is the wrong one|turned {m}]",
    ],
    { n: drawItem(draw), m: draw.pick(draw.chance(0.5) ? goods : records) },
  );
}

/** One of the choices that the schema lists; some are written as identifiers or in capitals. */
export const choice: ValueKind = (draw) => {
  const said = draw
    .some(choiceWords, draw.between(2, 6))
    .map((word) => (draw.chance(0.15) ? draw.word(1, 3) : word));
  const unique = [...new Set(said)];
  const style = draw.random.pick(["plain", "plain", "snake", "capital", "upper"] as const);
  const write = {
    plain: (words: string) => words,
    snake: (words: string) => words.replaceAll(" ", "_"),
    capital: capitalised,
    upper: (words: string) => words.replaceAll(" ", "_").toUpperCase(),
  }[style];
  return {
    schema: { type: "string", enum: unique.map(write) } satisfies JsonObject,
    make(scene: Scene) {
      const words = scene.draw.random.pick(unique);
      return { value: write(words), words };
    },
  };
};

/** Characters and words without meaning, to be copied as they stand. */
export const nonsense: ValueKind = () => ({
  schema: text,
  make(scene) {
    const words = Array.from({ length: scene.draw.between(1, 4) }, () => scene.draw.word(1, 3)).join(" ");
    return { value: words, words };
  },
});
