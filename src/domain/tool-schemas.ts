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
}

export interface SchemaFault {
  /** Keys and list places from the outside in; a missing or a forbidden key is its last. */
  readonly path: readonly string[];
  readonly keyword: string;
}

/** Gives the schemas of a tools array; equal schemas are compiled once for all arrays it is asked for. */
export type SchemaCompiler = (tools: readonly Tool[]) => ToolSchemas;

type Validator = ValidateFunction | null;

export function createSchemaCompiler(): SchemaCompiler {
  const byTools = new WeakMap<readonly Tool[], ToolSchemas>();
  const byText = new Map<string, Validator>();
  const validatorOf = (schema: JsonObject): Validator => {
    const text = JSON.stringify(schema);
    const known = byText.get(text);
    if (known !== undefined) return known;
    const fresh = compile(schema);
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

function schemasOf(tools: readonly Tool[], validatorOf: (schema: JsonObject) => Validator): ToolSchemas {
  const byName = new Map(tools.map((tool) => [tool.function.name, tool]));
  const validators = new Map<string, Validator>();
  const validatorNamed = (name: string): Validator => {
    const known = validators.get(name);
    if (known !== undefined) return known;
    const schema = byName.get(name)?.function.parameters;
    const fresh = schema === undefined ? null : validatorOf(schema);
    validators.set(name, fresh);
    return fresh;
  };
  return {
    known: tools.length > 0,
    tool: (name) => byName.get(name) ?? null,
    allows(name, toolArguments) {
      const validate = validatorNamed(name);
      return validate === null || validate(toolArguments) === true;
    },
    faultOf(name, toolArguments) {
      const validate = validatorNamed(name);
      if (validate === null || validate(toolArguments) === true) return null;
      const [first] = validate.errors ?? [];
      return first === undefined ? null : faultFrom(first);
    },
  };
}

function faultFrom({ instancePath, keyword, params }: ErrorObject): SchemaFault {
  const key: unknown = params["missingProperty"] ?? params["additionalProperty"];
  const path = instancePath
    .split("/")
    .slice(1)
    .map((part) => part.replaceAll("~1", "/").replaceAll("~0", "~"));
  return { path: typeof key === "string" ? [...path, key] : path, keyword };
}

/** Null for a schema that can't be compiled: providers accept more than validators do. */
function compile(schema: JsonObject): Validator {
  // Never with coercion or defaults: they change the arguments that are judged.
  const ajv = new Ajv({ strict: false, validateSchema: false, addUsedSchema: false, logger: false });
  formats.default(ajv);
  try {
    return ajv.compile(schema);
  } catch {
    return null;
  }
}
