import { type Attributes, encodeOnnx, type OnnxConstant, type OnnxNode, type OnnxValue } from "./onnx.ts";

/** A tensor of the graph, by its name. */
export type Value = string;

/** A graph being written down, an operator at a time; nothing is computed before a runtime opens it. */
export interface Graph {
  /** An operator of ONNX: https://onnx.ai/onnx/operators/ */
  operator(name: string, inputs: readonly Value[], attributes?: Attributes): Value;
  /** An operator with several outputs. */
  operators(name: string, inputs: readonly Value[], outputs: number, attributes?: Attributes): Value[];
  /** One that onnxruntime adds: https://github.com/microsoft/onnxruntime/blob/main/docs/ContribOperators.md */
  microsoft(name: string, inputs: readonly Value[], attributes?: Attributes): Value;
  microsoftOperators(
    name: string,
    inputs: readonly Value[],
    outputs: number,
    attributes?: Attributes,
  ): Value[];
  input(value: OnnxValue): Value;
  /** Gives a tensor out under this name; each under one only. */
  output(name: string, value: Value): void;
  /** Numbers that belong to the graph. A name written twice is one constant. */
  constant(name: string, shape: readonly number[], values: Float32Array): Value;
  number(value: number): Value;
  integer(value: number): Value;
  integers(...values: readonly number[]): Value;
  encode(): Uint8Array;
}

export function createGraph(): Graph {
  const nodes: OnnxNode[] = [];
  const constants = new Map<string, OnnxConstant>();
  const inputs: OnnxValue[] = [];
  const outputs = new Map<Value, string>();

  const add = (node: Omit<OnnxNode, "outputs">, count: number): Value[] => {
    const made = Array.from({ length: count }, (_, place) => `${node.operator}_${nodes.length}_${place}`);
    nodes.push({ ...node, outputs: made });
    return made;
  };
  const keep = (constant: OnnxConstant): Value => {
    if (!constants.has(constant.name)) constants.set(constant.name, constant);
    return constant.name;
  };

  return {
    operator: (name, from, attributes = {}) =>
      only(add({ operator: name, domain: "", inputs: from, attributes }, 1)),
    operators: (name, from, count, attributes = {}) =>
      add({ operator: name, domain: "", inputs: from, attributes }, count),
    microsoft: (name, from, attributes = {}) =>
      only(add({ operator: name, domain: "com.microsoft", inputs: from, attributes }, 1)),
    microsoftOperators: (name, from, count, attributes = {}) =>
      add({ operator: name, domain: "com.microsoft", inputs: from, attributes }, count),
    input: (value) => {
      inputs.push(value);
      return value.name;
    },
    output: (name, value) => {
      outputs.set(value, name);
    },
    constant: (name, shape, values) => keep({ name, shape, values }),
    number: (value) => keep({ name: `number ${value}`, shape: [], values: Float32Array.of(value) }),
    integer: (value) =>
      keep({ name: `integer ${value}`, shape: [], values: BigInt64Array.of(BigInt(value)) }),
    integers: (...values) =>
      keep({
        name: `integers ${values}`,
        shape: [values.length],
        values: BigInt64Array.from(values, BigInt),
      }),
    encode: () => {
      const needed = neededNodes(nodes, new Set(outputs.keys())).map((node) => renamed(node, outputs));
      const read = new Set(needed.flatMap((node) => node.inputs));
      return encodeOnnx({
        nodes: needed,
        constants: [...constants.values()].filter(({ name }) => read.has(name)),
        inputs,
        outputs: [...outputs.values()].map((name) => ({ name, type: "float32", shape: null })),
      });
    },
  };
}

function only(values: readonly Value[]): Value {
  const [value] = values;
  if (value === undefined) throw new RangeError("an operator without an output");
  return value;
}

/** Backward passes are written whole; what no output depends on is left out here, once for all. */
function neededNodes(nodes: readonly OnnxNode[], outputs: ReadonlySet<Value>): OnnxNode[] {
  const needed = new Set(outputs);
  const kept = nodes.toReversed().filter((node) => {
    if (!node.outputs.some((output) => needed.has(output))) return false;
    for (const input of node.inputs) needed.add(input);
    return true;
  });
  return kept.toReversed();
}

/** Outputs get their names where they are made: an Identity at the end would copy them. */
function renamed(node: OnnxNode, names: ReadonlyMap<Value, string>): OnnxNode {
  const rename = (value: Value) => names.get(value) ?? value;
  return { ...node, inputs: node.inputs.map(rename), outputs: node.outputs.map(rename) };
}
