import { z } from "zod";

/** A job's life in our words; a provider has more of its own. */
export const jobStates = ["queued", "running", "succeeded", "failed", "cancelled"] as const;
export const JobState = z.enum(jobStates);
export type JobState = z.infer<typeof JobState>;

/** Which of a dataset's files: what is learnt from, and what the loss is watched on. */
export const FileRole = z.enum(["training", "validation"]);
export type FileRole = z.infer<typeof FileRole>;

/** The hyper-parameters of a job, each as it is sent: nothing is left to a service's changing defaults. */
export const JobSettings = z.object({
  epochs: z.int(),
  learningRate: z.number(),
  /** Examples in a step. */
  batchSize: z.int(),
  /** Null trains all weights. */
  lora: z.object({ rank: z.int(), alpha: z.int() }).nullable(),
  /** Several rows in one sequence; off where that would leave too few steps. */
  packing: z.boolean(),
  /** Longest sequence; null leaves it to the model's limit. */
  maxTokens: z.int().nullable(),
  /** How often the validation file is looked at. */
  evaluations: z.int(),
  earlyStopping: z.boolean(),
  /** Share of the steps in which the rate rises. */
  warmupRatio: z.number(),
  seed: z.int(),
  /** Ends the tuned model's name; holds the order's id, by which a lost job is found again. */
  suffix: z.string(),
});
export type JobSettings = z.infer<typeof JobSettings>;

export const OrderedFile = z.object({
  /** The name it gets at the provider: this order's alone. */
  name: z.string(),
  sha256: z.string(),
  bytes: z.int(),
  rows: z.int(),
});
export type OrderedFile = z.infer<typeof OrderedFile>;

/** What was ordered, of whom, for how much. */
export const JobOrder = z.object({
  provider: z.string(),
  /** The API's address; "this machine" for the local provider, whose port changes. */
  address: z.string(),
  model: z.string(),
  /** Of the dataset's manifest; null where a file was named instead. */
  manifestHash: z.string().nullable(),
  training: OrderedFile,
  validation: OrderedFile.nullable(),
  settings: JobSettings,
  /** Dollars as shown before the yes; null where nobody knew. */
  price: z.number().nullable(),
  /** SHA-256 of what the user asked for: the same command finds the same order. */
  fingerprint: z.string(),
});
export type JobOrder = z.infer<typeof JobOrder>;

/** Names and ids of a tuned model as the provider returned them; they are never made up from parts. */
export const TunedModel = z.object({
  name: z.string().nullable(),
  modelId: z.string().nullable(),
  modelRevision: z.string().nullable(),
  adapterName: z.string().nullable(),
  adapterId: z.string().nullable(),
});
export type TunedModel = z.infer<typeof TunedModel>;

const File = { role: FileRole, fileId: z.string() };

/** What can be true of a job; `at` is added when it is written. */
const facts = [
  z.object({ fact: z.literal("ordered"), version: z.literal(1), id: z.string(), order: JobOrder }),
  /** Who said yes to which price. */
  z.object({
    fact: z.literal("confirmed"),
    by: z.enum(["flag", "person", "free"]),
    price: z.number().nullable(),
  }),
  /** Written before the provider is asked for a place to send the file to. */
  z.object({ fact: z.literal("upload-started"), role: FileRole }),
  z.object({ fact: z.literal("file-reserved"), ...File }),
  z.object({ fact: z.literal("file-sent"), ...File }),
  z.object({ fact: z.literal("file-ready"), ...File }),
  /** The provider won't train on it, or has lost it. */
  z.object({ fact: z.literal("file-refused"), ...File, status: z.string() }),
  /** The provider's own estimate in dollars. */
  z.object({ fact: z.literal("priced"), price: z.number() }),
  /** Written before the request that costs money. */
  z.object({ fact: z.literal("create-started") }),
  /** The provider said no for certain: there is no job. */
  z.object({ fact: z.literal("create-refused"), status: z.int() }),
  z.object({ fact: z.literal("created"), jobId: z.string(), status: z.string() }),
  z.object({ fact: z.literal("status"), status: z.string(), state: JobState }),
  z.object({ fact: z.literal("cancel-asked") }),
  z.object({
    fact: z.literal("ended"),
    status: z.string(),
    state: JobState,
    model: TunedModel,
    tokens: z.number().nullable(),
  }),
] as const;

export const NewJobFact = z.discriminatedUnion("fact", facts);
export type NewJobFact = z.infer<typeof NewJobFact>;

/** One line of `jobs/<id>.json`. Never holds a key, or words of callers or of the service. */
export const JobFact = z.intersection(NewJobFact, z.object({ at: z.iso.datetime() }));
export type JobFact = z.infer<typeof JobFact>;
