import { describe, expect, test } from "vitest";
import { dialects } from "../../domain/dialect.ts";
import { providers } from "./index.ts";
import type { Provider } from "./provider.ts";

describe.each<readonly [string, Provider]>(Object.entries(providers))("%s", (_, provider) => {
  test("names each model once and has a dialect that exists", () => {
    const ids = provider.models.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(dialects).toContain(provider.dialect);
  });

  test("says when its facts were read, and where", () => {
    expect(new Date(provider.readOn).toISOString().slice(0, 10)).toBe(provider.readOn);
    expect(provider.source).not.toBe("");
  });
});
