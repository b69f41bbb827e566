import type { EngineModel } from "../../../src/engine/model.ts";
import { encodeRows } from "../../../src/engine/text/rows.ts";
import type { Trainer } from "../../../src/engine/train/trainer.ts";
import { generateCall } from "../corpus/call.ts";

/** How a model does on calls of the held-out side: tools, words and sentences that are never learnt. */
export interface HeldOutFigures {
  /** Mean loss of a learnt token, in nats. */
  readonly loss: number;
}

const lossCalls = 48;

export async function measureHeldOut(
  model: EngineModel,
  trainer: Trainer,
  _threads: number,
): Promise<HeldOutFigures> {
  const calls = Array.from({ length: lossCalls }, (_, at) => generateCall(`held-out ${at}`, "held-out"));
  const { sequences } = encodeRows(model.tokenizer, calls, model.shape.context);
  const { loss } = await trainer.lossOf(sequences);
  return { loss };
}
