import type { CallFilter } from "../../domain/call-filter.ts";

export interface NoCalls {
  readonly table: string;
  readonly filter: CallFilter;
  /** Statuses of calls that pass the rest of the filter, with how many have each. */
  readonly statuses: readonly (readonly [status: string | null, calls: number])[];
  /** Row-level security keeps rows from this user. */
  readonly hidden: boolean;
}

/** Why a read gave no call, and what to do. */
export function noticeForNone({ table, filter, statuses, hidden }: NoCalls): string {
  if (statuses.length > 0) {
    const found = statuses.map(([status, calls]) => `${status ?? "none"} (${calls})`).join(", ");
    const wanted = filter.statuses.map((status) => `"${status}"`).join(" or ");
    return `no call in ${table} has the status ${wanted}; there are: ${found}. Say with --status which count as completed`;
  }
  if (hidden) {
    return `this user sees no row of ${table}: row-level security hides them; use a user that may read all rows`;
  }
  const filtered = filter.since !== null || filter.until !== null || filter.tenants.length > 0;
  return filtered
    ? `no call in ${table} is in this time window and of these tenants`
    : `${table} holds no calls`;
}
