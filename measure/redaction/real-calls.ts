import { existsSync, readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import type { Call } from "../../src/domain/call.ts";
import { isJsonObject, type Json, parseJson } from "../../src/lib/json.ts";
import { openAiMessages } from "../../src/plugins/call-formats/openai-messages.ts";
import { createRedactor } from "../../src/redaction/create-redactor.ts";
import { agreement } from "./agreement.ts";

const folder = new URL("../../../shared/data/", import.meta.url);
const files = ["sgd-train.jsonl.gz", "star.jsonl.gz", "taskmaster-coffee.jsonl.gz"];

/** Fields of these files that hold what a caller would not see in a training file. */
const personalFields: readonly [RegExp, string][] = [
  [
    /^(?:CustomerName|HostName|GuestName|FullName|RenterName|UserName|PatientName|recipient_account_name)$/,
    "person",
  ],
  [/^(?:SecurityAnswer[12])$/, "person"],
  [/^(?:AccountNumber|PIN)$/, "number"],
  [/^DateOfBirth$/, "birth"],
];

interface RealFigures {
  readonly file: string;
  readonly calls: number;
  /** Personal arguments, and how many of their values are gone from all texts of the call. */
  readonly values: number;
  readonly gone: number;
  /** Of those that stood in what the caller said: how many still agree. */
  readonly copies: number;
  readonly consistent: number;
  /** All other arguments, how many were changed, and how many vanished from what was said. */
  readonly business: number;
  readonly touched: number;
  readonly unsaid: number;
}

/** Real calls from ../shared/data, where they are; says so loudly where they aren't. */
export function measureRealCalls(limit: number): readonly RealFigures[] | "skipped" {
  if (!existsSync(folder)) {
    process.stdout.write("SKIPPED the real calls: ../shared/data is not here\n");
    return "skipped";
  }
  return files.map((file) => measureFile(file, limit));
}

function measureFile(file: string, limit: number): RealFigures {
  const figures = { ...none, file };
  const redactor = createRedactor({ salt: "the salt of measurements" });
  for (const line of gunzipSync(readFileSync(new URL(file, folder)))
    .toString()
    .split("\n", limit)) {
    const { call } = openAiMessages.parse(
      parseJson(line) ?? null,
      { place: file, callerId: (key) => key },
      openAiMessages.options.parse({}),
    );
    if (call === null) continue;
    const { call: redacted } = redactor.redactCall(call);
    figures.calls += 1;
    for (const [turn, made] of toolCallsOf(call).entries()) {
      const other = toolCallsOf(redacted)[turn];
      compare(leaves(parseJson(made) ?? null), leaves(parseJson(other ?? "") ?? null), {
        call,
        redacted,
        figures,
      });
    }
  }
  return figures;
}

const none = { calls: 0, values: 0, gone: 0, copies: 0, consistent: 0, business: 0, touched: 0, unsaid: 0 };

interface Comparison {
  readonly call: Call;
  readonly redacted: Call;
  readonly figures: { -readonly [Key in keyof RealFigures]: RealFigures[Key] };
}

function compare(
  before: readonly Leaf[],
  after: readonly Leaf[],
  { call, redacted, figures }: Comparison,
): void {
  const said = callerText(call);
  const saidAfter = callerText(redacted);
  for (const [index, { key, value }] of before.entries()) {
    const surrogate = after[index]?.value ?? "";
    const kind = personalFields.find(([pattern]) => pattern.test(key))?.[1];
    if (kind === undefined) {
      figures.business += 1;
      if (surrogate !== value) figures.touched += 1;
      if (holds(said, value) && !holds(saidAfter, value)) figures.unsaid += 1;
      continue;
    }
    figures.values += 1;
    if (surrogate !== value && !holds(saidAfter, value)) figures.gone += 1;
    if (!holds(said, value)) continue;
    figures.copies += 1;
    if (agreement(kind, surrogate, saidAfter) >= agreement(kind, value, said)) figures.consistent += 1;
  }
}

/** The whole value as words of the text. */
function holds(text: string, value: string): boolean {
  const plain = (raw: string) =>
    ` ${raw
      .toLowerCase()
      .split(/[^\p{L}\d]+/u)
      .filter(Boolean)
      .join(" ")} `;
  return plain(value).trim() !== "" && plain(text).includes(plain(value));
}

function callerText({ turns }: Call): string {
  return turns.flatMap((turn) => (turn.role === "caller" ? [turn.text] : [])).join("\n");
}

function toolCallsOf({ turns }: Call): string[] {
  return turns.flatMap((turn) => (turn.role === "agent" ? turn.toolCalls.map((made) => made.arguments) : []));
}

interface Leaf {
  readonly key: string;
  readonly value: string;
}

function leaves(value: Json, key = ""): Leaf[] {
  if (Array.isArray(value)) return value.flatMap((item) => leaves(item, key));
  if (isJsonObject(value)) return Object.entries(value).flatMap(([name, item]) => leaves(item, name));
  return value === null ? [] : [{ key, value: String(value) }];
}
