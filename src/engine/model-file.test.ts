import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { lively, smallShape } from "../../test/support/small-models.ts";
import { UsageError } from "../lib/errors.ts";
import type { EngineModel } from "./model.ts";
import { decodeModel, encodeModel, readModelFile, writeModelFile } from "./model-file.ts";
import { createTokenizer } from "./text/tokenizer.ts";

const pieces = [" a", " ab", "</s>", "é\n"];
const tokenizer = createTokenizer(pieces);
const shape = { ...smallShape, vocabulary: tokenizer.size };
const model: EngineModel = { name: "a model", shape, weights: lively(shape, "file"), tokenizer };
const decode = (bytes: Uint8Array) => decodeModel(bytes, "model.safetensors");

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "calltune-model-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe("a model's file", () => {
  test("holds name, shape and pieces, and weights to three digits", async () => {
    const path = join(folder, "model.safetensors");
    await writeModelFile(path, model);
    const read = await readModelFile(path);
    expect({ name: read.name, shape: read.shape, pieces: read.tokenizer.pieces }).toEqual({
      name: "a model",
      shape,
      pieces,
    });
    expect([...read.weights.keys()]).toEqual([...model.weights.keys()]);
    for (const [name, values] of model.weights)
      for (const [index, value] of values.entries())
        expect(Math.abs((read.weights.get(name)?.[index] ?? Number.NaN) - value)).toBeLessThanOrEqual(
          Math.abs(value) * 2 ** -11 + 2 ** -25,
        );
    expect(readdirSync(folder)).toEqual(["model.safetensors"]);
  });

  test("in 32 bits holds every bit", () => {
    expect(decode(encodeModel(model, "F32")).weights).toEqual(model.weights);
  });

  test("written again from what was read is the same file", () => {
    const bytes = encodeModel(model);
    expect(Buffer.compare(encodeModel(decode(bytes)), bytes)).toBe(0);
  });

  test("a weight that 16 bits can't hold is refused, not written as infinity", () => {
    const weights = new Map(model.weights).set("finalNorm", new Float32Array(32).fill(1e6));
    expect(() => encodeModel({ ...model, weights })).toThrow(RangeError);
  });

  test("that isn't there is the user's to mend, and its folder isn't told", async () => {
    const reading = readModelFile(join(folder, "none.safetensors"));
    await expect(reading).rejects.toThrow(new UsageError("the model file none.safetensors can't be read"));
  });
});

describe("a damaged file says what is wrong with it", () => {
  const good = encodeModel(model);
  const entry = { dtype: "F16", shape: [32], data_offsets: [0, 64] };

  test.each([
    ["nothing", new Uint8Array(), "too short"],
    [
      "a web page",
      Buffer.from("<!doctype html><html>not found</html>"),
      "its header would end beyond the file",
    ],
    ["cut in its header", good.subarray(0, 100), "its header would end beyond the file"],
    ["cut in its numbers", good.subarray(0, good.length - 1), "finalNorm ends beyond the file"],
    ["another's", withHeader(good, { __metadata__: { format: "pt" } }), "its format is pt"],
    ["without remarks", withHeader(good, { __metadata__: undefined }), "its format is unnamed"],
    ["remarks of numbers", withHeader(good, { __metadata__: { format: 1 } }), "__metadata__ isn't"],
    ["a shape of nothing", withRemarks(good, { shape: "{}" }), "name, shape or pieces"],
    [
      "heads that don't divide",
      withRemarks(good, { shape: JSON.stringify({ ...shape, heads: 3 }) }),
      "name, shape",
    ],
    ["broken JSON", withRemarks(good, { pieces: "[" }), "name, shape or pieces"],
    ["a part missing", withHeader(good, { finalNorm: undefined }), "finalNorm is missing"],
    [
      "whole numbers",
      withHeader(good, { finalNorm: { ...entry, dtype: "I64" } }),
      "entry for finalNorm isn't",
    ],
    ["too few bytes", withHeader(good, { finalNorm: { ...entry, shape: [9] } }), "finalNorm has 64 bytes"],
    ["another size", withHeader(good, { finalNorm: { ...entry, shape: [16, 2] } }), "finalNorm is 16 × 2"],
    [
      "negative places",
      withHeader(good, { finalNorm: { ...entry, data_offsets: [-64, 0] } }),
      "entry for finalNorm",
    ],
  ])("%s", (_, bytes, sentence) => {
    expect(() => decode(bytes)).toThrow(UsageError);
    expect(() => decode(bytes)).toThrow(sentence);
  });

  test("what isn't a number", () => {
    const bytes = Uint8Array.from(good);
    bytes.set([0, 0x7e], bytes.length - 2);
    expect(() => decode(bytes)).toThrow("finalNorm holds what isn't a number");
  });

  test("bytes that aren't a header", async () => {
    const path = join(folder, "noise.safetensors");
    writeFileSync(path, Buffer.concat([Buffer.from([4, 0, 0, 0, 0, 0, 0, 0]), Buffer.from("noise")]));
    await expect(readModelFile(path)).rejects.toThrow("its header isn't a JSON object");
  });

  test("pieces that don't make the vocabulary", () => {
    const bytes = withRemarks(good, { pieces: JSON.stringify([...pieces, " b"]) });
    expect(() => decode(bytes)).toThrow(
      `a tokenizer of ${tokenizer.size + 1} tokens for a model of ${tokenizer.size}`,
    );
  });
});

/** The same file with entries of its header changed or taken out. */
function withHeader(bytes: Uint8Array, changes: Readonly<Record<string, unknown>>): Uint8Array {
  const { header, end } = headerOf(bytes);
  const json = Buffer.from(JSON.stringify({ ...header, ...changes }));
  const length = Buffer.alloc(8);
  length.writeBigUInt64LE(BigInt(json.length));
  return Buffer.concat([length, json, bytes.subarray(end)]);
}

function withRemarks(bytes: Uint8Array, changes: Readonly<Record<string, string>>): Uint8Array {
  return withHeader(bytes, { __metadata__: { ...headerOf(bytes).header["__metadata__"], ...changes } });
}

function headerOf(bytes: Uint8Array): { header: Record<string, object>; end: number } {
  const end = 8 + Number(Buffer.from(bytes).readBigUInt64LE());
  return { header: JSON.parse(Buffer.from(bytes.subarray(8, end)).toString()), end };
}
