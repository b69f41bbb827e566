import type { ModelShape } from "../model.ts";
import { type Arithmetic, arithmeticOn } from "./arithmetic.ts";
import { createGraph, type Graph, type Value } from "./graph.ts";

/** A tensor, and the way of the loss's gradient back through the step that made it. */
export interface Part {
  readonly output: Value;
  /** Takes ∂loss/∂output, notes what parameters learn from it, gives ∂loss/∂input. */
  backward(gradient: Value): Value;
}

/**
 * What the parts share while one graph is written. Between parts, activations are matrices of one row a token
 * (`[sequences · time, width]`); only attention needs to know which rows are one sequence.
 */
export interface Construction {
  readonly graph: Graph;
  readonly math: Arithmetic;
  readonly shape: ModelShape;
  /** Token numbers, `[sequences, time]`. */
  readonly tokens: Value;
  readonly sizes: Sizes;
  /** What stands beside a frozen projection; null where projections are learnt themselves or nothing is. */
  readonly adapters: { readonly factor: number } | null;
  parameter(name: string): Value;
  /** Notes the gradient of a parameter; it isn't worked out where the parameter is frozen. */
  learn(name: string, gradient: () => Value): void;
}

/** Sizes for Reshape. */
interface Sizes {
  /** `[sequences · time, width]` */
  readonly rows: Value;
  /** `[sequences, time, width]` */
  readonly sequences: Value;
  /** `[sequences, time, heads, width / heads]` */
  readonly heads: Value;
  /** `[time]`, the one size of it. */
  readonly time: Value;
}

export interface ConstructionOrder {
  readonly shape: ModelShape;
  readonly parameter: (graph: Graph, name: string) => Value;
  /** Parameters whose gradients are wanted. */
  readonly learnt: ReadonlySet<string>;
  readonly adapters: { readonly factor: number } | null;
}

/** An empty graph that reads tokens, and the gradients noted in it so far. */
export function beginConstruction(order: ConstructionOrder): Construction & {
  readonly gradients: ReadonlyMap<string, Value>;
} {
  const { shape, adapters } = order;
  const graph = createGraph();
  const tokens = graph.input({ name: "tokens", type: "int64", shape: ["sequences", "time"] });
  const gradients = new Map<string, Value>();
  return {
    graph,
    math: arithmeticOn(graph),
    shape,
    tokens,
    sizes: sizesOf(graph, tokens, shape),
    adapters,
    gradients,
    parameter: (name) => order.parameter(graph, name),
    learn: (name, gradient) => {
      if (order.learnt.has(name)) gradients.set(name, gradient());
    },
  };
}

function sizesOf(graph: Graph, tokens: Value, { width, heads }: ModelShape): Sizes {
  const sequencesAndTime = graph.operator("Shape", [tokens]);
  const join = (sizes: Value) => graph.operator("Concat", [sequencesAndTime, sizes], { axis: 0 });
  return {
    rows: graph.integers(-1, width),
    sequences: join(graph.integers(width)),
    heads: join(graph.integers(heads, width / heads)),
    time: graph.operator("Shape", [tokens], { start: 1 }),
  };
}
