import { betaCdf, rootBetween } from "./beta.ts";

/** Wider than any quantile that an interval asks for. */
const widest = 1e12;

/** P(T ≤ t) of Student's t with that many degrees of freedom (not necessarily whole). */
export function studentCdf(t: number, degrees: number): number {
  const tail = betaCdf(degrees / (degrees + t * t), degrees / 2, 0.5) / 2;
  return t > 0 ? 1 - tail : tail;
}

/** The t with P(T ≤ t) = p. */
export function studentQuantile(p: number, degrees: number): number {
  return rootBetween(-widest, widest, (t) => studentCdf(t, degrees) - p);
}

/** The t that leaves `1 - confidence` outside on both sides together. */
export function studentBound(confidence: number, degrees: number): number {
  return studentQuantile(1 - (1 - confidence) / 2, degrees);
}
