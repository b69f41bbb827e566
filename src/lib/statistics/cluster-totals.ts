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

/** The same of many cases, as numbers beside each other: there may be a million, and objects are walked by V8. */
export interface ClusteredColumns extends ClusterTotals {
  /** Numbers of the clusters, from 0; some may be of no case. */
  readonly clusters: Int32Array;
}

/** Sums by cluster, in the order in which clusters first appear; clusters of size 0 say nothing and are left out. */
export function clusterTotals(rows: readonly ClusteredValue[]): ClusterTotals {
  const numbers = new Map<string, number>();
  for (const { cluster } of rows) if (!numbers.has(cluster)) numbers.set(cluster, numbers.size);
  return columnTotals({
    clusters: Int32Array.from(rows, ({ cluster }) => numbers.get(cluster) ?? 0),
    values: Float64Array.from(rows, ({ value }) => value),
    sizes: Float64Array.from(rows, ({ of }) => of),
  });
}

/** As `clusterTotals`. */
export function columnTotals({ clusters, values, sizes }: ClusteredColumns): ClusterTotals {
  const { numbers, count } = numberByAppearance(clusters);
  const sums = { values: new Float64Array(count), sizes: new Float64Array(count) };
  for (let index = 0; index < numbers.length; index += 1) {
    const number = numbers[index] ?? 0;
    sums.values[number] = (sums.values[number] ?? 0) + (values[index] ?? 0);
    sums.sizes[number] = (sums.sizes[number] ?? 0) + (sizes[index] ?? 0);
  }
  const isMeasured = (_: number, index: number) => (sums.sizes[index] ?? 0) > 0;
  return { values: sums.values.filter(isMeasured), sizes: sums.sizes.filter(isMeasured) };
}

/** Numbers anew, in the order in which clusters first appear, and how many there are. */
export function numberByAppearance(clusters: Int32Array): {
  readonly numbers: Int32Array;
  readonly count: number;
} {
  const known = new Int32Array(highest(clusters) + 1).fill(-1);
  const numbers = new Int32Array(clusters.length);
  let count = 0;
  for (let index = 0; index < clusters.length; index += 1) {
    const cluster = clusters[index] ?? 0;
    if (known[cluster] === -1) known[cluster] = count++;
    numbers[index] = known[cluster] ?? 0;
  }
  return { numbers, count };
}

/** −1 where there is none. */
function highest(numbers: Int32Array): number {
  let most = -1;
  for (let index = 0; index < numbers.length; index += 1) most = Math.max(most, numbers[index] ?? 0);
  return most;
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
