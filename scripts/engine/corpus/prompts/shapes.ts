import type { Draw } from "../draw.ts";

/** What a system prompt is made of. */
interface PromptParts {
  readonly who: string;
  readonly rules: readonly string[];
  readonly facts: readonly string[];
  readonly prose: readonly string[];
  readonly day: string;
}

type Shape = (parts: PromptParts, draw: Draw) => string;

const bullets = (items: readonly string[], mark = "- ") => items.map((one) => mark + one).join("\n");
const numbered = (items: readonly string[]) => items.map((one, at) => `${at + 1}. ${one}`).join("\n");
const section = (title: string, body: string) => (body === "" ? [] : [`${title}\n${body}`]);
const tagged = (name: string, body: string) => (body === "" ? [] : [`<${name}>${body}</${name}>`]);

/** All in one paragraph, or a sentence a line; the day first or last. */
const plain: Shape = ({ who, rules, facts, prose, day }, draw) => {
  const parts = [who, ...prose, ...rules, ...facts];
  return (draw.chance(0.25) ? [day, ...parts] : [...parts, day]).join(draw.pick([" ", "\n", " ", "\n\n"]));
};

const listed: Shape = ({ who, rules, facts, prose, day }, draw) =>
  [who, ...prose, bullets([...rules, ...facts, day], draw.pick(["- ", "* ", "• "]))]
    .filter((part) => part !== "")
    .join("\n");

const headed: Shape = ({ who, rules, facts, prose, day }, draw) => {
  const mark = draw.pick(["# ", "## ", ""]);
  const end = mark === "" ? ":" : "";
  const title = (words: readonly string[]) => `${mark}${draw.pick(words)}${end}`;
  return [
    ...section(title(["Role", "Who you are", "Identity", "You"]), [who, ...prose].join(" ")),
    ...section(title(["Rules", "Style", "How you talk", "Guidelines", "Instructions"]), bullets(rules)),
    ...section(title(["Facts", "About us", "Good to know", "Business", "Knowledge"]), bullets(facts)),
    ...section(title(["Date", "Today", "Context", "Call"]), day),
  ].join("\n");
};

const inTags: Shape = ({ who, rules, facts, prose, day }) =>
  [
    ...tagged("role", [who, ...prose].join(" ")),
    ...tagged("rules", rules.join(" ")),
    ...tagged("facts", facts.join(" ")),
    ...tagged("date", day),
  ].join("\n");

const inNumbers: Shape = ({ who, rules, facts, prose, day }) =>
  [who, ...prose, numbered([...rules, ...facts]), day].filter((part) => part !== "").join("\n");

const inFields: Shape = ({ who, rules, facts, prose, day }, draw) =>
  [
    `${draw.pick(["Agent", "Task", "Persona"])}: ${[who, ...prose].join(" ")}`,
    ...(rules.length > 0 ? [`${draw.pick(["Style", "Manner", "Tone"])}: ${rules.join(" ")}`] : []),
    ...(facts.length > 0 ? [`${draw.pick(["Info", "Notes", "Facts"])}: ${facts.join(" ")}`] : []),
    day,
  ].join("\n");

/** What to know first, then who. */
const reversed: Shape = ({ who, rules, facts, prose, day }) =>
  [...facts, ...rules, ...prose, who, day].join(" ");

const dayInside: Shape = ({ who, rules, facts, prose, day }) =>
  [who, day, ...facts, ...prose, ...rules].join(" ");

const shapes: readonly Shape[] = [
  plain,
  plain,
  plain,
  plain,
  listed,
  headed,
  headed,
  inTags,
  inNumbers,
  inFields,
  reversed,
  dayInside,
];

export function shapePrompt(draw: Draw, parts: PromptParts): string {
  return draw.random.pick(shapes)(parts, draw);
}
