import { join } from "node:path";
import { UsageError } from "../lib/errors.ts";
import { makeFolder } from "./files.ts";
import { type Lock, takeLock } from "./lock.ts";

/** One build's files, in one folder that is put in place whole. */
export interface DatasetFiles {
  readonly folder: string;
  readonly train: string;
  readonly validation: string;
  readonly test: string;
  /** `train` in the chosen provider's dialect: what is uploaded. */
  readonly trainingData: string;
  /** `validation` likewise. */
  readonly validationData: string;
  /** One line per example: its id, split, call, caller and label, in the order of the split's file. */
  readonly examples: string;
  readonly rejected: string;
  readonly manifest: string;
}

/** The folder a project's calls, dataset and jobs live in; nothing but this folder's code touches its files. */
export interface Workspace {
  readonly folder: string;
  readonly calls: string;
  readonly problems: string;
  readonly pullState: string;
  /** The secret that surrogates and opaque ids depend on; not for sharing. */
  readonly salt: string;
  readonly dataset: DatasetFiles;
  /** The embedded Postgres of the sample calls. */
  readonly sampleDatabase: string;
  /** Tools of the sample calls, as `--tools` takes them. */
  readonly sampleTools: string;
  /** @throws UsageError when another command is at work here */
  lock(command: string): Promise<Lock>;
}

/** Makes the folder (owner only) where it isn't there yet. */
export async function openWorkspace(folder: string): Promise<Workspace> {
  await makeFolder(folder).catch((error: unknown) => {
    throw inTheWay(error) ?? error;
  });
  return {
    folder,
    calls: join(folder, "calls.jsonl"),
    problems: join(folder, "problems.jsonl"),
    pullState: join(folder, "pull.json"),
    salt: join(folder, "salt"),
    dataset: datasetFiles(join(folder, "dataset")),
    sampleDatabase: join(folder, "samples", "database"),
    sampleTools: join(folder, "samples", "tools.json"),
    lock: (command) => takeLock(join(folder, "lock"), command),
  };
}

export function datasetFiles(folder: string): DatasetFiles {
  return {
    folder,
    train: join(folder, "train.jsonl"),
    validation: join(folder, "validation.jsonl"),
    test: join(folder, "test.jsonl"),
    trainingData: join(folder, "training_data.jsonl"),
    validationData: join(folder, "validation_data.jsonl"),
    examples: join(folder, "examples.jsonl"),
    rejected: join(folder, "rejected.jsonl"),
    manifest: join(folder, "manifest.json"),
  };
}

/** A file of that name, or a link that leads nowhere. */
function inTheWay(error: unknown): UsageError | null {
  const code = error instanceof Error && "code" in error ? error.code : null;
  if (code !== "EEXIST" && code !== "ENOENT" && code !== "ENOTDIR") return null;
  return new UsageError(
    "the workspace's folder can't be made: a file, or a link that leads nowhere, is in its way; move it, or give another --workspace",
    { cause: error },
  );
}
