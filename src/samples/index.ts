export { openPgliteTarget } from "./pglite-target.ts";
export { openPostgresTarget } from "./postgres-target.ts";
export type { Occurrence, PersonalTruth, SampleCall } from "./sample-call.ts";
export { simulateCalls } from "./simulate-calls.ts";
export { sampleTenants, sampleTools } from "./tenants.ts";
export { writeSamples } from "./write-samples.ts";
export { writeTruth } from "./write-truth.ts";
