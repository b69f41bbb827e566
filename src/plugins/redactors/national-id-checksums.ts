import type { Entity } from "./redactor.ts";

/** Whether a value (digits only, or lower case) passes its country's checksum. */
export const checksums: Partial<Record<Entity, (value: string) => boolean>> = {
  UK_NHS: (value) =>
    value.length === 10 && 11 - (weighted(value, [10, 9, 8, 7, 6, 5, 4, 3, 2]) % 11 || 11) === at(value, 9),
  CA_SIN: (value) => value.length === 9 && /^[1-79]/.test(value) && luhnSum(value) % 10 === 0,
  AU_TFN: (value) => value.length === 9 && weighted(value, [1, 4, 3, 7, 5, 8, 6, 9, 10]) % 11 === 0,
  IN_AADHAAR: (value) => value.length === 12 && /^[2-9]/.test(value) && verhoeff(value) === 0,
  PL_PESEL: (value) =>
    value.length === 11 &&
    (10 - (weighted(value, [1, 3, 7, 9, 1, 3, 7, 9, 1, 3]) % 10)) % 10 === at(value, 10),
  BR_CPF: (value) =>
    value.length === 11 &&
    !/^(\d)\1+$/.test(value) &&
    cpfDigit(value, 9) === at(value, 9) &&
    cpfDigit(value, 10) === at(value, 10),
  NL_BSN: (value) => value.length === 9 && weighted(value, [9, 8, 7, 6, 5, 4, 3, 2, -1]) % 11 === 0,
  ES_NIF: (value) => /^[xyz0-9]\d{7}[a-z]$/.test(value) && nifLetter(value) === value.charAt(8),
  IT_FISCAL_CODE: (value) =>
    /^[a-z]{6}\d{2}[a-ehlmprst]\d{2}[a-z]\d{3}[a-z]$/.test(value) && fiscalLetter(value) === value.charAt(15),
};

function at(value: string, index: number): number {
  return Number(value.charAt(index));
}

function weighted(value: string, weights: readonly number[]): number {
  return weights.reduce((sum, weight, index) => sum + weight * at(value, index), 0);
}

function luhnSum(value: string): number {
  return Array.from(value, Number).reduce((sum, digit, index) => {
    const doubled = index % 2 === 1 ? digit * 2 : digit;
    return sum + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
}

function cpfDigit(value: string, length: number): number {
  const sum = Array.from(value.slice(0, length)).reduce(
    (total, digit, index) => total + Number(digit) * (length + 1 - index),
    0,
  );
  return ((sum * 10) % 11) % 10;
}

function nifLetter(value: string): string {
  const number = value.slice(0, 8).replace("x", "0").replace("y", "1").replace("z", "2");
  return "trwagmyfpdxbnjzsqvhlcke".charAt(Number(number) % 23);
}

const oddValues = [
  1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23,
];

/** Characters at odd places (counting from one) weigh by a table, the others by their order. */
function fiscalLetter(value: string): string {
  const sum = Array.from(value.slice(0, 15)).reduce((total, character, index) => {
    const order = character >= "0" && character <= "9" ? Number(character) : character.charCodeAt(0) - 97;
    return total + (index % 2 === 0 ? (oddValues[order] ?? 0) : order);
  }, 0);
  return String.fromCharCode(97 + (sum % 26));
}

/** The dihedral group of order ten, row by row. */
const products =
  "0123456789123406789523401789563401289567401239567859876043216598710432765982104387659321049876543210";
const permutations = [
  "0123456789",
  "1576283094",
  "5803796142",
  "8916043527",
  "9453126870",
  "4286573901",
  "2793806415",
  "7046913258",
];

function verhoeff(value: string): number {
  return Array.from(value)
    .reverse()
    .reduce((check, digit, index) => {
      const permuted = Number(permutations[index % 8]?.charAt(Number(digit)));
      return Number(products.charAt(check * 10 + permuted));
    }, 0);
}
