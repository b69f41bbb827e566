import {
  acceptedType,
  type BfclFault,
  dictFault,
  dictListFault,
  listFault,
  stringFault,
} from "./bfcl-values.ts";
import { isIn, type PythonObject, type PythonType, type PythonValue, typeOf } from "./python-value.ts";

/** A function as BFCL describes it, and the accepted values of each of its parameters. */
export interface BfclExpectation {
  readonly name: string;
  readonly properties: PythonObject;
  readonly required: readonly PythonValue[];
  readonly accepted: PythonObject;
}

export interface BfclToolCall {
  readonly name: string;
  readonly arguments: PythonObject;
}

const typesByWord: Readonly<Record<string, PythonType>> = {
  string: "str",
  integer: "int",
  float: "float",
  boolean: "bool",
  array: "list",
  tuple: "list",
  dict: "dict",
  any: "str",
};

/** Why a function call is not the expected one; null where it is (BFCL's `simple_function_checker`, Python only). */
export function callFault(expected: BfclExpectation, given: BfclToolCall): BfclFault | null {
  if (given.name !== expected.name) return "simple_function_checker:wrong_func_name";
  if (expected.required.some((name) => !given.arguments.has(String(name))))
    return "simple_function_checker:missing_required";
  for (const [name, value] of given.arguments) {
    const fault = argumentFault(expected, name, value);
    if (fault !== null) return fault;
  }
  const left = [...expected.accepted].filter(([name]) => !given.arguments.has(name));
  return left.every(([, accepted]) => isIn("", listOf(accepted)))
    ? null
    : "simple_function_checker:missing_optional";
}

function argumentFault(
  { properties, accepted }: BfclExpectation,
  name: string,
  value: PythonValue,
): BfclFault | null {
  const [schema, choices] = [properties.get(name), accepted.get(name)];
  if (!(schema instanceof Map) || choices === undefined) return "simple_function_checker:unexpected_param";
  const word = String(schema.get("type"));
  const type = typesByWord[word];
  const items = schema.get("items");
  const isNested = word === "array" || word === "tuple";
  const inner = isNested && items instanceof Map ? typesByWord[String(items.get("type"))] : undefined;
  // Only here, and only from whole numbers.
  const cast = word === "float" && typeof value === "bigint" ? Number(value) : value;
  const found = checkType(cast, listOf(choices), { type, inner });
  if (typeof found === "string") return found;
  return valueFault(cast, listOf(choices), { type, inner, isVariable: found.isVariable });
}

interface WantedType {
  readonly type: PythonType | undefined;
  /** Of a list's elements. */
  readonly inner: PythonType | undefined;
}

/**
 * A value of another type than the schema's passes as a "variable" where the accepted values are of its type. A list whose
 * elements fit no accepted list is refused; an accepted value that is no list lets any list through.
 */
function checkType(
  value: PythonValue,
  accepted: readonly PythonValue[],
  { type, inner }: WantedType,
): { isVariable: boolean } | BfclFault {
  const known = acceptedType(accepted);
  if (typeOf(value) === type) {
    const isVariable = known !== null && known !== type;
    if (inner === undefined || !Array.isArray(value)) return { isVariable };
    const fits = accepted.some(
      (answer) =>
        !Array.isArray(answer) ||
        value.every(
          (element) => typeof checkType(element, answer, { type: inner, inner: undefined }) !== "string",
        ),
    );
    return fits ? { isVariable } : "type_error:nested";
  }
  return known !== null && typeOf(value) === known ? { isVariable: true } : "type_error:simple";
}

function valueFault(
  value: PythonValue,
  accepted: readonly PythonValue[],
  { type, inner, isVariable }: WantedType & { isVariable: boolean },
): BfclFault | null {
  if (!isVariable) {
    if (value instanceof Map && type === "dict") return dictFault(value, accepted);
    if (Array.isArray(value))
      return inner === "dict" ? dictListFault(value, accepted) : listFault(value, accepted);
    if (typeof value === "string") return stringFault(value, accepted);
  }
  return isIn(value, accepted) ? null : "value_error:others";
}

function listOf(value: PythonValue): readonly PythonValue[] {
  return Array.isArray(value) ? value : [];
}
