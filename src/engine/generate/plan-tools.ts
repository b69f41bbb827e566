import type { Tool } from "../../domain/tool.ts";
import type { JsonObject } from "../../lib/json.ts";
import type { PlannedTool } from "./desk.ts";
import { createScalarPlanner } from "./schema/scalar-planner.ts";
import { createSchemaJudges } from "./schema/schema-judge.ts";
import { createPlanner } from "./schema/value-plan.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** Schemas remembered; more than an agent's tools, and a bound for a server that is asked with ever new ones. */
const mostSchemas = 500;

/**
 * Plans how the arguments of tools are written; equal schemas are compiled once.
 * @throws UsageError where a tool's parameters are no JSON Schema
 */
export function createToolPlanner(vocabulary: Vocabulary): (tool: Tool, tag: number) => PlannedTool {
  let known = new Map<string, Omit<PlannedTool, "name" | "tag">>();
  let judges = createSchemaJudges();
  let scalars = createScalarPlanner(vocabulary);
  return ({ function: { name, parameters } }, tag) => {
    if (known.size >= mostSchemas) {
      known = new Map();
      judges = createSchemaJudges();
      scalars = createScalarPlanner(vocabulary);
    }
    const key = JSON.stringify(parameters ?? null);
    const before = known.get(key);
    if (before !== undefined) return { name, tag, ...before };
    const judge = judges.judgeOf(parameters ?? noParameters, `tool "${name}"`);
    const schema = withOwnKeys(judge.root);
    const fresh = { planner: createPlanner(judge, scalars), parameters: [{ schema, pointer: "" }] };
    known.set(key, fresh);
    return { name, tag, ...fresh };
  };
}

const noParameters: JsonObject = { type: "object", properties: {} };

/** Keywords that say which keys arguments may have. */
const keyKeywords = [
  "properties",
  "additionalProperties",
  "patternProperties",
  "$ref",
  "allOf",
  "anyOf",
  "oneOf",
];

/** Parameters that name no keys at all mean a tool without arguments, not one whose keys are for the model to invent. */
function withOwnKeys(root: JsonObject): JsonObject {
  const names = keyKeywords.some((keyword) => root[keyword] !== undefined && root[keyword] !== false);
  return { type: "object", ...(names ? root : { ...root, properties: {} }) };
}
