import type { JobSettings } from "../../domain/job.ts";
import type { TunePlan } from "../../pipeline/tune/plan.ts";
import { type Cell, formatNumber, renderTable } from "../table.ts";

export interface PlanHeading {
  readonly provider: string;
  readonly address: string;
  readonly training: string;
  readonly trainingRows: number;
  readonly validation: string | null;
  readonly validationRows: number;
  /** Tokenizer, and whether it counts exactly. */
  readonly counted: string;
  /** First twelve digits of the dataset's hash; null for a file that was named. */
  readonly dataset: string | null;
  /** Where each hyper-parameter is from. */
  readonly origins: Readonly<Partial<Record<keyof TunedKeys, string>>>;
}

interface TunedKeys {
  epochs: true;
  learningRate: true;
  batchSize: true;
  loraRank: true;
  seed: true;
  suffix: true;
  model: true;
}

/** What would be ordered, before the yes. */
export function tunePlanText(plan: TunePlan, heading: PlanHeading): string {
  return [
    renderTable(["job", "", "from"], [...headingRows(plan, heading), ...settingRows(plan, heading)]),
    "",
    priceText(plan, heading),
    servingText(plan),
  ]
    .filter((part) => part !== null)
    .join("\n");
}

/** $1.16; $0.004 where cents would say nothing. */
export function dollars(amount: number): string {
  return amount > 0 && amount < 0.01 ? `$${amount.toPrecision(1)}` : `$${amount.toFixed(2)}`;
}

function headingRows({ model }: TunePlan, heading: PlanHeading): Cell[][] {
  const { dataset, validation } = heading;
  const rows = (count: number) => `${formatNumber(count)} examples`;
  return [
    ["base model", model, heading.origins.model ?? "default"],
    ["provider", `${heading.provider} (${heading.address})`, ""],
    ["training", rows(heading.trainingRows), heading.training],
    ["validation", validation === null ? "none" : rows(heading.validationRows), validation ?? ""],
    ...(dataset === null ? [] : [["dataset", dataset, "its manifest"]]),
  ];
}

function settingRows({ settings, steps }: TunePlan, { origins }: PlanHeading): Cell[][] {
  const { lora, packing, maxTokens } = settings;
  const from = (key: keyof TunedKeys) => origins[key] ?? "default";
  return [
    ["epochs", String(settings.epochs), from("epochs")],
    ["learning rate", String(settings.learningRate), from("learningRate")],
    ["batch size", `${settings.batchSize} examples a step, ${formatNumber(steps)} steps`, from("batchSize")],
    [
      "weights trained",
      lora === null ? "all" : `LoRA, rank ${lora.rank}, alpha ${lora.alpha}`,
      from("loraRank"),
    ],
    ["packing", packing ? "on" : "off: a small set would be too few steps", "default"],
    ...(maxTokens === null
      ? []
      : [["longest sequence", `${formatNumber(maxTokens)} tokens`, "the longest row"]]),
    ["evaluations", evaluationsText(settings), "default"],
    ["seed", String(settings.seed), from("seed")],
    ["name ends with", settings.suffix, from("suffix")],
  ];
}

function evaluationsText({ evaluations, earlyStopping }: JobSettings): string {
  if (evaluations === 0) return "none";
  return earlyStopping ? `${evaluations}, and ends early when they get no better` : String(evaluations);
}

function priceText({ free, price, rate, billed, settings }: TunePlan, { counted }: PlanHeading): string {
  if (free) return "price: nothing, it runs on this machine";
  const tokens = formatNumber(billed.training + billed.validation);
  const kind = settings.lora === null ? "full" : "lora";
  const dated = rate?.[kind] ?? null;
  if (price === null || rate === null || dated === null)
    return `price: not known for this model; ${tokens} tokens would be billed (${counted}). The service is asked once the files are there, before a job is created`;
  return `price: about ${dollars(price)} = ${tokens} tokens (${counted}) × ${dollars(dated)} a million (${rate.source}; read ${rate.readOn})`;
}

/** Law: a model that can't be served isn't worth training, and serving costs more than training. */
function servingText({ free, serving }: TunePlan): string {
  if (free) return "serving: calltune serve, on this machine";
  const need =
    "serving: a tuned model needs a deployment of its own, paid by the minute whether it is used or not";
  if (serving === null || serving.dollarsPerDay === null || serving.hardware === null)
    return `${need}; about $132 a day for each H100 it takes (read 2026-11-23)`;
  const { gpus, type } = serving.hardware;
  return `${need}; ${gpus} × ${type} is about $${Math.round(serving.dollarsPerDay)} a day (${serving.source}; read ${serving.readOn})`;
}
