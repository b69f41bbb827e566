import { capitalised, type Draw } from "../draw.ts";
import { cities, firstNames, joinedLastNames, lastNames } from "../words/names.ts";
import { animalNames, groupWords, projectWords, vesselWords } from "../words/proper-names.ts";
import { goods } from "../words/things.ts";
import { type Said, type Scene, text, type ValueKind } from "./value.ts";

export function drawFirstName(draw: Draw): string {
  const name = draw.chance(0.55) ? draw.pick(firstNames) : capitalised(draw.word(1, 3));
  if (!draw.chance(0.04)) return name;
  return `${name}${draw.pick(["-", " "])}${draw.pick(firstNames)}`;
}

export function drawLastName(draw: Draw): string {
  const kind = draw.random.next();
  if (kind < 0.05) return draw.pick(joinedLastNames);
  const last = draw.chance(0.45) ? draw.pick(lastNames) : capitalised(draw.word(2, 3));
  return kind < 0.1 ? `${last}-${draw.pick(lastNames)}` : last;
}

export function drawPerson(draw: Draw): string {
  const middle = draw.chance(0.04) ? ` ${draw.pick(initials)}` : "";
  return `${drawFirstName(draw)}${middle} ${drawLastName(draw)}`;
}

const initials = Array.from("ABCDEFGHJKLMNOPRSTVW");

/** Names keep their capitals in the argument, however the recogniser wrote them; rare ones may be spelled. */
export function person(fullShare: number): ValueKind {
  return () => ({
    schema: text,
    make(scene) {
      const { draw } = scene;
      if (fullShare > 0.5 && draw.chance(0.04))
        return named(scene, `${drawTitle(scene, courtesyTitles)} ${drawLastName(draw)}`);
      if (!draw.chance(fullShare)) return named(scene, drawFirstName(draw));
      const [first, last] = [drawFirstName(draw), drawLastName(draw)];
      const value = `${first} ${last}`;
      if (draw.chance(0.04)) return { value, words: draw.say(partsInWords, { f: first, l: last }) };
      return named(scene, draw.chance(0.1) ? drawPerson(draw) : value);
    },
  });
}

const partsInWords = [
  "first name {f}, last name {l}",
  "last name {l}, first name {f}",
  "{f}, last name {l}",
  "{f} and the last name is {l}",
  "{f}, surname {l}",
  "first name {f}, surname {l}",
  "surname {l}, first name {f}",
  "family name {l}, given name {f}",
];

/** People of a business: often a title and the last name, which is how the argument has it too. */
export const staffMember: ValueKind = () => ({
  schema: text,
  make(scene) {
    const { draw } = scene;
    const kind = draw.random.next();
    if (kind < 0.3) return named(scene, `${drawTitle(scene, staffTitles)} ${drawLastName(draw)}`);
    return named(scene, kind < 0.7 ? drawFirstName(draw) : drawPerson(draw));
  },
});

const courtesyTitles = ["Mr", "Mrs", "Ms"];
const staffTitles = ["Dr", "Dr", "Dr", "Mr", "Mrs", "Ms", "Professor"];

/** With the full stop only where the recogniser writes one. */
function drawTitle(scene: Scene, titles: readonly string[]): string {
  const title = scene.draw.random.pick(titles);
  return scene.voice.lowerCase || title.length > 3 || scene.draw.chance(0.5) ? title : `${title}.`;
}

export const firstName: ValueKind = person(0.2);

function named(scene: Scene, value: string): Said {
  const { draw } = scene;
  if (!draw.chance(0.12)) return { value, words: value, spelling: spelled(scene, lastPart(value)) };
  const lead = draw.say(spellingLeads);
  return { value, words: `${value}, ${lead} ${spelled(scene, lastPart(value))}` };
}

const spellingLeads = [
  "that's",
  "spelled",
  "I spell it",
  "written",
  "spelt",
  "[and |]that's spelled",
  "you spell that",
  "[that's |]with",
  "which is",
  "letter by letter that's",
];

function lastPart(name: string): string {
  return name.split(" ").at(-1) ?? "";
}

