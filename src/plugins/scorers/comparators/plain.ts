import { byMeaning, plainText } from "./comparator.ts";

export const plain = byMeaning("text; case, spaces, quotes and marks around it don't count", plainText);
