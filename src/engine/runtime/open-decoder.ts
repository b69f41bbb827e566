import { decodingGraph, memoryNames } from "../graph/decoding-graph.ts";
import type { EngineModel, ModelShape } from "../model.ts";
import type { Decoder, Decoding, OpenDecoder } from "./decoder.ts";
import { copyPlaces, emptyBuffer, type KeyValueBuffer, writePlaces } from "./memory.ts";
import { floatsOf, loadRuntime, type Runtime, type Session, type Tensor } from "./runtime.ts";

/** A decoder on this machine's runtime. For models this small one thread is often fastest. */
export const openDecoder: OpenDecoder = async (model, threads) =>
  openDecoderOn(await loadRuntime(), model, threads);

export async function openDecoderOn(
  runtime: Runtime,
  { shape, weights }: Pick<EngineModel, "shape" | "weights">,
  threads: number,
): Promise<Decoder> {
  const session = await runtime.open(decodingGraph(shape, weights), threads);
  const opened = { runtime, session, shape };
  return {
    begin: () => decodingFrom(nothingRead(opened), opened),
    close: () => session.close(),
  };
}

/** What has been read: the first `length` places of a buffer, which forks share as long as they can. */
interface Read {
  readonly length: number;
  readonly buffer: KeyValueBuffer;
  /** The last token's row in each layer. */
  readonly lastRows: readonly Tensor[];
}

interface Opened {
  readonly runtime: Runtime;
  readonly session: Session;
  readonly shape: ModelShape;
}

function decodingFrom(start: Read, opened: Opened): Decoding {
  let read = start;
  return {
    get length() {
      return read.length;
    },
    feed: async (tokens) => {
      const { context } = opened.shape;
      const length = read.length + tokens.length;
      if (tokens.length === 0) throw new RangeError("no tokens to read");
      if (length > context) throw new RangeError(`${length} tokens; the model reads ${context}`);
      const further = await readOn(read, tokens, opened);
      read = further.read;
      return further.logits;
    },
    fork: () => decodingFrom(read, opened),
  };
}

async function readOn(
  read: Read,
  tokens: readonly number[],
  opened: Opened,
): Promise<{ read: Read; logits: Float32Array }> {
  const { runtime, session, shape } = opened;
  const count = tokens.length;
  const length = read.length + count;
  const { logits, ...present } = await session.run({
    tokens: runtime.integers(tokens, [1, count]),
    length: runtime.integers([read.length], [1]),
    ...read.buffer.past,
    ...named(read.lastRows),
  });
  if (logits === undefined) throw new TypeError("the decoding graph gave no logits");
  const buffer = takePlaces(read, length, opened);
  writePlaces(present, buffer, { to: read.length, count, shape });
  return { read: { length, buffer, lastRows: lastRowsIn(present, shape) }, logits: floatsOf(logits) };
}

/** The buffer itself where there is room and no other sequence has gone on in it, else a copy. */
function takePlaces({ buffer, length }: Read, until: number, { runtime, shape }: Opened): KeyValueBuffer {
  const free = buffer.taken === length && buffer.capacity >= until;
  const target = free ? buffer : emptyBuffer(runtime, shape, until);
  if (!free) copyPlaces(buffer, target, { places: length, shape });
  target.taken = until;
  return target;
}

/** Before the first token stands a row of zeros. */
function nothingRead({ runtime, shape }: Opened): Read {
  const { layers, width } = shape;
  const row = () => runtime.floats(new Float32Array(width), [1, 1, width]);
  return { length: 0, buffer: emptyBuffer(runtime, shape, 1), lastRows: Array.from({ length: layers }, row) };
}

function named(lastRows: readonly Tensor[]): Readonly<Record<string, Tensor>> {
  return Object.fromEntries(lastRows.map((row, layer) => [memoryNames("past", layer).lastRow, row]));
}

function lastRowsIn(present: Readonly<Record<string, Tensor>>, { layers }: ModelShape): Tensor[] {
  return Array.from({ length: layers }, (_, layer) => {
    const row = present[memoryNames("present", layer).lastRow];
    if (row === undefined) throw new TypeError("the decoding graph gave no last row");
    return row;
  });
}
