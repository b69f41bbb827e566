import type { Comparator } from "./comparator.ts";

export const ignore: Comparator = {
  about: "anything goes, and so does nothing",
  same: () => true,
};
