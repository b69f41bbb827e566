import { dead, type TextMachine } from "./text-machine.ts";

/** What a number must be; bounds included. */
export interface NumberBounds {
  readonly whole: boolean;
  readonly least: number;
  readonly most: number;
  /** Decimals at most; more than these no measure or price has. */
  readonly decimals: number;
  /** A multiple of this; null where any will do. */
  readonly multipleOf: number | null;
}

/** Whole digits beyond which a double no longer holds every number. */
const mostDigits = 15;
const shape = /^-?(?:(?:0|[1-9]\d*)(?:\.\d*)?)?$/;

/**
 * A machine for the decimal texts of numbers within bounds, in JSON's form without exponents. Its states are the texts so
 * far: one is alive while some number that begins like it is allowed.
 */
export function numberMachine(bounds: NumberBounds): TextMachine {
  const numbers = new Map<string, number>();
  const texts: string[] = [];
  const numberOf = (text: string): number => {
    const known = numbers.get(text);
    if (known !== undefined) return known;
    if (!canBecomeAllowed(text, bounds)) return dead;
    texts.push(text);
    numbers.set(text, texts.length - 1);
    return texts.length - 1;
  };
  return {
    start: numberOf(""),
    step: (state, byte) => numberOf((texts[state] ?? "") + String.fromCharCode(byte)),
    accepts: (state) => isAllowed(texts[state] ?? "", bounds),
  };
}

function isAllowed(text: string, bounds: NumberBounds): boolean {
  if (!/\d$/.test(text)) return false;
  const value = Number(text);
  return bounds.least <= value && value <= bounds.most && isMultiple(value, bounds);
}

function isMultiple(value: number, { whole, multipleOf }: NumberBounds): boolean {
  if (whole && !Number.isInteger(value)) return false;
  return multipleOf === null || Number.isInteger(value / multipleOf);
}

function canBecomeAllowed(text: string, bounds: NumberBounds): boolean {
  if (!shape.test(text)) return false;
  const [whole = "", decimals] = text.replace("-", "").split(".");
  if (whole.length > mostDigits || (decimals !== undefined && bounds.whole)) return false;
  if ((decimals?.length ?? 0) > bounds.decimals) return false;
  const maybeBelowZero = text === "" || text.startsWith("-");
  const maybeAbove = !text.startsWith("-");
  return rangesBehind(whole, decimals, bounds).some(
    ([low, high]) =>
      (maybeAbove && holdsAllowed(low, high, bounds)) ||
      (maybeBelowZero && holdsAllowed(-high, -low, bounds)),
  );
}

/** The magnitudes that texts with this beginning can have, as ranges. */
function rangesBehind(
  whole: string,
  decimals: string | undefined,
  bounds: NumberBounds,
): (readonly [number, number])[] {
  const widest = 10 ** mostDigits - 1;
  if (whole === "") return [[0, widest]];
  const grain = bounds.whole ? 1 : 10 ** -bounds.decimals;
  if (decimals !== undefined) {
    const low = Number(`${whole}.${decimals}0`);
    return [[low, low + 10 ** -decimals.length - grain]];
  }
  const low = Number(whole);
  if (low === 0) return [[0, 1 - grain]];
  return Array.from({ length: mostDigits - whole.length + 1 }, (_, more) => {
    const scale = 10 ** more;
    return [low * scale, (low + 1) * scale - grain];
  });
}

/** Whether an allowed number lies from low to high. */
function holdsAllowed(low: number, high: number, bounds: NumberBounds): boolean {
  const from = Math.max(low, bounds.least);
  const to = Math.min(high, bounds.most);
  const step = bounds.multipleOf ?? (bounds.whole ? 1 : null);
  if (step === null) return from <= to + Number.EPSILON;
  return Math.ceil(from / step - 1e-9) * step <= to + 1e-9;
}
