import { readModelFile, writeModelFile } from "../../src/engine/model-file.ts";
import { heldOutAccuracy } from "./pretrain/held-out.ts";

/**
 * Makes the base model of weights from a GPU, and measures it as `pretrain.ts` does at its end:
 * `npx tsx scripts/engine/adopt-weights.ts FILE [CASES]`.
 */
const [file = ".calltune-pretrain/gpu/weights.safetensors", cases = "300"] = process.argv.slice(2);
const model = await readModelFile(file);
await writeModelFile("src/engine/base/base.safetensors", model);
for (const side of ["held-out", "training"] as const)
  process.stdout.write(
    `${JSON.stringify({ side, ...(await heldOutAccuracy(model, Number(cases), side)) })}\n`,
  );
