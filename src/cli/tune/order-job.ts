import { randomBytes } from "node:crypto";
import type { JobOrder, OrderedFile } from "../../domain/job.ts";
import type { JobRecord } from "../../domain/job-record.ts";
import type { TuneOptions } from "../../domain/tune-options.ts";
import { wait } from "../../lib/wait.ts";
import { type FoundOrder, findOrder, fingerprintOf, knownFileIds } from "../../pipeline/tune/find-order.ts";
import { planTuning, type TunePlan } from "../../pipeline/tune/plan.ts";
import { type OrderFile, placeOrder } from "../../pipeline/tune/tune.ts";
import type { TuningApi } from "../../plugins/providers/tuning.ts";
import type { JobBook, JobLedger } from "../../workspace/job-ledger.ts";
import type { CommandWorld } from "../command.ts";
import { checkText } from "../summaries/check-text.ts";
import { tunePlanText } from "../summaries/tune-plan-text.ts";
import { approvePrice, type Consent, confirmPrice } from "./approve.ts";
import { type CheckedFile, checkTrainingFile } from "./check-files.ts";
import { type TuningProvider, wishOf } from "./choose-tuning.ts";
import type { ChosenFile, ChosenFiles } from "./training-files.ts";

export interface Ordering {
  readonly book: JobBook;
  readonly provider: TuningProvider;
  readonly address: string;
  readonly model: string;
  readonly options: TuneOptions;
  readonly files: ChosenFiles;
  readonly consent: Consent;
  readonly world: CommandWorld;
  readonly origins: Readonly<Record<string, string>>;
}

/** A new order, before anyone has said yes. */
export interface NewOrder {
  readonly id: string;
  readonly plan: TunePlan;
  readonly checked: CheckedFile;
  readonly checkedValidation: CheckedFile | null;
}

/** A file of the order breaks the provider's rules: what the check says. */
export interface RefusedFile {
  readonly refused: CheckedFile;
  readonly text: string;
}

/** The order that the same command made before, whatever became of it. */
export async function findSameOrder(ordering: Ordering): Promise<FoundOrder> {
  return findOrder(await ordering.book.list(), fingerprint(ordering));
}

/** Checks the files, asks for limits, and says what it would cost. Nothing is sent. */
export async function planOrder(ordering: Ordering, api: TuningApi): Promise<NewOrder | RefusedFile> {
  const { provider, model, options, files } = ordering;
  const checked = await checkTrainingFile(files.training, ordering, ordering.world);
  if (!checked.report.passed) return refusedFile(checked, provider.name);
  const { validation } = files;
  const checkedValidation =
    validation === null ? null : await checkTrainingFile(validation, ordering, ordering.world);
  if (checkedValidation?.report.passed === false) return refusedFile(checkedValidation, provider.name);
  const id = newId();
  const plan = await planTuning({
    provider: provider.provider,
    api,
    model,
    wish: wishOf(options),
    training: checked.tokens,
    validation: checkedValidation?.tokens ?? null,
    hasTools: files.training.file.hasTools,
    orderId: id,
  });
  return { id, plan, checked, checkedValidation };
}

/** Shows the plan, asks for the yes, writes both into a new ledger. Null for a no. */
export async function acceptOrder(ordering: Ordering, order: NewOrder): Promise<JobLedger | null> {
  const { world, consent, book } = ordering;
  const { plan } = order;
  world.terminal.notice(planText(ordering, order));
  for (const warning of warningsOf(ordering, plan)) world.terminal.notice(`WARNING: ${warning}`);
  const by = await confirmPrice(plan.price, consent, world);
  if (by === null) return null;
  const ledger = await book.create(order.id, toOrder(ordering, order));
  await ledger.append({ fact: "confirmed", by, price: plan.price });
  return ledger;
}

