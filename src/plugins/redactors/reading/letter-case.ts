/** Writes a word in the case of another: "SMITH" is capitals, "Smith" a capital first, else as it is. */
export function inCaseOf(model: string, word: string): string {
  if (model === model.toLowerCase()) return word;
  if (model.length > 1 && model === model.toUpperCase()) return word.toUpperCase();
  return word.charAt(0).toUpperCase() + word.slice(1);
}
