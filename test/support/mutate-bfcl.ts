import { type Random, seededRandom } from "../../src/lib/seeded-random.ts";
import type { RawToolCall } from "../../src/plugins/scorers/bfcl/bfcl-rules.ts";
import {
  type PythonObject,
  type PythonValue,
  parsePython,
  writePython,
} from "../../src/plugins/scorers/bfcl/python-value.ts";

interface MadeCall {
  name: string;
  arguments: PythonValue;
}

/** How many mutated replies to each case test/fixtures/bfcl-verdicts.json has verdicts on. */
export const repliesPerCase = 8;

/** Replies to a case of BFCL's, right and wrong in all ways that its rules look at; the same each time. */
export function mutatedReplies(id: string, possibleAnswer: string | null): RawToolCall[][] {
  const random = seededRandom(`bfcl ${id}`);
  const truth = parsePython(possibleAnswer ?? "[]");
  const answers = (Array.isArray(truth) ? truth : []).map(asMap);
  return Array.from({ length: repliesPerCase }, () => {
    const calls = answers.map((answer) => rightCall(answer, random));
    if (answers.length === 0 && random.chance(0.5)) calls.push({ name: "anything", arguments: new Map() });
    for (let change = random.below(3); change > 0; change -= 1) mutateReply(calls, random);
    return calls.map((made) => ({ name: made.name, arguments: textOf(made.arguments, random) }));
  });
}

function rightCall(answer: PythonObject, random: Random): MadeCall {
  const [name = "", parameters] = [...answer][0] ?? [];
  const given: PythonObject = new Map();
  for (const [parameter, accepted] of asMap(parameters)) {
    const choices = listOf(accepted);
    if (choices.length === 0 || (choices.includes("") && random.chance(0.5))) continue;
    given.set(parameter, concrete(random.pick(choices), random));
  }
  return { name: random.chance(0.97) ? name.replaceAll(".", "_") : name, arguments: given };
}

/** In dictionaries each key has its accepted values. */
function concrete(value: PythonValue, random: Random): PythonValue {
  if (Array.isArray(value)) return value.map((one) => (one instanceof Map ? concrete(one, random) : one));
  if (!(value instanceof Map)) return value;
  const chosen: PythonObject = new Map();
  for (const [key, accepted] of value) {
    const choices = listOf(accepted);
    if (choices.includes("") && random.chance(0.5)) continue;
    chosen.set(key, choices.length === 0 ? accepted : random.pick(choices));
  }
  return chosen;
}

function mutateReply(calls: MadeCall[], random: Random): void {
  const kind = random.below(20);
  const at = calls.length === 0 ? 0 : random.below(calls.length);
  const made = calls[at];
  if (made === undefined) return;
  if (kind === 0) calls.splice(at, 1);
  else if (kind === 1) calls.push({ name: made.name, arguments: made.arguments });
  else if (kind === 2) calls.reverse();
  else if (kind === 3)
    made.name = random.pick([made.name.toUpperCase(), `${made.name}_v2`, made.name.slice(1)]);
  else if (kind === 4) made.arguments = random.pick<PythonValue>([[], "text", null, 5n]);
  else if (kind === 5 && calls.length > 1) swapArguments(made, calls[(at + 1) % calls.length]);
  else if (made.arguments instanceof Map) mutateArguments(made.arguments, random);
}

function swapArguments(one: MadeCall, other: MadeCall | undefined): void {
  if (other === undefined) return;
  [one.arguments, other.arguments] = [other.arguments, one.arguments];
}

function mutateArguments(given: PythonObject, random: Random): void {
  const keys = [...given.keys()];
  if (random.chance(0.1) || keys.length === 0) {
    given.set(random.pick(["extra", "unit", "format"]), random.pick<PythonValue>(["", "x", 1n, true]));
    return;
  }
  const key = random.pick(keys);
  if (random.chance(0.15)) given.delete(key);
  else given.set(key, mutateValue(given.get(key) ?? null, random));
}

function mutateValue(value: PythonValue, random: Random): PythonValue {
  if (random.chance(0.08))
    return random.pick<PythonValue>([null, "", " - ", true, 0n, 1n, 1.0, [], new Map()]);
  if (typeof value === "string") return mutateText(value, random);
  if (typeof value === "bigint")
    return random.pick<PythonValue>([Number(value), value + 1n, -value, String(value)]);
  if (typeof value === "number") return mutateFloat(value, random);
  if (typeof value === "boolean")
    return random.pick<PythonValue>([!value, value ? 1n : 0n, String(value), value ? "True" : ""]);
  if (Array.isArray(value)) return mutateList(value, random);
  if (value instanceof Map) return mutateMap(value, random);
  return "None";
}

function mutateText(text: string, random: Random): PythonValue {
  const at = random.below(Math.max(1, text.length));
  return random.pick<PythonValue>([
    text.toUpperCase(),
    text.replaceAll(" ", ""),
    `${text}.`,
    ` ${text.replaceAll(" ", "-")}`,
    text.replaceAll("'", '"'),
    text.slice(0, at) + text.slice(at + 1),
    `${text.slice(0, at)}x${text.slice(at)}`,
    text.replaceAll(",", ";"),
    [text],
    5n,
  ]);
}

function mutateFloat(value: number, random: Random): PythonValue {
  const whole = Number.isInteger(value) ? BigInt(value) : value;
  return random.pick<PythonValue>([whole, value + 0.5, -value, String(value), value * 1.0000001]);
}

function mutateList(list: readonly PythonValue[], random: Random): PythonValue {
  const changed = [...list];
  const at = random.below(Math.max(1, list.length));
  const kind = random.below(6);
  if (kind === 0) return changed.reverse();
  if (kind === 1) changed.splice(at, 1);
  else if (kind === 2) changed.push(changed[at] ?? "more");
  else if (kind === 3) return String(writePython(changed));
  else if (list.length > 0) changed[at] = mutateValue(changed[at] ?? null, random);
  return changed;
}

function mutateMap(map: PythonObject, random: Random): PythonValue {
  const changed: PythonObject = new Map(map);
  mutateArguments(changed, random);
  return random.chance(0.1) ? [changed] : changed;
}

function textOf(value: PythonValue, random: Random): string {
  const text = writePython(value);
  return random.chance(0.015) ? text.slice(0, -1) : text;
}

function asMap(value: PythonValue | undefined): PythonObject {
  return value instanceof Map ? value : new Map();
}

function listOf(value: PythonValue): readonly PythonValue[] {
  return Array.isArray(value) ? value : [];
}
