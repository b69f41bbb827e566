// Every public name, one explicit list. The folders tell where each is at home.

export { BuildOptions } from "./domain/build-options.ts";
export { AgentTurn, Call, CallerTurn, MadeToolCall, SystemTurn, Tenant, Turn } from "./domain/call.ts";
export { CallFilter, type LeftOutReason } from "./domain/call-filter.ts";
export { type Config, defineConfig } from "./domain/config.ts";
export { type Dialect, dialects } from "./domain/dialect.ts";
export type { Example } from "./domain/example.ts";
export { type Label, RejectReason } from "./domain/label.ts";
export { Manifest } from "./domain/manifest.ts";
export { AssistantMessage, Message, SystemMessage, ToolMessage, UserMessage } from "./domain/message.ts";
export { Problem, ProblemReason } from "./domain/problem.ts";
export { Split, SplitShares } from "./domain/split.ts";
export { defaultSystemPrompt } from "./domain/system-prompt.ts";
export type { ChildTable, ParentTable, TableName, TableSelection } from "./domain/table-selection.ts";
export { JsonSchema, Tool, ToolCall } from "./domain/tool.ts";
export { type ToolBook, ToolsFile } from "./domain/tool-book.ts";
export {
  DataError,
  type FilePlace,
  InterruptedError,
  RemoteError,
  type RemoteFailure,
  UsageError,
} from "./lib/errors.ts";
export type { Json, JsonObject } from "./lib/json.ts";
export type { WorkerPool } from "./lib/worker-pool.ts";
export { type BuildOrder, type BuildProgress, build } from "./pipeline/build/build.ts";
export { type CheckRequest, checkFile } from "./pipeline/check/check-file.ts";
export type { CheckSetup } from "./pipeline/check/check-job.ts";
export type {
  CheckReport,
  FaultCount,
  FaultTally,
  PlacedFault,
  TokenSummary,
} from "./pipeline/check/report.ts";
export { builtInFormatPool, ownFormatPool, type ParsePool } from "./pipeline/pull/parse-pool.ts";
export type { BuiltInFormat, ParsedRecordLine, ParseSetup } from "./pipeline/pull/parse-records.ts";
export { type PullOrder, type PullProgress, type PullSummary, pull } from "./pipeline/pull/pull.ts";
export type { CallFormat, ParseContext, ParsedRecord } from "./plugins/call-formats/call-format.ts";
export { type CallFormatName, callFormats } from "./plugins/call-formats/index.ts";
export type { Exporter, FieldType, FileFacts, FileLimits, RowFault } from "./plugins/exporters/exporter.ts";
export { type ExporterName, exporters } from "./plugins/exporters/index.ts";
export { sources } from "./plugins/sources/index.ts";
export type { OpenSource, Position, RawCall, ReadRequest, Source } from "./plugins/sources/source.ts";
export { type TokenizerName, tokenizerFor, tokenizers } from "./plugins/tokenizers/index.ts";
export type { Row, RowShape, Tokenizer } from "./plugins/tokenizers/tokenizer.ts";
export type { Lock } from "./workspace/lock.ts";
export { PullCounts } from "./workspace/pull-state.ts";
export { type DatasetFiles, openWorkspace, type Workspace } from "./workspace/workspace.ts";
