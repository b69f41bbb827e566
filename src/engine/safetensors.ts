import { z } from "zod";
import { UsageError } from "../lib/errors.ts";
import { fromHalfFloats, toHalfFloats } from "./half-floats.ts";

/** Tensors by name, and remarks beside them. */
export interface Safetensors {
  readonly tensors: ReadonlyMap<string, { readonly shape: readonly number[]; readonly values: Float32Array }>;
  readonly metadata: Readonly<Record<string, string>>;
}

/** F16 halves the file and rounds to about three digits; F32 keeps every bit. */
export type Precision = "F16" | "F32";

/**
 * A safetensors file (https://huggingface.co/docs/safetensors): eight bytes with the header's length, the header as JSON,
 * the numbers.
 *
 *     {"__metadata__":{"format":"1"},"finalNorm":{"dtype":"F16","shape":[192],"data_offsets":[0,384]}}
 *
 * @throws RangeError for a number that F16 can't hold
 */
export function encodeSafetensors({ tensors, metadata }: Safetensors, precision: Precision): Uint8Array {
  const header: Record<string, unknown> = { __metadata__: metadata };
  const parts: Uint8Array[] = [];
  let offset = 0;
  for (const [name, { shape, values }] of tensors) {
    const bytes = bytesOf(precision === "F16" ? toHalfFloats(values) : values);
    header[name] = { dtype: precision, shape, data_offsets: [offset, offset + bytes.length] };
    parts.push(bytes);
    offset += bytes.length;
  }
  const json = Buffer.from(JSON.stringify(header));
  // Spaces after the header put the numbers on an address that is a multiple of 8.
  const padded = Buffer.concat([json, Buffer.alloc(-json.length & 7, " ")]);
  const length = Buffer.alloc(lengthBytes);
  length.writeBigUInt64LE(BigInt(padded.length));
  return Buffer.concat([length, padded, ...parts]);
}

/**
 * `file` names the file in errors.
 * @throws UsageError that says what is damaged
 */
export function decodeSafetensors(bytes: Uint8Array, file: string): Safetensors {
  const { header, data } = splitFile(bytes, file);
  const { __metadata__: metadata = {}, ...entries } = header;
  const tensors = new Map<string, { shape: readonly number[]; values: Float32Array }>();
  for (const [name, value] of Object.entries(entries)) {
    const entry = TensorEntry.safeParse(value);
    if (!entry.success)
      throw new UsageError(`${file}: the header's entry for ${name} isn't that of F16 or F32 numbers`);
    tensors.set(name, { shape: entry.data.shape, values: readValues(data, entry.data, `${file}: ${name}`) });
  }
  const remarks = Metadata.safeParse(metadata);
  if (!remarks.success) throw new UsageError(`${file}: __metadata__ isn't a map of texts`);
  return { tensors, metadata: remarks.data };
}

const lengthBytes = 8;
const bytesPerNumber = { F16: 2, F32: 4 } as const;

const Metadata = z.record(z.string(), z.string());
const Header = z.record(z.string(), z.unknown());
const size = z.int().nonnegative();
const TensorEntry = z.object({
  dtype: z.enum(["F16", "F32"]),
  shape: z.array(size),
  data_offsets: z.tuple([size, size]),
});
type TensorEntry = z.infer<typeof TensorEntry>;

function splitFile(bytes: Uint8Array, file: string): { header: Record<string, unknown>; data: Uint8Array } {
  if (bytes.length < lengthBytes) throw new UsageError(`${file}: too short for a safetensors file`);
  const length = Number(Buffer.from(bytes.buffer, bytes.byteOffset, lengthBytes).readBigUInt64LE());
  const end = lengthBytes + length;
  if (end > bytes.length)
    throw new UsageError(`${file}: not a safetensors file, or cut off: its header would end beyond the file`);
  const header = Header.safeParse(parsed(Buffer.from(bytes.subarray(lengthBytes, end)).toString("utf8")));
  if (!header.success)
    throw new UsageError(`${file}: not a safetensors file: its header isn't a JSON object`);
  return { header: header.data, data: bytes.subarray(end) };
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

function readValues(
  data: Uint8Array,
  { dtype, shape, data_offsets }: TensorEntry,
  what: string,
): Float32Array {
  const [from, to] = data_offsets;
  const count = shape.reduce((product, sizeOfAxis) => product * sizeOfAxis, 1);
  if (to - from !== count * bytesPerNumber[dtype])
    throw new UsageError(
      `${what} has ${to - from} bytes; ${shape.join(" × ")} numbers of ${dtype} need ${count * bytesPerNumber[dtype]}`,
    );
  if (to > data.length) throw new UsageError(`${what} ends beyond the file, which seems to be cut off`);
  // A copy: typed arrays need an aligned start, and the slice of a Buffer would be none.
  const bytes = new Uint8Array(data.subarray(from, to)).buffer;
  return dtype === "F16" ? fromHalfFloats(new Uint16Array(bytes)) : new Float32Array(bytes);
}

function bytesOf({ buffer, byteOffset, byteLength }: Float32Array | Uint16Array): Uint8Array {
  return new Uint8Array(buffer, byteOffset, byteLength);
}
