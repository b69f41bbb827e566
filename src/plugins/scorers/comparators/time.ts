import { byMeaning } from "./comparator.ts";
import { momentOf } from "./reading/moment.ts";

export const time = byMeaning("a time of day, said or written", (text, context) =>
  momentOf(text, "time", context),
);
