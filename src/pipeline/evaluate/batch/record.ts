import { z } from "zod";

const shared = {
  /** ISO 8601. */
  at: z.iso.datetime(),
  /** Of this evaluation; begins the name of each request. */
  order: z.string(),
};

/** One line of an evaluation's `batches.jsonl`. What costs money is written down before it is done. */
export const BatchFact = z.discriminatedUnion("fact", [
  z.object({
    ...shared,
    fact: z.literal("ordered"),
    candidate: z.string(),
    /** Of the candidate, as it stood then. */
    address: z.string().nullable(),
    /** The request file's name at the provider. */
    file: z.string(),
    bytes: z.int(),
    /** Places of the cases in `cases.jsonl`, in the order of the file. */
    places: z.array(z.int()).readonly(),
  }),
  z.object({ ...shared, fact: z.literal("file-sent"), fileId: z.string() }),
  z.object({ ...shared, fact: z.literal("create-started") }),
  /** Certain to have made nothing. */
  z.object({ ...shared, fact: z.literal("create-refused"), status: z.int() }),
  z.object({ ...shared, fact: z.literal("created"), batchId: z.string() }),
  /** All that it answered is in the log, and its files are being removed where they are to be. */
  z.object({ ...shared, fact: z.literal("taken") }),
  /** All that it answered is in the log; `status` in the service's word. */
  z.object({
    ...shared,
    fact: z.literal("ended"),
    state: z.enum(["completed", "failed", "expired", "cancelled"]),
    status: z.string(),
  }),
]);
export type BatchFact = z.infer<typeof BatchFact>;

type Undated<Fact> = Fact extends BatchFact ? Omit<Fact, "at"> : never;
export type NewBatchFact = Undated<BatchFact>;

/** One batch as its facts tell it. */
export interface BatchRecord {
  readonly order: string;
  readonly candidate: string;
  readonly address: string | null;
  readonly file: string;
  readonly bytes: number;
  readonly places: readonly number[];
  readonly fileId: string | null;
  /** A batch may have been made: only the service knows. */
  readonly createStarted: boolean;
  readonly batchId: string | null;
  /** Its answers are in the log, so that its files may be gone. */
  readonly taken: boolean;
  readonly ended: Extract<BatchFact, { fact: "ended" }>["state"] | null;
}

/** The records with one more fact. A fact of an order that nobody knows tells nothing. */
export function withFact(
  records: ReadonlyMap<string, BatchRecord>,
  fact: BatchFact,
): Map<string, BatchRecord> {
  const next = new Map(records);
  if (fact.fact === "ordered") {
    const { order, candidate, address, file, bytes, places } = fact;
    const fresh = { fileId: null, createStarted: false, batchId: null, taken: false, ended: null };
    return next.set(order, { order, candidate, address, file, bytes, places, ...fresh });
  }
  const before = next.get(fact.order);
  return before === undefined ? next : next.set(fact.order, { ...before, ...changeBy(fact) });
}

function changeBy(fact: Exclude<BatchFact, { fact: "ordered" }>): Partial<BatchRecord> {
  switch (fact.fact) {
    case "file-sent":
      return { fileId: fact.fileId };
    case "create-started":
      return { createStarted: true };
    case "create-refused":
      return { createStarted: false };
    case "created":
      return { batchId: fact.batchId };
    case "taken":
      return { taken: true };
    case "ended":
      return { ended: fact.state };
  }
}

/** Whether something was, or may have been, ordered and said yes to, and its answers are still to come. */
export function isUnderWay({ createStarted, ended }: BatchRecord): boolean {
  return createStarted && ended === null;
}
