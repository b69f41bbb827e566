/** To six digits, as the oracles of `lib/statistics` are written. */
export function six(value: number): number {
  return Math.round(value * 1e6) / 1e6;
}
