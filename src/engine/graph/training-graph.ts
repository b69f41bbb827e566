import type { ModelShape } from "../model.ts";
import { type LoraSize, learntShapes, readShapes } from "../train/parameters.ts";
import { beginConstruction, type Construction } from "./construction.ts";
import type { Graph, Value } from "./graph.ts";
import { layers } from "./layers.ts";
import { crossEntropy, embed, tiedLogits } from "./parts/output.ts";

export function gradientOf(parameter: string): string {
  return `gradient of ${parameter}`;
}

/**
 * One training step as an ordinary ONNX graph: forward, loss, and the backward pass written out by hand.
 * It reads `tokens` `[sequences, time]`, the rows that are learnt from `places` `[labels]` (row = sequence · time + place),
 * the token to come after each `labels` `[labels]`, `factor` (1 / learnt tokens of the whole step), and all of `readShapes`
 * by name. It gives `loss`, and `gradientOf(name)` for each of `learntShapes`.
 */
export function trainingGraph(shape: ModelShape, lora: LoraSize): Uint8Array {
  const { construction, stack, rows, places, loss, gradient } = forwardPass(shape, lora, "learns");
  const { graph, math, learn } = construction;
  graph.output("loss", loss);
  const rowsGradient = math.product(gradient, "embedding");
  const first = stack.backward(spreadRows(construction, rowsGradient, places));
  learn("embedding", () => {
    const asOutput = math.product(gradient, rows, { transpose: "left" });
    return addRowsOfTokens(construction, asOutput, first);
  });
  for (const [name, value] of construction.gradients) graph.output(gradientOf(name), value);
  return graph.encode();
}

/** The forward pass of `trainingGraph` alone: `loss`, and `logits` at the learnt places. */
export function evaluationGraph(shape: ModelShape, lora: LoraSize): Uint8Array {
  const { construction, logits, loss } = forwardPass(shape, lora, "evaluates");
  construction.graph.output("logits", logits);
  construction.graph.output("loss", loss);
  return construction.graph.encode();
}

function forwardPass(shape: ModelShape, lora: LoraSize, purpose: "learns" | "evaluates") {
  const construction = beginConstruction({
    shape,
    learnt: new Set(purpose === "learns" ? learntShapes(shape, lora).keys() : []),
    adapters: lora === null ? null : { factor: lora.alpha / lora.rank },
    parameter: (_, name) => name,
  });
  const { graph } = construction;
  for (const [name, sizes] of readShapes(shape, lora)) graph.input({ name, type: "float32", shape: sizes });
  const stack = layers(construction, embed(construction));
  const { places, labels, factor } = lossInputs(graph);
  const rows = graph.operator("Gather", [stack.output, places], { axis: 0 });
  const logits = tiedLogits(construction, rows);
  return {
    construction,
    stack,
    rows,
    places,
    logits,
    ...crossEntropy(construction, logits, { labels, factor }),
  };
}

function lossInputs(graph: Graph): { places: Value; labels: Value; factor: Value } {
  return {
    places: graph.input({ name: "places", type: "int64", shape: ["labels"] }),
    labels: graph.input({ name: "labels", type: "int64", shape: ["labels"] }),
    factor: graph.input({ name: "factor", type: "float32", shape: [] }),
  };
}

/** The backward of `Gather(all, places)` where no place stands twice: rows at their places, zeros elsewhere. */
function spreadRows({ graph, tokens, shape }: Construction, rows: Value, places: Value): Value {
  const count = graph.operator("Size", [tokens]);
  const sizes = graph.operator(
    "Concat",
    [graph.operator("Unsqueeze", [count, graph.integers(0)]), graph.integers(shape.width)],
    { axis: 0 },
  );
  const zeros = graph.operator("Expand", [graph.number(0), sizes]);
  const column = graph.operator("Unsqueeze", [places, graph.integers(1)]);
  return graph.operator("ScatterND", [zeros, column, rows]);
}

/**
 * The backward of the embedding: each token's gradient is added to its row. ScatterElements works one element after the
 * other, so the sums have one order and one result; ScatterND's threads would race where a token stands twice.
 */
function addRowsOfTokens({ graph, math, tokens }: Construction, matrix: Value, rows: Value): Value {
  const column = math.reshape(tokens, graph.integers(-1, 1));
  const everyElement = graph.operator("Expand", [column, graph.operator("Shape", [rows])]);
  return graph.operator("ScatterElements", [matrix, everyElement, rows], { axis: 0, reduction: "add" });
}
