import { isIn, type PythonObject, type PythonType, type PythonValue, typeOf } from "./python-value.ts";

/** What BFCL's checks name their faults. */
export type BfclFault =
  | "simple_function_checker:wrong_count"
  | "simple_function_checker:wrong_func_name"
  | "simple_function_checker:missing_required"
  | "simple_function_checker:unexpected_param"
  | "simple_function_checker:missing_optional"
  | "multiple_function_checker:wrong_count"
  | "parallel_function_checker_no_order:wrong_count"
  | "parallel_function_checker_no_order:cannot_find_match"
  | "type_error:simple"
  | "type_error:nested"
  | "value_error:string"
  | "value_error:list/tuple"
  | "value_error:dict_key"
  | "value_error:dict_value"
  | "value_error:list_dict_count"
  | "value_error:others"
  | "dict_checker:unclear"
  | "list_dict_checker:unclear"
  | "ast_decoder:decoder_failed"
  | "ast_decoder:decoder_wrong_output_format"
  | "irrelevance_error:decoder_success"
  | "relevance_error:decoder_failed";

/** BFCL's own standard form: spaces and , . / - _ * ^ are gone, small letters, one kind of quotes. */
export function standardString(text: string): string {
  return text
    .replace(/[ ,./\-_*^]/g, "")
    .toLowerCase()
    .replaceAll("'", '"');
}

function standard(value: PythonValue): PythonValue {
  return typeof value === "string" ? standardString(value) : value;
}

/** The type of the first accepted value that doesn't mean "may be left out"; null where there is none. */
export function acceptedType(accepted: readonly PythonValue[]): PythonType | null {
  const first = accepted.find((value) => value !== "");
  return first === undefined ? null : typeOf(first);
}

export function stringFault(value: string, accepted: readonly PythonValue[]): BfclFault | null {
  const texts = accepted.filter((other) => typeof other === "string").map(standardString);
  return texts.includes(standardString(value)) ? null : "value_error:string";
}

/** In order, and only the outermost texts in their standard form. */
export function listFault(value: readonly PythonValue[], accepted: readonly PythonValue[]): BfclFault | null {
  const lists = accepted.map((other) => elementsOf(other).map(standard));
  return isIn(value.map(standard), lists) ? null : "value_error:list/tuple";
}

/** Flat: each key has its own accepted values. */
export function dictFault(value: PythonObject, accepted: readonly PythonValue[]): BfclFault | null {
  let fault: BfclFault | null = "dict_checker:unclear";
  for (const answer of accepted) {
    if (answer === "" || !(answer instanceof Map)) continue;
    fault = faultAgainst(value, answer);
    if (fault === null) return null;
  }
  return fault;
}

/** The fault that is found last stands, as the missing keys are looked for after the values. */
function faultAgainst(value: PythonObject, answer: PythonObject): BfclFault | null {
  let fault: BfclFault | null = null;
  for (const [key, given] of value) {
    const choices = answer.get(key);
    if (choices === undefined) fault = "value_error:dict_key";
    else if (!isIn(standard(given), elementsOf(choices).map(standard))) fault = "value_error:dict_value";
    if (fault !== null) break;
  }
  const isMissing = [...answer].some(([key, choices]) => !value.has(key) && !isIn("", elementsOf(choices)));
  return isMissing ? "value_error:dict_key" : fault;
}

/** As many dictionaries, in the same order. */
export function dictListFault(
  value: readonly PythonValue[],
  accepted: readonly PythonValue[],
): BfclFault | null {
  let fault: BfclFault | null = "list_dict_checker:unclear";
  for (const answer of accepted) {
    const wanted = elementsOf(answer);
    fault = wanted.length === value.length ? null : "value_error:list_dict_count";
    for (const [index, given] of value.entries()) {
      if (fault !== null) break;
      fault = given instanceof Map ? dictFault(given, [wanted[index] ?? null]) : "dict_checker:unclear";
    }
    if (fault === null) return null;
  }
  return fault;
}

/** A text is a list of its letters to Python. */
function elementsOf(value: PythonValue): readonly PythonValue[] {
  if (Array.isArray(value)) return value;
  return typeof value === "string" ? [...value] : [];
}
