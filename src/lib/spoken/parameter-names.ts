/** Parameters and tools have few names, each asked for in every call. */
const mostNames = 2000;
const wordsByName = new Map<string, readonly string[]>();

/** `numberOfGuests`, `number_of_guests` and `number-of-guests` are the same words. */
export function wordsOfName(name: string): readonly string[] {
  const known = wordsByName.get(name);
  if (known !== undefined) return known;
  const words = splitName(name);
  if (wordsByName.size >= mostNames) wordsByName.clear();
  wordsByName.set(name, words);
  return words;
}

function splitName(name: string): string[] {
  return name
    .replace(/([a-z0-9])([A-Z])/g, "$1 $2")
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== "");
}

const freeTextWords: ReadonlySet<string> = new Set(
  (
    "note notes reason reasons summary summaries query queries question description details detail message comment comments " +
    "remark remarks instructions instruction issue problem symptoms symptom request requests concern subject text body " +
    "complaint feedback context topic purpose memo transcript search keywords explanation"
  ).split(" "),
);

/** Whether a parameter of this name is written in the agent's own words. */
export function isFreeTextName(name: string): boolean {
  return wordsOfName(name).some((word) => freeTextWords.has(word));
}
