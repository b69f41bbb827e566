import { type Job, serveJob } from "../../lib/worker-pool.ts";
import { type ParsedRecordLine, type ParseSetup, type ReadRecord, recordFinisher } from "./parse-records.ts";

/** Filters and redacts records that were read elsewhere. */
export const finishJob: Job<ParseSetup, readonly ReadRecord[], ParsedRecordLine[]> = (setup) =>
  recordFinisher(setup);

serveJob(finishJob);
