import { Ajv, type ErrorObject, type ValidateFunction } from "ajv";
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import type { JsonObject } from "../../lib/json.ts";
import { shown } from "./faults.ts";

/** How a value breaks its schema, without the value; null where it doesn't. */
export type SchemaCheck = (value: JsonObject) => string | null;

/**
 * Compiles a tool's parameters once, however often they come: first by identity, for examples of one build share their
 * tools, then by text, for a file repeats them in every row. Null where the schema itself is broken. More than `most`
 * schemas mean that they change from row to row; all are forgotten then.
 */
export function schemaChecks(most = 2000): (parameters: JsonObject) => SchemaCheck | null {
  let byIdentity = new WeakMap<JsonObject, SchemaCheck | null>();
  let byText = new Map<string, SchemaCheck | null>();
  let compile = compiler();
  return (parameters) => {
    const known = byIdentity.get(parameters);
    if (known !== undefined) return known;
    if (byText.size >= most) {
      byIdentity = new WeakMap();
      byText = new Map();
      compile = compiler();
    }
    const text = JSON.stringify(parameters);
    const before = byText.get(text);
    const check = before === undefined ? compile(parameters) : before;
    byText.set(text, check);
    byIdentity.set(parameters, check);
    return check;
  };
}

function compiler(): (parameters: JsonObject) => SchemaCheck | null {
  const options = { strict: false, logger: false, addUsedSchema: false } as const;
  const draft7 = new Ajv(options);
  const draft2020 = new Ajv2020(options);
  addFormats.default(draft7);
  addFormats.default(draft2020);
  return ({ $schema, $id: _, ...schema }) => {
    const ajv = String($schema).includes("2020-12") ? draft2020 : draft7;
    try {
      return checkWith(ajv.compile(schema));
    } catch {
      // A schema that can't be compiled can't be broken either; the caller warns of it.
      return null;
    }
  };
}

const mismatch = "does not match";

function checkWith(validate: ValidateFunction): SchemaCheck {
  return (value) => {
    try {
      if (validate(value)) return null;
    } catch {
      // Ajv's comparison calls `toString` of an object, which may be a key of its own: equal to nothing.
      return mismatch;
    }
    const [first] = validate.errors ?? [];
    return first === undefined ? mismatch : describe(first);
  };
}

function describe({ instancePath, message, params }: ErrorObject): string {
  const field = instancePath === "" ? "the arguments" : shown(instancePath.slice(1).replaceAll("/", "."));
  const extra: unknown = params["additionalProperty"];
  const name = typeof extra === "string" ? ` (${shown(extra)})` : "";
  return `${field} ${message ?? "do not match"}${name}`;
}
