import { canonicalJson, type Json, parseJson } from "../../../lib/json.ts";
import type { Place } from "../place.ts";
import type { Vocabulary } from "../vocabulary.ts";
import type { ListShape, ObjectShape } from "./shapes.ts";
import type { Planner, ValuePlan } from "./value-plan.ts";

const deepest = 8;
/** Beginnings of texts that are looked at side by side, and the tokens tried behind each. */
const width = 12;
const tokensTried = 6;
const mostTokens = 300;

/** Texts that patterns no machine is made for often ask for. */
const usualTexts = [
  "x",
  "X",
  "1",
  "a1",
  "A1",
  "ABC123",
  "Abcdef1!",
  "12345",
  "2026-01-01",
  "12:00",
  "::1",
  "x.y",
  "/",
];

interface Means {
  readonly planner: Planner;
  readonly vocabulary: Vocabulary;
}

/** The JSON of a short valid value, made without a model; null where none is found. */
export function minimalJson(means: Means, plan: ValuePlan, depth = 0): string | null {
  for (const json of candidates(means, plan, depth)) if (plan.accepts(json)) return json;
  return null;
}

function* candidates(means: Means, plan: ValuePlan, depth: number): Generator<string> {
  for (const sample of plan.samples) yield JSON.stringify(sample);
  for (const place of plan.places()) yield* shortMeanings(means.vocabulary, place);
  if (plan.takesText) yield* usualTexts.map((text) => JSON.stringify(text));
  if (depth >= deepest) return;
  for (const shape of plan.lists) {
    const list = minimalList(means, shape, depth);
    if (list !== null) yield list;
  }
  for (const shape of plan.objects) {
    const object = minimalObject(means, shape, depth);
    if (object !== null) yield object;
  }
}

interface Beginning {
  readonly place: Place<string>;
  readonly tokens: readonly number[];
}

/** Meanings of texts from short to long; of each length only a few are looked at. */
function* shortMeanings(vocabulary: Vocabulary, start: Place<string>): Generator<string> {
  let beginnings: readonly Beginning[] = [{ place: start, tokens: [] }];
  for (let length = 0; length <= mostTokens && beginnings.length > 0; length += 1) {
    for (const { place, tokens } of beginnings) {
      if (place.ends) yield* place.meanings(vocabulary.textOf(tokens).slice(1));
    }
    beginnings = spread(beginnings.flatMap(longer), width);
  }
}

function longer({ place, tokens }: Beginning): Beginning[] {
  return spread(place.tokens, tokensTried).flatMap((token) => {
    const next = place.after(token);
    return next === null ? [] : [{ place: next, tokens: [...tokens, token] }];
  });
}

/** A few of many, evenly taken. */
function spread<Element>(all: ArrayLike<Element>, count: number): Element[] {
  const step = Math.max(1, all.length / count);
  return Array.from(all).filter((_, index) => Math.floor(index / step) !== Math.floor((index - 1) / step));
}

function minimalList(means: Means, shape: ListShape, depth: number): string | null {
  const items: string[] = [];
  for (let index = 0; index < shape.least; index += 1) {
    const schema = shape.itemAt(index);
    if (schema === null) return null;
    const plan = means.planner([schema]);
    const fresh = shape.unique ? exceptFor(plan, items) : plan;
    const item = minimalJson(means, fresh, depth + 1);
    if (item === null) return null;
    items.push(item);
  }
  return `[${items.join(",")}]`;
}

function exceptFor(plan: ValuePlan, taken: readonly string[]): ValuePlan {
  const texts = new Set(taken.map(canonical));
  return { ...plan, accepts: (json) => !texts.has(canonical(json)) && plan.accepts(json) };
}

function canonical(json: string): string {
  const value: Json | undefined = parseJson(json);
  return canonicalJson(value ?? null);
}

function minimalObject(means: Means, shape: ObjectShape, depth: number): string | null {
  const keys = [...shape.required, ...shape.values.keys()];
  const fields = new Map<string, string>();
  for (const key of keys) {
    if (!shape.required.has(key) && fields.size >= shape.least) break;
    const schema = shape.values.get(key);
    const json = schema === undefined ? null : minimalJson(means, means.planner([schema]), depth + 1);
    if (json !== null) fields.set(key, json);
    else if (shape.required.has(key)) return null;
  }
  return `{${Array.from(fields, ([key, json]) => `${JSON.stringify(key)}:${json}`).join(",")}}`;
}
