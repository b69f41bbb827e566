import type { Construction } from "../construction.ts";
import type { Value } from "../graph.ts";

/** Scores of every token of the vocabulary for each row, by the embedding's own matrix (Press and Wolf 2017). */
export function tiedLogits({ math, parameter }: Construction, rows: Value): Value {
  return math.product(rows, parameter("embedding"), { transpose: "right" });
}

/** Rows of tokens. */
export function embed({ graph, math, tokens, parameter }: Construction): Value {
  const flat = math.reshape(tokens, graph.integers(-1));
  return graph.operator("Gather", [parameter("embedding"), flat], { axis: 0 });
}

/**
 * Σ −log softmax(logits)[label], in nats, and its gradient softmax(logits) − one-hot(label), both times `factor`.
 * `logits` is `[labels, vocabulary]`.
 */
export function crossEntropy(
  { graph, math }: Construction,
  logits: Value,
  { labels, factor }: { labels: Value; factor: Value },
): { readonly loss: Value; readonly gradient: Value } {
  const logShares = graph.operator("LogSoftmax", [logits], { axis: -1 });
  const columns = graph.operator("Unsqueeze", [labels, graph.integers(1)]);
  const taken = graph.operator("GatherElements", [logShares, columns], { axis: 1 });
  const total = graph.operator("Neg", [graph.operator("ReduceSum", [taken], { keepdims: 0 })]);
  const minusOnes = graph.operator("Expand", [graph.number(-1), graph.operator("Shape", [columns])]);
  const difference = graph.operator(
    "ScatterElements",
    [graph.operator("Exp", [logShares]), columns, minusOnes],
    { axis: 1, reduction: "add" },
  );
  return { loss: math.multiply(total, factor), gradient: math.multiply(difference, factor) };
}
