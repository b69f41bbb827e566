import { randomUUID } from "node:crypto";
import { readFile, rename, rm, writeFile } from "node:fs/promises";
import { basename } from "node:path";
import { z } from "zod";
import { UsageError } from "../lib/errors.ts";
import { type EngineModel, type ModelShape, parameterShapes, type Weights } from "./model.ts";
import { decodeSafetensors, encodeSafetensors, type Precision, type Safetensors } from "./safetensors.ts";
import { createTokenizer } from "./text/tokenizer.ts";

/** Raised when the names or the meaning of what a file holds change. */
const format = "calltune-engine-3";

/** A model as a file: safetensors, 16-bit weights unless said otherwise, all else in `__metadata__`. */
export function encodeModel(model: EngineModel, precision: Precision = "F16"): Uint8Array {
  const tensors: Safetensors["tensors"] = new Map(
    [...parameterShapes(model.shape)].map(([name, shape]) => [
      name,
      { shape, values: weightOf(model.weights, name) },
    ]),
  );
  return encodeSafetensors({ tensors, metadata: modelMetadata(model) }, precision);
}

/** What a file of this format says beside its numbers. */
export function modelMetadata({
  name,
  shape,
  tokenizer,
}: Omit<EngineModel, "weights">): Record<string, string> {
  return { format, name, shape: JSON.stringify(shape), pieces: JSON.stringify(tokenizer.pieces) };
}

/**
 * `file` names the file in errors.
 * @throws UsageError that says what is damaged, or that another version of calltune wrote the file
 */
export function decodeModel(bytes: Uint8Array, file: string): EngineModel {
  const { tensors, metadata } = decodeSafetensors(bytes, file);
  if (metadata["format"] !== format)
    throw new UsageError(
      `${file}: its format is ${metadata["format"] ?? "unnamed"}; this version reads ${format}`,
    );
  const facts = ModelFacts.safeParse(metadata);
  if (!facts.success)
    throw new UsageError(`${file}: name, shape or pieces are missing from its header or damaged`);
  const { name, shape, pieces } = facts.data;
  const tokenizer = createTokenizer(pieces);
  if (tokenizer.size !== shape.vocabulary)
    throw new UsageError(
      `${file}: a tokenizer of ${tokenizer.size} tokens for a model of ${shape.vocabulary}`,
    );
  return { name, shape, weights: checkedWeights(tensors, shape, file), tokenizer };
}

/** @throws UsageError as `decodeModel`, or where the file can't be read */
export async function readModelFile(path: string): Promise<EngineModel> {
  const file = basename(path);
  let bytes: Uint8Array;
  try {
    bytes = await readFile(path);
  } catch (cause) {
    throw new UsageError(`the model file ${file} can't be read`, { cause });
  }
  return decodeModel(bytes, file);
}

/** Whole or not at all: a reader never sees half a file. */
export async function writeModelFile(
  path: string,
  model: EngineModel,
  precision: Precision = "F16",
): Promise<void> {
  const unfinished = `${path}.${randomUUID()}.unfinished`;
  try {
    await writeFile(unfinished, encodeModel(model, precision));
    await rename(unfinished, path);
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  }
}

const positive = z.int().positive();
const Shape = z
  .strictObject({
    vocabulary: positive,
    width: positive,
    layers: positive,
    heads: positive,
    feedForward: positive,
    context: positive,
  })
  .refine(({ width, heads }) => width % (2 * heads) === 0, "a head has whole pairs of channels");

const fromJson = z.string().transform((text, context) => {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    context.addIssue("not JSON");
    return z.NEVER;
  }
});

const ModelFacts = z.object({
  name: z.string(),
  shape: fromJson.pipe(Shape),
  pieces: fromJson.pipe(z.array(z.string())),
});

function checkedWeights(tensors: Safetensors["tensors"], shape: ModelShape, file: string): Weights {
  const weights = new Map<string, Float32Array>();
  for (const [name, sizes] of parameterShapes(shape)) {
    const tensor = tensors.get(name);
    if (tensor === undefined) throw new UsageError(`${file}: ${name} is missing`);
    if (`${tensor.shape}` !== `${sizes}`)
      throw new UsageError(
        `${file}: ${name} is ${tensor.shape.join(" × ")}; the model's shape wants ${sizes.join(" × ")}`,
      );
    if (!tensor.values.every(Number.isFinite))
      throw new UsageError(`${file}: ${name} holds what isn't a number`);
    weights.set(name, tensor.values);
  }
  return weights;
}

function weightOf(weights: Weights, name: string): Float32Array {
  const values = weights.get(name);
  if (values === undefined) throw new RangeError(`no weights for ${name}`);
  return values;
}
