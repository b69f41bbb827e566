import { foreign, make } from "./elements.js";
import { addText } from "./visible.js";

const errorWords = {
  missing: "missing",
  extra: "not asked for",
  wrong_value: "wrong value",
  wrong_type: "wrong type",
  wrong_format: "wrong format",
  not_in_enum: "not in the list",
};
export const faultWords = {
  unknown_tool: "there is no such tool",
  arguments_not_json: "the arguments are not JSON",
  schema_invalid: "breaks the tool’s schema",
};

/** Expected against given, argument by argument; `wrong` is what the judge found. */
export function argumentTable(expected, given, wrong) {
  const [wanted, made] = [leavesOf(expected?.[1]), leavesOf(given?.[1])];
  if (wanted === null || made === null) return rawTexts(expected, given);
  const errors = new Map(wrong.map(([name, error, madeUp]) => [name, { error, madeUp }]));
  const isCompared = expected !== undefined && given !== undefined && expected[0] === given[0];
  const names = [...new Set([...wanted.keys(), ...made.keys(), ...errors.keys()])];
  if (names.length === 0) return make("p", "about", "without arguments");
  const head = make("tr", "", ...["Argument", "Expected", "Given"].map(columnHead));
  const rows = names.map((name) =>
    argumentRow(name, [wanted.get(name), made.get(name)], {
      error: errors.get(name),
      accepted: acceptedValues(expected, name),
      isCompared,
    }),
  );
  return make("table", "arguments", make("thead", "", head), make("tbody", "", ...rows));
}

/** Further right values; what is called like something every object has must not be found there. */
function acceptedValues(expected, name) {
  const accepted = expected?.[2] ?? {};
  return Object.hasOwn(accepted, name) ? accepted[name] : undefined;
}

function columnHead(words) {
  const head = make("th", "", words);
  head.scope = "col";
  return head;
}

function argumentRow(name, [wanted, made], { error, accepted, isCompared }) {
  const state = isCompared || error !== undefined ? stateOf(wanted, made, error) : "apart";
  const head = make("th", "", addText(document.createElement("bdi"), name));
  head.scope = "row";
  const note = noteOf(state, error);
  const also =
    accepted === undefined ? null : foreign("small", "also", `or ${accepted.map(shownValue).join(", ")}`);
  return make(
    "tr",
    state,
    head,
    make("td", "wanted", valueMark("ins", wanted), also),
    make("td", "made", valueMark(state === "wrong" ? "del" : "span", made), note),
  );
}

function stateOf(wanted, made, error) {
  if (error !== undefined) return "wrong";
  return wanted === made ? "same" : "alike";
}

function noteOf(state, error) {
  if (state === "same" || state === "apart") return null;
  if (state === "alike") return make("small", "note", "counts as the same");
  return make("small", "note", errorWords[error.error] + (error.madeUp ? ", made up: nobody said it" : ""));
}

function valueMark(tag, text) {
  return text === undefined ? make("span", "absent", "—") : foreign(tag, "code", text);
}

/** Values by parameter as reports name it, places in lists left out; null where it isn't a JSON object. */
function leavesOf(text) {
  if (text === undefined) return new Map();
  const value = parsed(text);
  if (typeof value !== "object" || value === null || Array.isArray(value)) return null;
  const leaves = new Map();
  addLeaves(value, "", leaves);
  return leaves;
}

function addLeaves(value, path, leaves) {
  const isList = Array.isArray(value);
  if (typeof value !== "object" || value === null || (path !== "" && Object.keys(value).length === 0)) {
    const before = leaves.get(path);
    leaves.set(path, before === undefined ? shownValue(value) : `${before}, ${shownValue(value)}`);
    return;
  }
  for (const [key, inner] of Object.entries(value))
    addLeaves(inner, isList ? path : joined(path, key), leaves);
}

function joined(path, key) {
  return path === "" ? key : `${path}.${key}`;
}

function shownValue(value) {
  return JSON.stringify(value);
}

function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    // Broken JSON is shown as it came.
    return undefined;
  }
}

function rawTexts(expected, given) {
  const sides = [
    ["Expected", expected],
    ["Given", given],
  ].filter(([, call]) => call !== undefined);
  return make(
    "div",
    "raw",
    ...sides.map(([words, call]) =>
      make("div", "", make("small", "note", words), foreign("pre", "code", call[1])),
    ),
  );
}
