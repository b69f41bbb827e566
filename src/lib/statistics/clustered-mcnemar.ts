import { type ClusterTotals, sumOf } from "./cluster-totals.ts";

/** χ² of Durkalski et al. (2003), one degree of freedom: each call's mean difference weighs the same. */
export function durkalskiChiSquare({ values, sizes }: ClusterTotals): number {
  return ratio(values.map((value, index) => value / (sizes[index] ?? 1)));
}

/** χ² of the modified Obuchowski test (Yang, Sun and Hardin 2010), one degree of freedom: each case weighs the same. */
export function obuchowskiChiSquare({ values }: ClusterTotals): number {
  return ratio(values);
}

/** (Σx)² / Σx²; 0 where the models never differ. */
function ratio(differences: Float64Array): number {
  const squares = sumOf(differences.map((difference) => difference * difference));
  return squares === 0 ? 0 : sumOf(differences) ** 2 / squares;
}
