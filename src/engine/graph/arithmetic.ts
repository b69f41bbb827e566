import type { Graph, Value } from "./graph.ts";

/** The operators that formulas are made of, under their everyday names. */
export interface Arithmetic {
  add(left: Value, right: Value): Value;
  subtract(left: Value, right: Value): Value;
  /** Element by element. */
  multiply(left: Value, right: Value): Value;
  /** `left · right`, matrices only; each may be taken transposed, and a matrix added. */
  product(left: Value, right: Value, options?: ProductOptions): Value;
  /** `factor · left · right` over the last two axes of tensors that agree in all others. */
  stackedProduct(left: Value, right: Value, options?: StackedProductOptions): Value;
  /** Over the last axis, which stays with size 1. */
  sumOfRows(value: Value): Value;
  meanOfRows(value: Value): Value;
  /** Over the first axis of a matrix: one number a column. */
  sumOfColumns(value: Value): Value;
  reshape(value: Value, sizes: Value): Value;
}

export interface ProductOptions {
  readonly transpose?: "left" | "right";
  readonly factor?: number;
  readonly plus?: Value;
}

export interface StackedProductOptions {
  readonly transpose?: "left" | "right";
  readonly factor?: number;
}

export function arithmeticOn(graph: Graph): Arithmetic {
  const lastAxis = graph.integers(-1);
  const firstAxis = graph.integers(0);
  return {
    add: (left, right) => graph.operator("Add", [left, right]),
    subtract: (left, right) => graph.operator("Sub", [left, right]),
    multiply: (left, right) => graph.operator("Mul", [left, right]),
    product: (left, right, { transpose, factor = 1, plus } = {}) =>
      graph.operator("Gemm", plus === undefined ? [left, right] : [left, right, plus], {
        transA: transpose === "left" ? 1 : 0,
        transB: transpose === "right" ? 1 : 0,
        alpha: { float: factor },
      }),
    stackedProduct: (left, right, { transpose, factor = 1 } = {}) =>
      graph.microsoft("FusedMatMul", [left, right], {
        transA: transpose === "left" ? 1 : 0,
        transB: transpose === "right" ? 1 : 0,
        alpha: { float: factor },
      }),
    sumOfRows: (value) => graph.operator("ReduceSum", [value, lastAxis], { keepdims: 1 }),
    meanOfRows: (value) => graph.operator("ReduceMean", [value, lastAxis], { keepdims: 1 }),
    sumOfColumns: (value) => graph.operator("ReduceSum", [value, firstAxis], { keepdims: 0 }),
    reshape: (value, sizes) => graph.operator("Reshape", [value, sizes]),
  };
}
