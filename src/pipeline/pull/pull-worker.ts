import { type Job, serveJob } from "../../lib/worker-pool.ts";
import type { CallFormat } from "../../plugins/call-formats/call-format.ts";
import { callFormats } from "../../plugins/call-formats/index.ts";
import type { RawCall } from "../../plugins/sources/source.ts";
import { type BuiltInFormat, type ParsedRecordLine, recordParser } from "./parse-records.ts";

/** Reads records of a built-in format, which travels to a thread by its name. */
export const pullJob: Job<BuiltInFormat, readonly RawCall[], ParsedRecordLine[]> = (setup) => {
  const format: CallFormat = callFormats[setup.format];
  return recordParser(format, format.options.parse(setup.formatOptions), setup);
};

serveJob(pullJob);
