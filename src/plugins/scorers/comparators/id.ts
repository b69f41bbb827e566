import { byMeaning } from "./comparator.ts";

/** Case stays: systems that make ids tell `aB` from `Ab`. */
export const id = byMeaning("an id, letter by letter; only spaces around it don't count", (text) =>
  text.normalize("NFC").trim(),
);
