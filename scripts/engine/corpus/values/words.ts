import { capitalised, type Draw } from "../draw.ts";
import { carMakes, carModels } from "../words/proper-names.ts";
import { adjectives, bookables, clauses, goods, records } from "../words/things.ts";
import { drawPerson } from "./persons.ts";
import { asHeard, text, type ValueKind } from "./value.ts";

export { drawFirstName, drawPerson, person } from "./persons.ts";

/** Mail addresses, written or said with "at" and "dot". */
export const email: ValueKind = (draw) => ({
  schema: draw.chance(0.6) ? { type: "string", format: "email" } : text,
  make(scene) {
    const value = `${drawMailbox(scene.draw)}@${drawHost(scene.draw)}`;
    const spoken = value
      .replace(/@/g, " at ")
      .replace(/\./g, " dot ")
      .replace(/_/g, " underscore ")
      .replace(/-/g, scene.draw.pick([" dash ", " hyphen "]));
    return { value, words: scene.voice.digits && scene.draw.chance(0.5) ? value : spoken };
  },
});

function drawMailbox(draw: Draw): string {
  const [first = "", last = ""] = plainPerson(draw);
  const joint = draw.pick([".", ".", "_", "", "-"]);
  const kind = draw.random.next();
  if (kind < 0.6) return first + joint + last;
  if (kind < 0.7) return first.charAt(0) + joint + last;
  if (kind < 0.8) return first + draw.between(2, 99);
  return kind < 0.9
    ? draw.pick(["info", "office", "hello", "mail", "contact", "team"])
    : `${last}${joint}${first}`;
}

/** First and last name in letters that a mail address may have. */
export function plainPerson(draw: Draw): string[] {
  const name = drawPerson(draw).normalize("NFKD").toLowerCase().split(" ");
  return [name[0] ?? "", name.at(-1) ?? ""].map((part) => part.replace(/[^a-z]/g, ""));
}

export function drawHost(draw: Draw): string {
  const host = draw.chance(0.45)
    ? draw.pick([
        "gmail",
        "outlook",
        "yahoo",
        "icloud",
        "hotmail",
        "proton",
        "gmx",
        "aol",
        "fastmail",
        "live",
      ])
    : draw.word(2, 2);
  const own = draw.chance(0.1) ? `${host}-${draw.word(1, 2)}` : host;
  return `${own}.${draw.pick(["com", "com", "com", "org", "net", "io", "co.uk", "de", "ca", "fr", "edu", "biz"])}`;
}

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
    const words = draw.say(
      [
        "{a}",
        "{a} {b}",
        "The {a}",
        "{a} of {b}",
        "{b} {a}",
        "{a} and {b}",
        "{a} in {b}",
        "The {b} {a}",
        "My {a}",
        "{a} or {b}",
      ],
      {
        a: capitalised(draw.chance(0.6) ? draw.word(2, 3) : draw.pick(goods)),
        b: capitalised(draw.chance(0.5) ? draw.word(1, 2) : draw.pick(adjectives)),
      },
    );
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

/** "Toyota Corolla", "old Volvo Kangoo", "2014 Drask". */
export const vehicle: ValueKind = () => ({
  schema: text,
  make(scene) {
    const { draw } = scene;
    const make = draw.chance(0.75) ? draw.pick(carMakes) : capitalised(draw.word(2, 2));
    const value = draw.chance(0.65) ? `${make} ${draw.pick(carModels)}` : make;
    return { value, words: value };
  },
});

/** Characters and words without meaning, to be copied as they stand. */
export const nonsense: ValueKind = () => ({
  schema: text,
  make(scene) {
    const words = Array.from({ length: scene.draw.between(1, 4) }, () => scene.draw.word(1, 3)).join(" ");
    return { value: words, words };
  },
});
