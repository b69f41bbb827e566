import { Ajv, type ValidateFunction } from "ajv";
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { UsageError } from "../../../lib/errors.ts";
import { isJsonObject, type Json, type JsonObject } from "../../../lib/json.ts";
import { tidySchema } from "./tidy-schema.ts";

/** Says which values are valid against a schema or a part of it. */
export interface SchemaJudge {
  /** The schema as it was compiled; pointers lead into this one. */
  readonly root: JsonObject;
  /** `pointer` is a JSON pointer into the schema, as a URI fragment without its `#`; "" is the whole. */
  accepts(pointer: string, value: unknown): boolean;
}

export interface SchemaJudges {
  /** @throws UsageError for what no validator can read; `owner` says whose schema it is */
  judgeOf(schema: JsonObject, owner: string): SchemaJudge;
}

/** Schemas inside a schema; validators of more take seconds to compile. Values of an enum don't count. */
const mostParts = 1_500;

/**
 * Judges by ajv and ajv-formats. Patterns are read with the `u` flag and, where that fails, without; keywords of a wrong
 * type are left out where the schema doesn't compile with them.
 */
export function createSchemaJudges(): SchemaJudges {
  const compilers = [compilerWith({ unicodeRegExp: true }), compilerWith({ unicodeRegExp: false })];
  const options = [(schema: JsonObject) => schema, tidySchema];
  return {
    judgeOf({ $schema, $id: _, ...schema }, owner) {
      if (partsOf(schema) > mostParts) {
        throw new UsageError(`the parameters of ${owner} have more than ${mostParts} schemas inside`);
      }
      let fault: unknown;
      for (const change of options)
        for (const compile of compilers) {
          const root = change(schema);
          try {
            return compile(root, String($schema));
          } catch (error) {
            // The next, more patient compiler may read it.
            fault = error;
          }
        }
      throw new UsageError(`the parameters of ${owner} are no valid JSON Schema`, { cause: fault });
    },
  };
}

function partsOf(value: Json): number {
  if (Array.isArray(value)) return value.reduce((sum: number, one: Json) => sum + partsOf(one), 0);
  if (!isJsonObject(value)) return 0;
  return Object.values(value).reduce((sum: number, one) => sum + partsOf(one), 1);
}

function compilerWith(flags: { readonly unicodeRegExp: boolean }) {
  const settings = { strict: false, logger: false, validateSchema: false, ...flags } as const;
  const draft7 = new Ajv(settings);
  const draft2020 = new Ajv2020(settings);
  addFormats.default(draft7);
  addFormats.default(draft2020);
  let count = 0;
  return (root: JsonObject, dialect: string): SchemaJudge => {
    const ajv = dialect.includes("2020-12") ? draft2020 : draft7;
    const id = `schema-${count}`;
    count += 1;
    ajv.addSchema(root, id);
    try {
      return judgeWith(ajv, id, root);
    } catch (error) {
      ajv.removeSchema(id);
      throw error;
    }
  };
}

function judgeWith(ajv: Ajv | Ajv2020, id: string, root: JsonObject): SchemaJudge {
  const parts = new Map<string, ValidateFunction | undefined>([["", ajv.getSchema(id)]]);
  return {
    root,
    accepts(pointer, value) {
      if (!parts.has(pointer)) parts.set(pointer, partOf(ajv, `${id}#${pointer}`));
      return judge(parts.get(pointer), value);
    },
  };
}

/** A part that doesn't compile by itself is judged with the whole. */
function partOf(ajv: Ajv | Ajv2020, reference: string): ValidateFunction | undefined {
  try {
    return ajv.getSchema(reference);
  } catch {
    return undefined;
  }
}

function judge(validate: ValidateFunction | undefined, value: unknown): boolean {
  try {
    return validate === undefined || validate(value) === true;
  } catch {
    // A schema that refers straight to itself is never done validating.
    return false;
  }
}