/** "t a double r y", "T-A-R-R-Y", "t as in tango, a …". */
function spelled(scene: Scene, name: string): string {
  const { draw, voice } = scene;
  const letters = Array.from(name.toLowerCase().replace(/[^\p{L}]/gu, ""));
  if (draw.chance(0.2)) return joinedDoubles(letters).join(" ");
  if (letters.length < 6 && draw.chance(0.15)) {
    const link = draw.pick(["as in", "as in", "for", "like"]);
    return letters
      .map((letter) => `${letter} ${link} ${exampleOf(letter)}`)
      .join(voice.lowerCase ? " " : ", ");
  }
  if (voice.lowerCase) return letters.join(" ");
  return draw.chance(0.3) ? letters.join("-").toUpperCase() : letters.join(draw.pick([" ", "-", ", "]));
}

function joinedDoubles(letters: readonly string[]): string[] {
  const said: string[] = [];
  for (let at = 0; at < letters.length; at += 1) {
    const double = letters[at] === letters[at + 1];
    said.push(double ? `double ${letters[at]}` : (letters[at] ?? ""));
    if (double) at += 1;
  }
  return said;
}

const examples =
  `apple boy charlie dog easy fox george house india john king lemon mother nancy orange peter queen robert sugar tom uncle
victor william xray yellow zebra`.split(/\s+/);

function exampleOf(letter: string): string {
  return examples.find((word) => word.startsWith(letter)) ?? letter;
}

/** Proper names that are no person's keep their capitals as well. */
function properName(drawName: (draw: Draw) => string): ValueKind {
  return () => ({
    schema: text,
    make(scene) {
      const value = drawName(scene.draw);
      return { value, words: value };
    },
  });
}

export const animalName: ValueKind = properName((draw) => {
  const kind = draw.random.next();
  if (kind < 0.35) return draw.pick(animalNames);
  if (kind < 0.5) return draw.pick(firstNames);
  if (kind < 0.6)
    return `${draw.pick(["Lady", "Little", "Lord", "Miss", "Old", "Sir", "King", "Queen"])} ${drawFirstName(draw)}`;
  return kind < 0.7 ? capitalised(draw.pick(goods)) : capitalised(draw.word(1, 3));
});

export const vesselName: ValueKind = properName((draw) =>
  draw.say(
    [
      "{a} {b}",
      "The {a} {b}",
      "{a} {n}",
      "{n}",
      "{m}",
      "{a}",
      "{a} of {c}",
      "{n} {i}",
      "{b} {m}",
      "{b} House",
      "{n}'s {b}",
    ],
    {
      a: draw.pick(vesselWords),
      b: draw.pick(vesselWords),
      n: draw.pick(firstNames),
      m: capitalised(draw.word(2, 3)),
      c: draw.pick(cities),
      i: String(draw.between(2, 9)),
    },
  ),
);

export const groupName: ValueKind = properName((draw) =>
  draw.say(
    [
      "{c} {g}",
      "The {g}",
      "{a} {g}",
      "The {a} {g}",
      "{l} and Sons",
      "{l} and {k}",
      "{l} [Group|Brothers|Partners|Logistics|Foods|Industries|Media|Design|Works|Consulting|Labs]",
      "{m}",
      "{m} [Group|Systems|Foods|Partners|Club|Studio|United]",
      "{a} {m}",
      "Team {m}",
      "Team {c}",
      "{m} {g}",
    ],
    {
      c: draw.pick(cities),
      g: draw.pick(groupWords),
      a: draw.pick(vesselWords),
      l: drawLastName(draw),
      k: drawLastName(draw),
      m: capitalised(draw.word(2, 3)),
    },
  ),
);

export const projectName: ValueKind = properName((draw) =>
  draw.say(
    [
      "{a} {p}",
      "{m} {p}",
      "{p} {i}",
      "{c} {p}",
      "{m}",
      "Project {m}",
      "{n}'s {p}",
      "{a} and {b}",
      "{a} {b}",
      "{p} of {c}",
    ],
    {
      a: draw.pick(vesselWords),
      b: draw.pick(vesselWords),
      p: draw.pick(projectWords),
      m: capitalised(draw.word(2, 3)),
      c: draw.pick(cities),
      n: draw.pick(firstNames),
      i: String(draw.between(2, 12)),
    },
  ),
);
