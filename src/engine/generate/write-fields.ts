import { type Json, parseJson } from "../../lib/json.ts";
import { encodeFields } from "../text/values.ts";
import { type Desk, mark } from "./desk.ts";
import { type Keys, keyPlace, keysAt } from "./keys.ts";
import { type Field, type FieldsOrder, objectJson, type ValueWriter } from "./orders.ts";
import { minimalJson } from "./schema/minimal-value.ts";
import { writeText } from "./write-text.ts";

/** Writes `<argument> key <value> value` as long as the model goes on; null where no valid object can be made. */
export async function writeFields(
  desk: Desk,
  order: FieldsOrder,
  writeValue: ValueWriter,
): Promise<string | null> {
  const { pen } = desk;
  const fields: Field[] = [];
  const progress = { fields, refused: new Set<string>(), writeValue };
  let valid: { readonly length: number; readonly json: string } | null = null;
  for (;;) {
    const json = objectJson(fields);
    const complete = order.accepts(json);
    if (complete) {
      valid = { length: pen.written.length, json };
      order.settle?.(fields);
    }
    const step = await nextStep(desk, order, { ...progress, complete });
    if (step === "end") return json;
    if (step === "dead end") break;
    if (step !== "refused") fields.push(step);
  }
  if (valid === null) return null;
  pen.rewind(valid.length);
  return valid.json;
}

type Step = Field | "end" | "refused" | "dead end";

/** Another field, or the end where the object is complete and the model wants it. */
async function nextStep(
  desk: Desk,
  order: FieldsOrder,
  progress: Progress & { readonly complete: boolean },
): Promise<Step> {
  const argument = mark(desk, "<argument>");
  const { open } = keysAt(order, progress.fields, progress.refused);
  const next = [...(progress.complete ? order.terminators : []), ...(open ? [argument] : [])];
  if (next.length === 0) return "dead end";
  return (await desk.pen.decide([next])) === argument ? writeField(desk, order, progress) : "end";
}

interface Progress {
  readonly fields: readonly Field[];
  /** Keys for which no value was found; grows. */
  readonly refused: Set<string>;
  readonly writeValue: ValueWriter;
}

/** One more field; a key without a value is refused from now on, which is a dead end where it is required. */
async function writeField(desk: Desk, order: FieldsOrder, progress: Progress): Promise<Exclude<Step, "end">> {
  const { fields, refused } = progress;
  const { pen } = desk;
  const begin = pen.written.length;
  pen.write(mark(desk, "<argument>"));
  const keys = keysAt(order, fields, refused);
  const start = keyPlace(desk.vocabulary, keys);
  const value = mark(desk, "<value>");
  const key = start && (await writeText(desk, { start, followers: [value], accepts: () => true }));
  if (key === null) return "dead end";
  pen.write(value);
  const json = await writeFieldValue(desk, order, { ...progress, keys, key });
  if (json !== null) return { key, json };
  pen.rewind(begin);
  refused.add(key);
  return keys.isRequired(key) ? "dead end" : "refused";
}

async function writeFieldValue(
  desk: Desk,
  order: FieldsOrder,
  { keys, key, writeValue }: Progress & { readonly keys: Keys; readonly key: string },
): Promise<string | null> {
  const { planner, depth } = order;
  const plan = planner(keys.schemasOf(key));
  const then = keys.behind(key);
  const followers = [
    ...(then.ends ? order.terminators : []),
    ...(then.open ? [mark(desk, "<argument>")] : []),
  ];
  if (followers.length === 0) return null;
  const json = await writeValue(desk, { planner, plan, followers, depth });
  if (json !== null || !desk.insists || !keys.isRequired(key)) return json;
  const invented = minimalJson({ planner, vocabulary: desk.vocabulary }, plan);
  if (invented !== null) desk.pen.write(...valueTokens(desk, parseJson(invented) ?? null));
  return invented;
}

function valueTokens({ vocabulary }: Desk, value: Json): number[] {
  const field = encodeFields(vocabulary.tokenizer, { value });
  return field.slice(field.indexOf(vocabulary.tokenizer.special("<value>")) + 1);
}
