import type { Json, JsonObject } from "../../../../src/lib/json.ts";
import type { Draw } from "../draw.ts";
import { choiceWords } from "../words/things.ts";
import { phone, postalCode } from "./codes.ts";
import { sayCount } from "./numbers.ts";
import { person } from "./persons.ts";
import { city, street } from "./places.ts";
import { asHeard, type Scene, text, type ValueKind } from "./value.ts";
import { drawItem, item, title } from "./words.ts";

export type Spell = (words: string) => string;

const shortChoices = choiceWords.filter((word) => !word.includes(" "));

/** Several things at once, each with its number and sometimes a kind: "two red lamps and a chair". */
export function itemList(draw: Draw, spell: Spell): ReturnType<ValueKind> {
  const nameKey = spell(draw.pick(["name", "item", "product", "title", "article", "item name", "dish"]));
  const countKey = spell(draw.pick(["quantity", "qty", "count", "amount", "number", "pieces"]));
  const kindKey = draw.chance(0.4)
    ? spell(draw.pick(["size", "color", "kind", "option", "style", "variant"]))
    : null;
  const kinds = draw.some(shortChoices, 4);
  const properties: Record<string, JsonObject> = { [nameKey]: text, [countKey]: { type: "integer" } };
  if (kindKey) properties[kindKey] = { type: "string", enum: kinds };
  return {
    schema: { type: "array", items: { type: "object", properties, required: [nameKey, countKey] } },
    make(scene) {
      const parts = Array.from({ length: scene.draw.between(1, 3) }, () => {
        const thing = asHeard(scene, drawItem(scene.draw));
        const many = scene.draw.chance(0.5) ? 1 : scene.draw.between(2, 12);
        const kind = kindKey && scene.draw.chance(0.7) ? scene.draw.random.pick(kinds) : null;
        const number =
          many === 1 && scene.draw.chance(0.6)
            ? scene.draw.pick(["a", "a", "a", "just one"])
            : sayCount(scene, many);
        const value: Record<string, Json> = { [nameKey]: thing.value, [countKey]: many };
        if (kindKey && kind) value[kindKey] = kind;
        return { value, words: [number, kind, thing.words].filter((word) => word !== null).join(" ") };
      });
      return {
        value: parts.map((part) => part.value),
        words: joinWords(
          scene,
          parts.map((part) => part.words),
        ),
      };
    },
  };
}

/** Several words: "oak, pine and steel". */
export function wordList(draw: Draw): ReturnType<ValueKind> {
  const choices = draw.chance(0.4) ? draw.some(choiceWords, draw.between(3, 6)) : null;
  const items: JsonObject = choices ? { type: "string", enum: choices } : text;
  return {
    schema: { type: "array", items },
    make(scene) {
      const drawOne = () => asHeard(scene, choices ? scene.draw.random.pick(choices) : drawItem(scene.draw));
      const one = [
        ...new Map(
          Array.from({ length: scene.draw.between(1, 3) }, drawOne).map((said) => [said.words, said]),
        ),
      ];
      const parts = one.map(([, said]) => said);
      return {
        value: parts.map((part) => part.value),
        words: joinWords(
          scene,
          parts.map((part) => part.words),
        ),
      };
    },
  };
}

/** An object of its own: an address, a person to call, a thing of a kind. */
export function nested(draw: Draw, spell: Spell): ReturnType<ValueKind> {
  const plans = [
    [
      ["street", street, ""],
      ["city", city, "in "],
      ["zip", postalCode, "zip "],
    ],
    [
      ["name", person(0.9), ""],
      ["phone", phone, "at "],
    ],
    [
      ["brand", title, "a "],
      ["model", item, ""],
    ],
    [
      ["title", title, ""],
      ["location", city, "in "],
    ],
  ] as const;
  const fields = draw.random
    .pick<readonly (readonly [string, ValueKind, string])[]>(plans)
    .map(([words, kind, lead]) => ({ key: spell(words), maker: kind(draw), lead }));
  return {
    schema: {
      type: "object",
      properties: Object.fromEntries(fields.map(({ key, maker }) => [key, maker.schema])),
      required: fields.map(({ key }) => key),
    },
    make(scene: Scene) {
      const said = fields.map(({ key, maker, lead }) => ({ key, lead, ...maker.make(scene) }));
      return {
        value: Object.fromEntries(said.map(({ key, value }) => [key, value])),
        words: said.map(({ lead, words }) => lead + words).join(" "),
      };
    },
  };
}

const lastJoints = [" and ", " and ", " and ", ", and ", " and also ", " plus ", " as well as ", ", then "];

function joinWords({ draw }: Scene, parts: readonly string[]): string {
  if (parts.length < 2) return parts.join("");
  const between = draw.chance(0.8) ? ", " : " and ";
  return `${parts.slice(0, -1).join(between)}${draw.random.pick(lastJoints)}${parts.at(-1)}`;
}
