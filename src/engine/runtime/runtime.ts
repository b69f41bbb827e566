import type * as Onnx from "onnxruntime-web";
import { UsageError } from "../../lib/errors.ts";

export type Tensor = Onnx.Tensor;

/** A graph opened for computing. */
export interface Session {
  run(inputs: Readonly<Record<string, Tensor>>): Promise<Readonly<Record<string, Tensor>>>;
  /**
   * Computes the outputs named by `into` and leaves them in its tensors, which keep their place in memory. A tensor may be
   * input and output at once where the operator allows it.
   */
  runInto(inputs: Readonly<Record<string, Tensor>>, into: Readonly<Record<string, Tensor>>): Promise<void>;
  close(): Promise<void>;
}

/** What computes graphs on this machine. */
export interface Runtime {
  readonly name: "onnxruntime-node" | "onnxruntime-web";
  /** What the user should know about it; null where nothing better is to be had. */
  readonly notice: string | null;
  open(model: Uint8Array, threads: number): Promise<Session>;
  /** The numbers stay where they are: a tensor sees later changes of them. */
  floats(values: Float32Array, shape: readonly number[]): Tensor;
  integers(values: readonly number[], shape: readonly number[]): Tensor;
}

/** How the two packages are loaded; tests put failures here. */
export interface RuntimeImports {
  readonly node: () => Promise<typeof Onnx>;
  readonly web: () => Promise<typeof Onnx>;
}

const imports: RuntimeImports = {
  node: () => import("onnxruntime-node"),
  web: () => import("onnxruntime-web"),
};

const fix = "ONNXRUNTIME_NODE_INSTALL=skip npm i onnxruntime-node";

/**
 * onnxruntime-node, or where its install script failed (it wants CUDA files that many networks can't give, and as an
 * optional package is then silently missing) onnxruntime-web, which computes the same about three times slower.
 * @throws UsageError where neither can be loaded
 */
export async function loadRuntime({ node, web }: RuntimeImports = imports): Promise<Runtime> {
  try {
    return nativeRuntime(await node());
  } catch {
    // Missing, or no binary for this machine: the next one has none.
  }
  try {
    return webAssemblyRuntime(await web());
  } catch (cause) {
    throw new UsageError(`neither onnxruntime-node nor onnxruntime-web can be loaded; install one: ${fix}`, {
      cause,
    });
  }
}

/** The notice of `loadRuntime`'s runtime. */
export async function runtimeNotice(): Promise<string | null> {
  return (await loadRuntime()).notice;
}

/**
 * Threads that wait asleep. Spinning ones save microseconds on an idle machine and take the processor from everyone else
 * on a busy one: two threads on two busy cores trained half as fast again without (5.8 M parameters, November 2026).
 */
const sleepingThreads = { session: { intra_op: { allow_spinning: "0" } } };

function nativeRuntime(onnx: typeof Onnx): Runtime {
  return {
    ...tensorsOf(onnx),
    name: "onnxruntime-node",
    notice: null,
    open: async (model, threads) => {
      const session = await onnx.InferenceSession.create(model, {
        executionProviders: ["cpu"],
        intraOpNumThreads: threads,
        interOpNumThreads: 1,
        graphOptimizationLevel: "all",
        extra: sleepingThreads,
      });
      return {
        run: (inputs) => session.run(inputs),
        runInto: async (inputs, into) => {
          await session.run(inputs, into);
        },
        close: () => session.release(),
      };
    },
  };
}

/** One thread: its others are workers that would keep the process alive. */
function webAssemblyRuntime(onnx: typeof Onnx): Runtime {
  onnx.env.wasm.numThreads = 1;
  return {
    ...tensorsOf(onnx),
    name: "onnxruntime-web",
    notice: `onnxruntime-node isn't installed; onnxruntime-web computes the same, about three times slower. To mend it: ${fix}`,
    open: async (model) => {
      const session = await onnx.InferenceSession.create(model, {
        executionProviders: ["wasm"],
        graphOptimizationLevel: "all",
        extra: sleepingThreads,
      });
      return {
        run: (inputs) => session.run(inputs),
        runInto: async (inputs, into) => copyInto(await session.run(inputs, Object.keys(into)), into),
        close: () => session.release(),
      };
    },
  };
}

function copyInto(from: Readonly<Record<string, Tensor>>, into: Readonly<Record<string, Tensor>>): void {
  for (const [name, target] of Object.entries(into)) {
    const source = from[name];
    if (source !== undefined) floatsOf(target).set(floatsOf(source));
  }
}

/** The numbers of a tensor of floats. */
export function floatsOf(tensor: Tensor): Float32Array {
  const { data } = tensor;
  if (!(data instanceof Float32Array))
    throw new TypeError(`a tensor of ${tensor.type} where floats were expected`);
  return data;
}

function tensorsOf({ Tensor }: typeof Onnx): Pick<Runtime, "floats" | "integers"> {
  return {
    floats: (values, shape) => new Tensor("float32", values, shape),
    integers: (values, shape) => new Tensor("int64", BigInt64Array.from(values, BigInt), shape),
  };
}
