/** A line of numbers drawn from left to right. */
export interface Scale {
  /** Round numbers on the line, rising. */
  readonly ticks: readonly number[];
  /** How far along a number lies, in percent of the whole, within 0…100. */
  at(value: number): number;
}

const aboutTicks = 4;

/** A scale from about `low` to about `high`, with room at both ends for dots. */
export function linearScale(low: number, high: number): Scale {
  const room = (high - low || Math.abs(high) || 1) * 0.08;
  const [from, to] = [low - room, high + room];
  const at = (value: number) => Math.min(100, Math.max(0, ((value - from) / (to - from)) * 100));
  return { ticks: roundNumbers(low, high), at };
}

/** Multiples of 1, 2 or 5 times a power of ten. */
function roundNumbers(low: number, high: number): number[] {
  const span = high - low;
  if (!(span > 0)) return [low];
  const power = 10 ** Math.floor(Math.log10(span / aboutTicks));
  const step = [1, 2, 5, 10].map((times) => times * power).find((size) => span / size <= aboutTicks) ?? span;
  const first = Math.ceil(low / step - 1e-9);
  const last = Math.floor(high / step + 1e-9);
  return Array.from({ length: last - first + 1 }, (_, index) => (first + index) * step);
}
