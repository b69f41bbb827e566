import { byMeaning } from "./comparator.ts";
import { momentOf } from "./reading/moment.ts";

export const date = byMeaning(
  "a day, said or written; relative days are read from the call's own",
  (text, context) => momentOf(text, "date", context),
);
