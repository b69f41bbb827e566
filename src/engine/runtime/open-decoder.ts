import { decodingGraph, memoryNames } from "../graph/decoding-graph.ts";
import type { EngineModel, ModelShape } from "../model.ts";
import type { Decoder, Decoding, OpenDecoder } from "./decoder.ts";
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
  const nothing = { length: 0, memory: emptyMemory(runtime, shape) };
  return {
    begin: () => decodingFrom(nothing, { runtime, session, shape }),
    close: () => session.close(),
  };
}

/** What has been read. Never changed, so that forks can share it. */
interface Read {
  readonly length: number;
  readonly memory: Readonly<Record<string, Tensor>>;
}

interface Opened {
  readonly runtime: Runtime;
  readonly session: Session;
  readonly shape: ModelShape;
}

function decodingFrom(start: Read, opened: Opened): Decoding {
  const { runtime, session, shape } = opened;
  let read = start;
  return {
    get length() {
      return read.length;
    },
    feed: async (tokens) => {
      const length = read.length + tokens.length;
      if (tokens.length === 0) throw new RangeError("no tokens to read");
      if (length > shape.context) throw new RangeError(`${length} tokens; the model reads ${shape.context}`);
      const inputs = { tokens: runtime.integers(tokens, [1, tokens.length]), ...read.memory };
      const { logits, ...present } = await session.run(inputs);
      if (logits === undefined) throw new TypeError("the decoding graph gave no logits");
      read = { length, memory: pastFrom(present, shape) };
      return floatsOf(logits);
    },
    fork: () => decodingFrom(read, opened),
  };
}

/** Nothing remembered yet; before the first token stands a row of zeros. */
function emptyMemory(runtime: Runtime, { layers, heads, width }: ModelShape): Read["memory"] {
  const empty = () => runtime.floats(new Float32Array(), [1, heads, 0, width / heads]);
  const memory: Record<string, Tensor> = {};
  for (let layer = 0; layer < layers; layer += 1) {
    const names = memoryNames("past", layer);
    memory[names.keys] = empty();
    memory[names.values] = empty();
    memory[names.lastRow] = runtime.floats(new Float32Array(width), [1, 1, width]);
  }
  return memory;
}

/** Present memories under the names they have as past ones. */
function pastFrom(present: Readonly<Record<string, Tensor>>, { layers }: ModelShape): Read["memory"] {
  const memory: Record<string, Tensor> = {};
  for (let layer = 0; layer < layers; layer += 1) {
    const [from, to] = [memoryNames("present", layer), memoryNames("past", layer)];
    for (const part of ["keys", "values", "lastRow"] as const) {
      const tensor = present[from[part]];
      if (tensor === undefined) throw new TypeError(`the decoding graph gave no ${from[part]}`);
      memory[to[part]] = tensor;
    }
  }
  return memory;
}
