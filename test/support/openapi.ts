import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { Ajv2020 } from "ajv/dist/2020.js";
import { parse } from "yaml";
import { sharedData } from "./shared-data.ts";

/** Says how a value breaks a schema of Together's published API; null where it doesn't. */
export type BreaksSchema = (schema: string, value: unknown) => string | null;

/** Together's published OpenAPI document, as far as its schemas go; null where it is absent. */
export function openTogetherApi(): BreaksSchema | null {
  const file = sharedData("together-openapi.yaml.gz");
  if (file === null) return null;
  const { components } = parse(gunzipSync(readFileSync(file)).toString("utf8"));
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  ajv.addFormat("date-time", (text: string) => !Number.isNaN(Date.parse(text)));
  // The ids that the service really gives (`ft-6567602b-4aa3`) aren't UUIDs either.
  for (const format of ["uuid", "float", "float64", "binary", "int64"]) ajv.addFormat(format, true);
  ajv.addSchema({ $id: "together", components: { schemas: asMeant(components.schemas) } });
  return (schema, value) => {
    const check = ajv.compile({ $ref: `together#/components/schemas/${schema}` });
    return check(value) ? null : ajv.errorsText(check.errors);
  };
}

/**
 * The document writes `nullable` as older versions of OpenAPI had it, and alternatives that overlap or contradict the type
 * beside them: read here as they are meant.
 */
function asMeant(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(asMeant);
  if (typeof schema !== "object" || schema === null) return schema;
  const { nullable, oneOf, type, ...rest }: Record<string, unknown> = { nullable: false, ...schema };
  const typed =
    oneOf === undefined ? { ...rest, ...(type === undefined ? {} : { type }) } : { ...rest, anyOf: oneOf };
  const inner = Object.fromEntries(Object.entries(typed).map(([key, value]) => [key, asMeant(value)]));
  return nullable === true || holdsNullable(rest["allOf"]) ? { anyOf: [inner, { type: "null" }] } : inner;
}

function holdsNullable(parts: unknown): boolean {
  return Array.isArray(parts) && parts.some((part) => part?.nullable === true);
}
