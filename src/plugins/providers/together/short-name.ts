/** What is left of a model's id without its publisher and the endings that providers add. */
export function shortName(id: string): string {
  return id
    .toLowerCase()
    .replace(/^.*\//, "")
    .replace(/^meta-/, "")
    .replace(/-(?:reference|turbo|fp8|bf16)$/, "");
}
