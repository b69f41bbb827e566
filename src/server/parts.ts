import type { BatchBook } from "./batches/batch-book.ts";
import type { BatchRunner } from "./batches/batch-runner.ts";
import type { GeneratorShelf } from "./chat/generator-shelf.ts";
import type { FileBook } from "./files/file-book.ts";
import type { UploadTickets } from "./files/upload-tickets.ts";
import type { JobBook } from "./jobs/job-book.ts";
import type { JobRunner } from "./jobs/job-runner.ts";
import type { ServerWorld } from "./world.ts";

/** All that routes work with. */
export interface ServerParts {
  readonly world: ServerWorld;
  readonly files: FileBook;
  readonly tickets: UploadTickets;
  readonly jobs: JobBook;
  readonly runner: JobRunner;
  readonly generators: GeneratorShelf;
  readonly batches: BatchBook;
  readonly batchRunner: BatchRunner;
  /** What requests must carry; null where nothing is asked for. */
  readonly token: string | null;
}
