import {
  bytesField,
  type Field,
  floatField,
  integerField,
  message,
  messageField,
  textField,
} from "./protobuf.ts";

/**
 * An ONNX file as data. Field numbers are those of https://github.com/onnx/onnx/blob/main/onnx/onnx.proto;
 * they stand beside each field below under the proto's own names.
 */
export interface OnnxGraph {
  readonly nodes: readonly OnnxNode[];
  readonly constants: readonly OnnxConstant[];
  readonly inputs: readonly OnnxValue[];
  readonly outputs: readonly OnnxValue[];
}

export interface OnnxNode {
  readonly operator: string;
  /** "" for ONNX's own operators, "com.microsoft" for those onnxruntime adds. */
  readonly domain: string;
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
  readonly attributes: Attributes;
}

/** A plain number is an integer attribute; ONNX tells the two kinds apart. */
export type Attributes = Readonly<
  Record<string, number | readonly number[] | { readonly float: number } | string>
>;

export interface OnnxConstant {
  readonly name: string;
  readonly shape: readonly number[];
  readonly values: Float32Array | BigInt64Array;
}

export interface OnnxValue {
  readonly name: string;
  readonly type: "float32" | "int64";
  /** A name stands for a size known only at run time; null says nothing about the shape. */
  readonly shape: readonly (number | string)[] | null;
}

const irVersion = 8;
const onnxOperators = 18;
const microsoftOperators = 1;

/** The bytes that onnxruntime opens as a model. */
export function encodeOnnx(graph: OnnxGraph): Uint8Array {
  return message([
    integerField(1, irVersion),
    messageField(7, [
      ...graph.nodes.map((node) => messageField(1, nodeFields(node))),
      textField(2, "calltune"),
      ...graph.constants.map((constant) => messageField(5, constantFields(constant))),
      ...graph.inputs.map((value) => messageField(11, valueFields(value))),
      ...graph.outputs.map((value) => messageField(12, valueFields(value))),
    ]),
    messageField(8, [textField(1, ""), integerField(2, onnxOperators)]),
    messageField(8, [textField(1, "com.microsoft"), integerField(2, microsoftOperators)]),
  ]);
}

/** NodeProto: input 1, output 2, op_type 4, attribute 5, domain 7. */
function nodeFields(node: OnnxNode): Field[] {
  return [
    ...node.inputs.map((name) => textField(1, name)),
    ...node.outputs.map((name) => textField(2, name)),
    textField(4, node.operator),
    ...Object.entries(node.attributes).map(([name, value]) => messageField(5, attributeFields(name, value))),
    textField(7, node.domain),
  ];
}

/** AttributeProto: name 1, f 2, i 3, s 4, ints 8, type 20 (FLOAT 1, INT 2, STRING 3, INTS 7). */
function attributeFields(name: string, value: Attributes[string]): Field[] {
  const named = textField(1, name);
  if (typeof value === "number") return [named, integerField(3, value), integerField(20, 2)];
  if (typeof value === "string") return [named, textField(4, value), integerField(20, 3)];
  if ("float" in value) return [named, floatField(2, value.float), integerField(20, 1)];
  return [named, ...value.map((element) => integerField(8, element)), integerField(20, 7)];
}

const elementType = { float32: 1, int64: 7 } as const;

/** TensorProto: dims 1, data_type 2, name 8, raw_data 9 (little-endian, as typed arrays are on every supported machine). */
function constantFields({ name, shape, values }: OnnxConstant): Field[] {
  return [
    ...shape.map((size) => integerField(1, size)),
    integerField(2, values instanceof Float32Array ? elementType.float32 : elementType.int64),
    textField(8, name),
    bytesField(9, new Uint8Array(values.buffer, values.byteOffset, values.byteLength)),
  ];
}

/** ValueInfoProto: name 1, type 2 → TypeProto: tensor_type 1 → Tensor: elem_type 1, shape 2 → TensorShapeProto: dim 1. */
function valueFields({ name, type, shape }: OnnxValue): Field[] {
  const sizes =
    shape === null
      ? []
      : [
          messageField(
            2,
            shape.map((size) => messageField(1, sizeFields(size))),
          ),
        ];
  const tensor = messageField(1, [integerField(1, elementType[type]), ...sizes]);
  return [textField(1, name), messageField(2, [tensor])];
}

/** Dimension: dim_value 1 or dim_param 2. */
function sizeFields(size: number | string): Field[] {
  return [typeof size === "number" ? integerField(1, size) : textField(2, size)];
}
