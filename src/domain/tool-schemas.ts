import { Ajv, type ErrorObject, type ValidateFunction } from "ajv";
import formats from "ajv-formats";
import type { JsonObject } from "../lib/json.ts";
import type { Tool } from "./tool.ts";

/** The tools of a call by name, with their schemas compiled when first asked. */
export interface ToolSchemas {
  /** False where nothing is known of the tools, so that no name is wrong. */
  readonly known: boolean;
  tool(name: string): Tool | null;
  /** True where the schema is broken itself or absent: it forbids nothing then. */
  allows(name: string, toolArguments: JsonObject): boolean;
  /** Where and by which keyword the arguments break the schema first; null where they don't. */
  faultOf(name: string, toolArguments: JsonObject): SchemaFault | null;
  /** Every fault, where one isn't enough to know. */
  faultsOf(name: string, toolArguments: JsonObject): readonly SchemaFault[];
}

export interface SchemaFault {
  /** Keys and list places from the outside in; a missing or a forbidden key is its last. */
  readonly path: readonly string[];
  readonly keyword: string;
}

/** Gives the schemas of a tools array; equal schemas are compiled once for all arrays it is asked for. */
export type SchemaCompiler = (tools: readonly Tool[]) => ToolSchemas;

type Validator = ValidateFunction | null;

/** Whether a validator stops at the first fault, which is quicker. */
type Thoroughness = "first" | "all";
type ValidatorOf = (schema: JsonObject, faults: Thoroughness) => Validator;

export function createSchemaCompiler(): SchemaCompiler {
  const byTools = new WeakMap<readonly Tool[], ToolSchemas>();
  const byText = new Map<string, Validator>();
  const validatorOf: ValidatorOf = (schema, faults) => {
    const text = `${faults} ${JSON.stringify(schema)}`;
    const known = byText.get(text);
    if (known !== undefined) return known;
    const fresh = compile(schema, faults);
    byText.set(text, fresh);
    return fresh;
  };
  return (tools) => {
    const known = byTools.get(tools);
    if (known !== undefined) return known;
    const fresh = schemasOf(tools, validatorOf);
    byTools.set(tools, fresh);
    return fresh;
  };
}

function schemasOf(tools: readonly Tool[], validatorOf: ValidatorOf): ToolSchemas {
  const byName = new Map(tools.map((tool) => [tool.function.name, tool]));
  const first = validatorsByName(byName, (schema) => validatorOf(schema, "first"));
  const all = validatorsByName(byName, (schema) => validatorOf(schema, "all"));
  return {
    known: tools.length > 0,
    tool: (name) => byName.get(name) ?? null,
    allows: (name, toolArguments) => errorsOf(first(name), toolArguments).length === 0,
    faultOf(name, toolArguments) {
      const [error] = errorsOf(first(name), toolArguments);
      return error === undefined ? null : faultFrom(error);
    },
    faultsOf: (name, toolArguments) => errorsOf(all(name), toolArguments).map(faultFrom),
  };
}

function validatorsByName(
  byName: ReadonlyMap<string, Tool>,
  validatorOf: (schema: JsonObject) => Validator,
): (name: string) => Validator {
  const validators = new Map<string, Validator>();
  return (name) => {
    const known = validators.get(name);
    if (known !== undefined) return known;
    const schema = byName.get(name)?.function.parameters;
    const fresh = schema === undefined ? null : validatorOf(schema);
    validators.set(name, fresh);
    return fresh;
  };
}

function errorsOf(validate: Validator, toolArguments: JsonObject): readonly ErrorObject[] {
  if (validate === null) return [];
  try {
    return validate(toolArguments) === true ? [] : (validate.errors ?? []);
  } catch {
    return [incomparable];
  }
}

/** Ajv's comparison calls `toString` and `valueOf` of an object, which a model may have written as keys of its own: equal to nothing. */
const incomparable: ErrorObject = { instancePath: "", schemaPath: "", keyword: "enum", params: {} };

function faultFrom({ instancePath, keyword, params }: ErrorObject): SchemaFault {
  const key: unknown = params["missingProperty"] ?? params["additionalProperty"];
  const path = instancePath
    .split("/")
    .slice(1)
    .map((part) => part.replaceAll("~1", "/").replaceAll("~0", "~"));
  return { path: typeof key === "string" ? [...path, key] : path, keyword };
}

/** Null for a schema that can't be compiled: providers accept more than validators do. */
function compile(schema: JsonObject, faults: Thoroughness): Validator {
  // Never with coercion or defaults: they change the arguments that are judged.
  const allErrors = faults === "all";
  const ajv = new Ajv({
    strict: false,
    validateSchema: false,
    addUsedSchema: false,
    logger: false,
    allErrors,
  });
  formats.default(ajv);
  try {
    return ajv.compile(schema);
  } catch {
    return null;
  }
}