/** An order whose yes a crash kept from being written down is asked for again. False for a no. */
export async function confirmAgain({ consent, world }: Ordering, ledger: JobLedger): Promise<boolean> {
  const { confirmed, order, jobId } = ledger.record;
  if (confirmed !== null || jobId !== null) return true;
  const by = await confirmPrice(order.price, consent, world);
  if (by !== null) await ledger.append({ fact: "confirmed", by, price: order.price });
  return by !== null;
}

/** Uploads and creates, from wherever an earlier run stopped. */
export async function place(ordering: Ordering, api: TuningApi, ledger: JobLedger): Promise<JobRecord> {
  const { book, files, consent, world } = ordering;
  const { signal, terminal } = world;
  const records = await book.list();
  const { order } = ledger.record;
  const toFile = ({ file, shownName }: ChosenFile): OrderFile => ({
    file,
    shownName,
    knownIds: knownFileIds(records, order, file.sha256),
  });
  const bar = terminal.progress("upload");
  try {
    return await placeOrder({
      api,
      ledger,
      training: toFile(files.training),
      validation: files.validation === null ? null : toFile(files.validation),
      wait: (ms) => wait(ms, signal),
      onNotice: terminal.notice,
      onUpload: (_, sent, bytes) => bar.update(sent, bytes),
      async approve(price) {
        bar.stop();
        const agreed = await approvePrice(price, ledger.record, consent, world);
        if (agreed !== null) await ledger.append({ fact: "confirmed", by: "person", price: agreed });
      },
    });
  } finally {
    bar.stop();
  }
}

export function warningsOf({ files, provider }: Ordering, plan: TunePlan): string[] {
  if (files.redacted || plan.free) return [...plan.warnings];
  return [
    `nothing tells that personal data was replaced in ${files.training.shownName}, and it is sent to ${provider.name}; look first: calltune check --personal`,
    ...plan.warnings,
  ];
}

function refusedFile(refused: CheckedFile, provider: string): RefusedFile {
  return { refused, text: checkText(refused.report, { provider, tokenizer: refused.tokenizer }) };
}

function planText(ordering: Ordering, { plan, checked, checkedValidation }: NewOrder): string {
  const { files, provider, address, origins } = ordering;
  const { tokenizer, tokens } = checked;
  return tunePlanText(plan, {
    provider: provider.name,
    address,
    training: files.training.shownName,
    trainingRows: checked.report.rows,
    validation: files.validation?.shownName ?? null,
    validationRows: checkedValidation?.report.rows ?? 0,
    counted: tokens.exact ? `${tokenizer}, exact` : "an estimate",
    dataset: files.manifest?.hash.slice(0, 12) ?? null,
    origins,
  });
}

function toOrder(ordering: Ordering, { id, plan, checked, checkedValidation }: NewOrder): JobOrder {
  const { files, provider, address, model } = ordering;
  const { validation } = files;
  return {
    provider: provider.name,
    address,
    model,
    manifestHash: files.manifest?.hash ?? null,
    training: ordered(id, "training", files.training, checked),
    validation:
      validation === null || checkedValidation === null
        ? null
        : ordered(id, "validation", validation, checkedValidation),
    settings: plan.settings,
    price: plan.price,
    fingerprint: fingerprint(ordering),
  };
}

function ordered(id: string, role: string, { file }: ChosenFile, { report }: CheckedFile): OrderedFile {
  return {
    name: `calltune-${id}-${role}.jsonl`,
    sha256: file.sha256,
    bytes: file.bytes,
    rows: report.rows,
  };
}

function fingerprint({ provider, address, model, files, options }: Ordering): string {
  return fingerprintOf({
    provider: provider.name,
    address,
    model,
    training: files.training.file.sha256,
    validation: files.validation?.file.sha256 ?? null,
    wish: wishOf(options),
  });
}

/** Forty bits in letters and digits that can't be mistaken for each other. */
function newId(): string {
  const letters = "abcdefghijkmnpqrstuvwxyz23456789";
  return Array.from(randomBytes(8), (byte) => letters[byte % letters.length]).join("");
}
