/**
 * What is known of each call: the sum of its cases' values and how many cases (or arguments) they are of. A rate is the
 * sum of all values by the sum of all sizes, and calls, not cases, are what is drawn by chance.
 */
export interface ClusterTotals {
  readonly values: Float64Array;
  readonly sizes: Float64Array;
}

/** One case: a value out of `of` (1 right out of 1, or 3 arguments out of 4). */
export interface ClusteredValue {
  /** The call, or whatever else the case shares its luck with. */
  readonly cluster: string;
  readonly value: number;
  readonly of: number;
}

/** Sums by cluster, in the order in which clusters first appear; clusters of size 0 say nothing and are left out. */
export function clusterTotals(rows: Iterable<ClusteredValue>): ClusterTotals {
  const sums = new Map<string, { value: number; of: number }>();
  for (const { cluster, value, of } of rows) {
    const sum = sums.get(cluster);
    if (sum === undefined) sums.set(cluster, { value, of });
    else {
      sum.value += value;
      sum.of += of;
    }
  }
  const kept = [...sums.values()].filter(({ of }) => of > 0);
  return {
    values: Float64Array.from(kept, ({ value }) => value),
    sizes: Float64Array.from(kept, ({ of }) => of),
  };
}

export function sumOf(numbers: Float64Array): number {
  let sum = 0;
  for (const number of numbers) sum += number;
  return sum;
}

/** Sum of values by sum of sizes; NaN where nothing was measured. */
export function rateOf({ values, sizes }: ClusterTotals): number {
  return sumOf(values) / sumOf(sizes);
}
