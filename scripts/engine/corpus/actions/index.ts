import type { Action } from "./action.ts";
import { bookingActions } from "./booking.ts";
import { buyingActions } from "./buying.ts";
import { changingActions } from "./changing.ts";
import { confirmingActions } from "./confirming.ts";
import { endingActions } from "./ending.ts";
import { reportingActions } from "./reporting.ts";
import { tellingActions } from "./telling.ts";

/** All that tools do. */
export const actions = {
  ...bookingActions,
  ...endingActions,
  ...changingActions,
  ...confirmingActions,
  ...tellingActions,
  ...buyingActions,
  ...reportingActions,
} satisfies Readonly<Record<string, Action>>;

export type ActionName = keyof typeof actions;

export const actionNames = Object.keys(actions) as readonly ActionName[]; // a table's own keys
