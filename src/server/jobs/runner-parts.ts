import type { FileBook } from "../files/file-book.ts";
import type { ServerWorld } from "../world.ts";
import type { JobBook, JobChange } from "./job-book.ts";

/** What jobs are run with. */
export interface RunnerParts {
  readonly world: ServerWorld;
  readonly jobs: JobBook;
  readonly files: FileBook;
}

/** The end of a job that was cancelled. */
export const stopped: JobChange = {
  status: "cancelled",
  event: { type: "job_stopped", message: "Job stopped" },
};
