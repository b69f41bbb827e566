import { expect, test } from "vitest";
import { schemaChecks } from "./argument-schemas.ts";

const parameters = { type: "object", properties: { size: { const: { name: "small" } } } };

test.each([
  [{ size: { name: "small" } }, null],
  [{ size: { name: "tiny" } }, "'size' must be equal to constant"],
  [{ size: { toString: "small" } }, "does not match"],
])("%j: %j", (given, fault) => {
  expect(schemaChecks()(parameters)?.(given)).toBe(fault);
});
