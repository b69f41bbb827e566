import { decodingGraph, memoryNames } from "../graph/decoding-graph.ts";
import type { EngineModel, ModelShape } from "../model.ts";
import type { Decoder, Decoding, OpenDecoder } from "./decoder.ts";
import { copyPlaces, emptyBuffer, type KeyValueBuffer } from "./memory.ts";
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
  const length = read.length + tokens.length;
  const buffer = takePlaces(read, length, opened);
  const lastRows = emptyRows(opened);
  const logits = runtime.floats(new Float32Array(shape.vocabulary), [1, shape.vocabulary]);
  const inputs = {
    tokens: runtime.integers(tokens, [1, tokens.length]),
    length: runtime.integers([read.length], [1]),
    ...buffer.past,
    ...named("past", read.lastRows),
  };
  await session.runInto(inputs, { logits, ...buffer.present, ...named("present", lastRows) });
  return { read: { length, buffer, lastRows }, logits: floatsOf(logits) };
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
function nothingRead(opened: Opened): Read {
  return { length: 0, buffer: emptyBuffer(opened.runtime, opened.shape, 1), lastRows: emptyRows(opened) };
}

function emptyRows({ runtime, shape: { layers, width } }: Opened): Tensor[] {
  return Array.from({ length: layers }, () => runtime.floats(new Float32Array(width), [1, 1, width]));
}

function named(when: "past" | "present", lastRows: readonly Tensor[]): Readonly<Record<string, Tensor>> {
  return Object.fromEntries(lastRows.map((row, layer) => [memoryNames(when, layer).lastRow, row]));
}
