export { openPgliteTarget } from "./pglite-target.ts";
export { openPostgresTarget } from "./postgres-target.ts";
export type {
  BusinessTruth,
  CallRow,
  CallTruth,
  DecisionTruth,
  Occurrence,
  PersonalKind,
  PersonalTruth,
  Place,
  SampleCall,
  TenantRow,
  ToolCallRow,
  TranscriptEntry,
} from "./sample-call.ts";
export type { SampleTarget } from "./sample-target.ts";
export { type Feature, shares } from "./shares.ts";
export { type SimulateOptions, simulateCalls } from "./simulate-calls.ts";
export { sampleTenants, sampleTools } from "./tenants.ts";
export { type WriteOptions, writeSamples } from "./write-samples.ts";
export { writeTruth } from "./write-truth.ts";
