import type { FineTuneProgress, FineTuneSettings } from "../../engine/train/fine-tune.ts";
import type { JobEvent, JobFacts, JobStatus } from "../../workspace/local-jobs.ts";

/** All that the thread of a job is told; any message later means: stop. */
export interface WorkerOrder {
  /** Address of the module that exports `engine`. */
  readonly engineModule: string;
  readonly modelName: string;
  readonly outputName: string;
  /** The model to begin with; null for the base model. */
  readonly startFile: string | null;
  readonly trainingFile: string;
  readonly validationFile: string | null;
  /** Where checkpoints and the tuned model go. */
  readonly folder: string;
  readonly settings: FineTuneSettings;
  /** Epochs done before an interruption. */
  readonly doneEpochs: number;
  /** How many checkpoints the user will be able to use. */
  readonly checkpoints: number;
  readonly threads: number;
}

/** What the thread tells. */
export type WorkerReport =
  | {
      readonly kind: "event";
      readonly event: JobEvent;
      readonly status?: JobStatus;
      readonly facts?: JobFacts;
    }
  | { readonly kind: "progress"; readonly progress: FineTuneProgress }
  | {
      readonly kind: "epoch";
      readonly epoch: number;
      readonly step: number;
      readonly tokens: number;
      readonly totalSteps: number;
      /** The checkpoint's name in the job's folder. */
      readonly file: string;
      /** Whether it is one of those that were asked for; others serve a restart alone. */
      readonly listed: boolean;
    }
  | { readonly kind: "saved"; readonly modelBytes: number }
  | { readonly kind: "stopped" }
  /** `detail` is for the log: where a mistake of ours happened; empty where the message says all. */
  | { readonly kind: "failed"; readonly message: string; readonly detail: string };
