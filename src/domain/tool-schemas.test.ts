import { expect, test } from "vitest";
import { createSchemaCompiler } from "./tool-schemas.ts";

const size = { enum: [{ name: "small" }, "large"] };
const parameters = { type: "object", properties: { size } };
const tools = [{ type: "function" as const, function: { name: "order", parameters } }];
const schemas = createSchemaCompiler()(tools);

test.each([
  [{ size: "large" }, true],
  [{ size: { name: "small" } }, true],
  [{ size: { name: "tiny" } }, false],
  [{ size: { toString: "small" } }, false],
  [{ size: { valueOf: "small", name: "small" } }, false],
])("whether %j is allowed: %j, also where a key is named as what every object has", (given, allowed) => {
  expect(schemas.allows("order", given)).toBe(allowed);
  expect(schemas.faultOf("order", given) === null).toBe(allowed);
  expect(schemas.faultsOf("order", given).length === 0).toBe(allowed);
});
