// Every public name, one explicit list. The folders tell where each is at home.

export { BuildOptions } from "./domain/build-options.ts";
export { AgentTurn, Call, CallerTurn, MadeToolCall, SystemTurn, Tenant, Turn } from "./domain/call.ts";
export { CallFilter, type LeftOutReason } from "./domain/call-filter.ts";
export { BfclEntry, Case, ExpectedReply, ExpectedToolCall } from "./domain/case.ts";
export { type Config, defineConfig } from "./domain/config.ts";
export { type Dialect, dialects } from "./domain/dialect.ts";
export { type Entity, entities } from "./domain/entity.ts";
export { CandidateOptions, EvaluateOptions } from "./domain/evaluate-options.ts";
export { Candidate, CandidateResult, CurvePoint, EvaluationSummary } from "./domain/evaluation.ts";
export type { Example } from "./domain/example.ts";
export {
  AnsweredGeneration,
  FailedGeneration,
  FailureReason,
  Generation,
  Latency,
  Usage,
} from "./domain/generation.ts";
export {
  ArgumentError,
  ArgumentVerdict,
  Decision,
  decidedRightly,
  JudgedToolCall,
  Judgement,
  ToolCallFault,
} from "./domain/judgement.ts";
export { type Label, type RejectDetail, RejectReason } from "./domain/label.ts";
export { EntityCounts, LeakReport, RedactionMark } from "./domain/leak-report.ts";
export { Manifest } from "./domain/manifest.ts";
export { AssistantMessage, Message, SystemMessage, ToolMessage, UserMessage } from "./domain/message.ts";
export { Bounds, Figure, Metric } from "./domain/metric.ts";
export { Problem, ProblemReason } from "./domain/problem.ts";
export { EntityName, Operator, OwnPattern, RedactionSettings } from "./domain/redaction-settings.ts";
export {
  CandidateReport,
  ConfusionTable,
  GateOn,
  GateResult,
  Outcome,
  Report,
} from "./domain/report.ts";
export { Margins, ReportOptions } from "./domain/report-options.ts";
export { Score, ScoredCase } from "./domain/scored-case.ts";
export { ParameterRule, ScoringOptions, TextJudge } from "./domain/scoring-options.ts";
export { Split, SplitShares } from "./domain/split.ts";
export { defaultSystemPrompt } from "./domain/system-prompt.ts";
export type { ChildTable, ParentTable, TableName, TableSelection } from "./domain/table-selection.ts";
export { TextJudgeFacts } from "./domain/text-judge.ts";
export {
  dollarsOf,
  dollarsPerRequest,
  type HourlyRent,
  PriceOptions,
  TokenPrice,
} from "./domain/token-price.ts";
export { JsonSchema, Tool, ToolCall } from "./domain/tool.ts";
export { type ToolBook, ToolsFile } from "./domain/tool-book.ts";
export { Comparison, Verdict } from "./domain/verdict.ts";
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
export type { PageCase, PageReply } from "./pipeline/report/page/cases/page-case.ts";
export type { LineStart, OwnLine } from "./pipeline/report/page/cases/read-json-lines.ts";
export { type PageCaseOptions, readPageCases } from "./pipeline/report/page/cases/read-page-cases.ts";
export type { ResultStarts } from "./pipeline/report/page/cases/result-cursors.ts";
export type { PageOptions } from "./pipeline/report/page/render-page.ts";
export type { ServingPrice } from "./pipeline/report/page/sections/cost.ts";
export { writePage } from "./pipeline/report/page/write-page.ts";
export { type ReportOrder, report, type WrittenReport } from "./pipeline/report/report.ts";
export type { CallFormat, ParseContext, ParsedRecord } from "./plugins/call-formats/call-format.ts";
export { type CallFormatName, callFormats } from "./plugins/call-formats/index.ts";
export type { Exporter, FieldType, FileFacts, FileLimits, RowFault } from "./plugins/exporters/exporter.ts";
export { type ExporterName, exporters } from "./plugins/exporters/index.ts";
export { type BfclOptions, bfclFault, type RawToolCall } from "./plugins/scorers/bfcl/bfcl-rules.ts";
export type { BfclFault } from "./plugins/scorers/bfcl/bfcl-values.ts";
export { type BfclLines, readBfclCase } from "./plugins/scorers/bfcl/read-bfcl-case.ts";
export type { Comparator, ComparingContext, TextVerdicts } from "./plugins/scorers/comparators/comparator.ts";
export { type ComparatorName, comparators } from "./plugins/scorers/comparators/index.ts";
export type { ComparatorChoice } from "./plugins/scorers/comparators/infer-comparator.ts";
export { type ScorerName, scorers } from "./plugins/scorers/index.ts";
export { createJudge, type Judge } from "./plugins/scorers/judge/judge-reply.ts";
export type { ParameterBook, ParameterEntry } from "./plugins/scorers/judge/parameter-book.ts";
export {
  type UnreachableArgument,
  unreachableArguments,
} from "./plugins/scorers/judge/unreachable-arguments.ts";
export type { JudgedReply, Scorer, Summary } from "./plugins/scorers/scorer.ts";
export { type ComparisonOrder, compareScores } from "./plugins/scorers/summary/compare.ts";
export type { ScoredRow } from "./plugins/scorers/summary/scored-rows.ts";
export { type ShownPercentile, type Summed, summarize } from "./plugins/scorers/summary/summarize.ts";
export {
  type Confusion,
  confusionOf,
  type ToolFigures,
  toolFigures,
} from "./plugins/scorers/tables/confusion.ts";
export { type ParameterFigures, parameterFigures } from "./plugins/scorers/tables/parameters.ts";
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
export type { EvaluationFiles } from "./workspace/evaluations.ts";
export type { Lock } from "./workspace/lock.ts";
export { PullCounts } from "./workspace/pull-state.ts";
export { type DatasetFiles, openWorkspace, type Workspace } from "./workspace/workspace.ts";
