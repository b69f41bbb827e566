// Every public name, one explicit list. The folders tell where each is at home.

export { BuildOptions } from "./domain/build-options.ts";
export { AgentTurn, Call, CallerTurn, MadeToolCall, SystemTurn, Tenant, Turn } from "./domain/call.ts";
export { CallFilter, type LeftOutReason } from "./domain/call-filter.ts";
export { type Config, defineConfig } from "./domain/config.ts";
export { type Dialect, dialects } from "./domain/dialect.ts";
export { type Entity, entities } from "./domain/entity.ts";
export type { Example } from "./domain/example.ts";
export { type Label, type RejectDetail, RejectReason } from "./domain/label.ts";
export { EntityCounts, LeakReport, RedactionMark } from "./domain/leak-report.ts";
export { Manifest } from "./domain/manifest.ts";
export { AssistantMessage, Message, SystemMessage, ToolMessage, UserMessage } from "./domain/message.ts";
export { Problem, ProblemReason } from "./domain/problem.ts";
export { EntityName, Operator, OwnPattern, RedactionSettings } from "./domain/redaction-settings.ts";
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
export {
  type PersonalLine,
  type PersonalReport,
  type PersonalRequest,
  scanPersonal,
} from "./pipeline/check/scan-personal.ts";
export { builtInFormatPool, ownFormatPool, type ParsePool } from "./pipeline/pull/parse-pool.ts";
export type { BuiltInFormat, ParsedRecordLine, ParseSetup } from "./pipeline/pull/parse-records.ts";
export { type PullOrder, type PullProgress, type PullSummary, pull } from "./pipeline/pull/pull.ts";
export {
  type RedactRequest,
  type RedactSummary,
  redactFile,
} from "./pipeline/redact/redact-file.ts";
export type { LineProblem, RedactSetup } from "./pipeline/redact/redact-lines.ts";
export type { CallFormat, ParseContext, ParsedRecord } from "./plugins/call-formats/call-format.ts";
export { type CallFormatName, callFormats } from "./plugins/call-formats/index.ts";
export type { Exporter, FieldType, FileFacts, FileLimits, RowFault } from "./plugins/exporters/exporter.ts";
export { type ExporterName, exporters } from "./plugins/exporters/index.ts";
export { sources } from "./plugins/sources/index.ts";
export type { OpenSource, Position, RawCall, ReadRequest, Source } from "./plugins/sources/source.ts";
export { type TokenizerName, tokenizerFor, tokenizers } from "./plugins/tokenizers/index.ts";
export type { Row, RowShape, Tokenizer } from "./plugins/tokenizers/tokenizer.ts";
export {
  type CallRedactor,
  createRedactor,
  type RedactedCall,
} from "./redaction/create-redactor.ts";
export { countTraces, findPersonal, type PersonalTrace } from "./redaction/find-personal.ts";
export { RedactionOptions } from "./redaction/options.ts";
export type { Part, Script } from "./redaction/parts.ts";
export { type RedactedRow, redactMessagesRow } from "./redaction/redact-row.ts";
export type { RedactedScript } from "./redaction/redact-script.ts";
export type { Replacement } from "./redaction/registry.ts";
export type { RedactionCounts } from "./redaction/report.ts";
export { saltId } from "./redaction/salt-id.ts";
export { settingsFaults } from "./redaction/settings-faults.ts";
export type { Lock } from "./workspace/lock.ts";
export { PullCounts } from "./workspace/pull-state.ts";
export { type DatasetFiles, openWorkspace, type Workspace } from "./workspace/workspace.ts";
