import { randomBytes } from "node:crypto";
import type { Candidate } from "../../domain/evaluation.ts";
import type { ChatTarget } from "../../pipeline/evaluate/ask/chat-target.ts";
import type { Waiting } from "../../pipeline/evaluate/batch/collect-batches.ts";
import { type BatchLedger, openBatchLedger } from "../../pipeline/evaluate/batch/ledger.ts";
import { atBatchPrice, batchPriceOf } from "../../pipeline/evaluate/batch/price.ts";
import { isUnderWay } from "../../pipeline/evaluate/batch/record.ts";
import type { PriceEstimate } from "../../pipeline/evaluate/estimate-price.ts";
import type { BatchMeans } from "../../pipeline/evaluate/evaluate.ts";
import type { Evaluation } from "../../pipeline/evaluate/evaluation.ts";
import type { Missing } from "../../pipeline/evaluate/run/missing.ts";
import type { EvaluateContext } from "../commands/evaluate.ts";
import { batchPriceText, waitingText } from "../summaries/batch-text.ts";
import { thisMachine } from "../tune/connect.ts";
import { chatProvider } from "./make-candidates.ts";

/** What an evaluation has at batch APIs, and how more of it is ordered. */
export interface BatchAsking {
  /** Whether answers of this candidate are still to be fetched. */
  isUnderWay(candidate: Candidate): boolean;
  /** For each case, whether it has its reply or is in a batch that was said yes to: what is left is still to be paid. */
  paid(target: ChatTarget, missing: Missing): Uint8Array;
  /** An estimate at the batch's price, where the candidate is asked so. */
  priced(target: ChatTarget, estimate: PriceEstimate): PriceEstimate;
  means(onWaiting: (waiting: Waiting) => void): BatchMeans;
  close(): Promise<void>;
}

/** Tells once, before the yes, what batches cost and where that is known from. */
export async function openBatchAsking(
  { files }: Evaluation,
  { terminal }: EvaluateContext,
): Promise<BatchAsking> {
  const ledger = await openBatchLedger(files.batches, () => new Date());
  return {
    isUnderWay: ({ name }) =>
      ledger.records.some((record) => record.candidate === name && isUnderWay(record)),
    paid: (target, missing) => paidCases(target, missing, ledger),
    priced(target, estimate) {
      if (target.batch === null) return estimate;
      const price = batchPriceOf(target, isAtHome(target.candidate));
      const text = batchPriceText(target.candidate, estimate, price);
      if (text !== null) terminal.notice(text);
      return atBatchPrice(estimate, price);
    },
    means: (onWaiting) => ({ ledger, newOrder, onWaiting, onNotice: terminal.notice }),
    close: () => ledger.close(),
  };
}

function paidCases({ candidate: { name } }: ChatTarget, missing: Missing, ledger: BatchLedger): Uint8Array {
  const paid = Uint8Array.from(missing.done.get(name) ?? []);
  for (const record of ledger.records)
    if (record.candidate === name && isUnderWay(record)) for (const place of record.places) paid[place] = 1;
  return paid;
}

/** Another address may have other prices. */
function isAtHome({ provider, address }: Candidate): boolean {
  return address === thisMachine || chatProvider(provider ?? "", address)?.address === address;
}

/** Eight letters and digits: unique in an evaluation, and short in each request. */
function newOrder(): string {
  return Array.from(randomBytes(8), (byte) => (byte % 36).toString(36)).join("");
}

/** Says where answers are waited for as soon as there is something to wait for, and then only what changes. */
export function tellWaiting(
  { terminal }: Pick<EvaluateContext, "terminal">,
  comeBack: string,
  endsWithUs: boolean,
): (waiting: Waiting) => void {
  let told = "";
  return (waiting) => {
    const text = waitingText(waiting);
    if (told === "") terminal.notice(`${text}. ${adviceFor(comeBack, endsWithUs)}`);
    else if (told !== text) terminal.notice(text);
    told = text;
  };
}

function adviceFor(comeBack: string, endsWithUs: boolean): string {
  return endsWithUs
    ? `This machine works on them as long as this command runs (calltune serve runs on); Ctrl-C keeps what is done, and this goes on: ${comeBack}`
    : `You may stop here with Ctrl-C: they go on at the provider. Come back for the answers with: ${comeBack}`;
}
