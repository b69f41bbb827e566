import type { FileRole, JobFact, JobOrder, JobState, TunedModel } from "./job.ts";

/** How far a file has come on its way to the provider. */
export interface FileRecord {
  readonly state: "started" | "reserved" | "sent" | "ready";
  readonly fileId: string | null;
}

/** A job as its ledger tells it. */
export interface JobRecord {
  readonly id: string;
  readonly order: JobOrder;
  readonly orderedAt: string;
  /** Null before anyone has said yes; the price said yes to may itself be unknown. */
  readonly confirmed: { readonly price: number | null } | null;
  readonly files: Readonly<Partial<Record<FileRole, FileRecord>>>;
  /** A request that creates the job may have reached the provider. */
  readonly createStarted: boolean;
  readonly jobId: string | null;
  readonly createdAt: string | null;
  /** The provider's last word for it. */
  readonly status: string | null;
  readonly state: JobState | null;
  readonly cancelAsked: boolean;
  readonly endedAt: string | null;
  readonly model: TunedModel | null;
  readonly tokens: number | null;
}

type Step = { readonly [Kind in JobFact["fact"]]: (fact: JobFact & { fact: Kind }) => Partial<JobRecord> };

/** The record after all facts, in the order they were written. Null where the first one isn't an order. */
export function recordOf(facts: readonly JobFact[]): JobRecord | null {
  const [first, ...rest] = facts;
  return first?.fact === "ordered" ? rest.reduce(withFact, newRecord(first)) : null;
}

export function withFact(record: JobRecord, fact: JobFact): JobRecord {
  const step = stepsFrom(record)[fact.fact] as (fact: JobFact) => Partial<JobRecord>;
  return { ...record, ...step(fact) };
}

function newRecord(first: JobFact & { fact: "ordered" }): JobRecord {
  return {
    id: first.id,
    order: first.order,
    orderedAt: first.at,
    confirmed: null,
    files: {},
    createStarted: false,
    jobId: null,
    createdAt: null,
    status: null,
    state: null,
    cancelAsked: false,
    endedAt: null,
    model: null,
    tokens: null,
  };
}

function stepsFrom({ files }: JobRecord): Step {
  const withFile = (role: FileRole, file: FileRecord) => ({ files: { ...files, [role]: file } });
  return {
    ordered: () => ({}),
    confirmed: ({ price }) => ({ confirmed: { price } }),
    "upload-started": ({ role }) => withFile(role, { state: "started", fileId: null }),
    "file-reserved": ({ role, fileId }) => withFile(role, { state: "reserved", fileId }),
    "file-sent": ({ role, fileId }) => withFile(role, { state: "sent", fileId }),
    "file-ready": ({ role, fileId }) => withFile(role, { state: "ready", fileId }),
    "file-refused": ({ role }) => withFile(role, { state: "started", fileId: null }),
    priced: () => ({}),
    "create-started": () => ({ createStarted: true }),
    "create-refused": () => ({ createStarted: false }),
    created: ({ jobId, status, at }) => ({ jobId, status, state: "queued", createdAt: at }),
    status: ({ status, state }) => ({ status, state }),
    "cancel-asked": () => ({ cancelAsked: true }),
    ended: ({ status, state, model, tokens, at }) => ({ status, state, model, tokens, endedAt: at }),
  };
}
