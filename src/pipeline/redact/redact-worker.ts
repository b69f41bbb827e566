import { type Job, serveJob } from "../../lib/worker-pool.ts";
import { lineRedactor, type RedactedLines, type RedactSetup, type TextLine } from "./redact-lines.ts";

/** Redacts lines, for one thread. */
export const redactJob: Job<RedactSetup, readonly TextLine[], RedactedLines> = lineRedactor;

serveJob(redactJob);
