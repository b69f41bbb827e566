import { parseKeptJson } from "../../lib/kept-json.ts";

/**
 * JSON text as Python's `json.dumps(…, ensure_ascii=False)` writes the same value, which is what chat templates put
 * before a model: `, ` and `: ` between, escapes undone where JSON allows, `1.50` as 1.5 and `5.0` as it is. Null
 * where the text is no JSON.
 */
export function pythonJson(text: string): string | null {
  if (parseKeptJson(text) === undefined) return null;
  return text.replace(lexeme, (whole, string?: string, number?: string, mark?: string) => {
    if (string !== undefined) return escapable.test(string) ? JSON.stringify(JSON.parse(string)) : string;
    if (number !== undefined) return pythonNumber(number);
    if (mark === ",") return ", ";
    if (mark === ":") return ": ";
    return whole.trim();
  });
}

/** Escapes, and halves of pairs, which are written as escapes; all else stands as it is. */
const escapable = /[\\\ud800-\udfff]/;

const lexeme = /("(?:[^"\\]|\\.)*")|(-?\d[\d.eE+-]*)|([,:])|\s+/g;

/** Integers keep all their digits; other numbers are the shortest that read back the same, with a point or exponent. */
function pythonNumber(text: string): string {
  if (!/[.eE]/.test(text)) return text === "-0" ? "0" : text;
  const value = Number(text);
  if (Object.is(value, -0)) return "-0.0";
  if (!Number.isFinite(value)) return value > 0 ? "Infinity" : "-Infinity";
  if (value !== 0 && (Math.abs(value) >= 1e16 || Math.abs(value) < 1e-4)) return pythonExponent(value);
  return Number.isInteger(value) ? `${value}.0` : String(value);
}

/** `1e-05`, `1.5e+16`: Python writes at least two digits of exponent. */
function pythonExponent(value: number): string {
  return value.toExponential().replace(/e([+-])(\d)$/, "e$10$2");
}
