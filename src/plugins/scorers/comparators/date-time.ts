import { byMeaning } from "./comparator.ts";
import { momentOf } from "./reading/moment.ts";

export const dateTime = byMeaning("a day and a time; an offset makes it an instant", (text, context) =>
  momentOf(text, "date-time", context),
);
