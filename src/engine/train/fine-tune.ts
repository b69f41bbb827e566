import type { Message } from "../../domain/message.ts";
import type { Tool } from "../../domain/tool.ts";
import type { EngineModel } from "../model.ts";

/** A line of a training file: assistant messages are learnt, but for those of weight 0. */
export interface TrainingRow {
  readonly messages: readonly Message[];
  readonly tools: readonly Tool[];
}

export interface FineTuneSettings {
  readonly epochs: number;
  readonly learningRate: number;
  /** Sequences in a step. */
  readonly batchSize: number;
  readonly warmupRatio: number;
  readonly weightDecay: number;
  readonly maxGradientNorm: number;
  readonly lora: { readonly rank: number; readonly alpha: number } | null;
  readonly seed: number;
  /** Ends when the validation loss hasn't fallen for so many evaluations; null learns all epochs. */
  readonly patience: number | null;
  /** Evaluations on the validation rows, evenly spread. */
  readonly evaluations: number;
}

export interface FineTuneProgress {
  readonly step: number;
  readonly steps: number;
  readonly epoch: number;
  readonly learningRate: number;
  readonly loss: number;
  readonly gradientNorm: number;
  readonly validationLoss: number | null;
  /** Learnt and read tokens so far. */
  readonly tokens: number;
}

export interface FineTuneOrder {
  readonly base: EngineModel;
  /** The tuned model's name. */
  readonly name: string;
  readonly training: readonly TrainingRow[];
  readonly validation: readonly TrainingRow[];
  readonly settings: FineTuneSettings;
  /**
   * Epochs that were done before an interruption, `base` being the model of the last of them: learning rate, order of the rows
   * and progress go on as if there had been none.
   */
  readonly done?: { readonly epochs: number };
  readonly threads: number;
  readonly signal?: AbortSignal;
  readonly onStep?: (progress: FineTuneProgress) => void;
  /** Called at the end of each epoch with the model so far: a checkpoint. */
  readonly onEpoch?: (epoch: number, model: EngineModel) => Promise<void>;
}

export interface FineTuneResult {
  /** Of the best validation loss where there is a validation file, else of the last step. */
  readonly model: EngineModel;
  readonly steps: number;
  readonly stoppedEarly: boolean;
  readonly truncatedRows: number;
  readonly tokens: number;
  readonly trainLoss: number;
  readonly validationLoss: number | null;
}

export type FineTune = (order: FineTuneOrder) => Promise<FineTuneResult>;
