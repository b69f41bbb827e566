/** A table reference: `name` or `schema.name`. */
export type TableName = string;

/** A table whose rows belong to a call (its turns, its tool calls). */
export interface ChildTable {
  readonly table: TableName;
  /** Column of the child that equals `callColumn` of the call. */
  readonly column: string;
  readonly callColumn: string;
  readonly columns: readonly string[];
  /** Order within the call; ends with a column that makes the order total. */
  readonly orderBy: readonly string[];
  /** The child's own key, for places in problems. */
  readonly key: string;
}

/** A table the call points at (its tenant). */
export interface ParentTable {
  readonly table: TableName;
  readonly column: string;
  readonly callColumn: string;
  readonly columns: readonly string[];
}

/**
 * What a source that holds tables has to read so that a call format gets whole records: one record per row of
 * `table`, with each parent as an object and each child as an array under its name. Every value arrives either as
 * JSON or as the database's text for it.
 */
export interface TableSelection {
  readonly table: TableName;
  readonly key: string;
  readonly columns: readonly string[];
  /** The column that says when a call ended (or began): calls are read in this order, then by key. */
  readonly timeColumn: string | null;
  readonly statusColumn: string | null;
  readonly tenantColumn: string | null;
  readonly startedColumn: string | null;
  readonly parents: Readonly<Record<string, ParentTable>>;
  readonly children: Readonly<Record<string, ChildTable>>;
}
