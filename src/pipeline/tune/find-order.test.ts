import { expect, test } from "vitest";
import type { JobRecord } from "../../domain/job-record.ts";
import { findOrder, fingerprintOf, knownFileIds, type OrderIdentity } from "./find-order.ts";

test("the fingerprint is of what was asked for: order of keys doesn't count, each value does", () => {
  const same = fingerprintOf(identity({ wish: { epochs: 3, suffix: "a" } }));
  expect(fingerprintOf(identity({ wish: { suffix: "a", epochs: 3 } }))).toBe(same);
  const others = [
    identity({ wish: { epochs: 3 } }),
    identity({ wish: { epochs: 4, suffix: "a" } }),
    identity({ wish: { epochs: 3, suffix: "a" }, model: "other" }),
    identity({ wish: { epochs: 3, suffix: "a" }, training: "other" }),
    identity({ wish: { epochs: 3, suffix: "a" }, address: "other" }),
    identity({ wish: { epochs: 3, suffix: "a" }, validation: "other" }),
  ];
  expect(new Set([same, ...others.map(fingerprintOf)]).size).toBe(7);
});

test.each([
  ["no order", [], "none"],
  ["a failed one", [record({ id: "a", state: "failed", endedAt: "x" })], "none"],
  ["a cancelled one", [record({ id: "a", state: "cancelled", endedAt: "x" })], "none"],
  ["a done one", [record({ id: "a", state: "succeeded", endedAt: "x" })], "done"],
  [
    "an open one after a done one",
    [record({ id: "a", state: "succeeded", endedAt: "x" }), record({ id: "b" })],
    "open",
  ],
  ["another's", [record({ id: "a", fingerprint: "other" })], "none"],
])("%s is found as it counts", (_, records, kind) => {
  expect(findOrder(records, "f").kind).toBe(kind);
});

test("a file is known by its content, at the same provider and address, newest first", () => {
  const ready = (id: string, fileId: string, more: object = {}) =>
    record({ id, files: { training: { state: "ready", fileId } }, ...more });
  const records = [
    ready("a", "file-1"),
    ready("b", "file-2"),
    ready("c", "file-3", { address: "elsewhere" }),
    record({ id: "d", files: { training: { state: "sent", fileId: "file-4" } } }),
  ];
  expect(knownFileIds(records, { provider: "together", address: "here" }, "sha")).toEqual([
    "file-2",
    "file-1",
  ]);
  expect(knownFileIds(records, { provider: "together", address: "here" }, "other")).toEqual([]);
});

function identity(differing: Partial<OrderIdentity>): OrderIdentity {
  const same = {
    provider: "together",
    address: "here",
    model: "m",
    training: "sha",
    validation: null,
    wish: {},
  };
  return { ...same, ...differing };
}

function record({
  fingerprint = "f",
  address = "here",
  ...differing
}: Partial<JobRecord> & { fingerprint?: string; address?: string }): JobRecord {
  return {
    order: {
      provider: "together",
      address,
      fingerprint,
      training: { name: "n", sha256: "sha", bytes: 1, rows: 1 },
      validation: null,
    },
    files: {},
    state: null,
    endedAt: null,
    ...differing,
  } as JobRecord;
}
