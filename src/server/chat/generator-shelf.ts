import type { Generator } from "../../engine/generate/generator.ts";
import { readModelFile } from "../../workspace/model-file.ts";
import { ApiError } from "../api-error.ts";
import { isFinal, type JobBook } from "../jobs/job-book.ts";
import type { ServerWorld } from "../world.ts";

/** Models ready to answer; the few used last stay open. */
export interface GeneratorShelf {
  /**
   * Lends the generator of a model, by its id or its output name, until it is given back.
   * @throws ApiError 404 for a name that no base model and no completed job has
   */
  lend(model: string): Promise<LentGenerator>;
  close(): Promise<void>;
}

export interface LentGenerator {
  readonly generator: Generator;
  giveBack(): void;
}

interface Place {
  readonly generator: Promise<Generator>;
  users: number;
  /** Off the shelf: closed as soon as nobody uses it. */
  dropped: boolean;
}

/** Each holds a model's weights in memory. */
const mostOpen = 3;

export function openGeneratorShelf(world: ServerWorld, jobs: JobBook): GeneratorShelf {
  /** The least recently used first. */
  const shelf = new Map<string, Place>();
  const drop = async (name: string, place: Place) => {
    if (shelf.get(name) === place) shelf.delete(name);
    place.dropped = true;
    if (place.users > 0) return;
    // One that couldn't be opened has nothing to close.
    const generator = await place.generator.catch(() => null);
    await generator?.close();
  };
  const giveBack = (name: string, place: Place) => {
    place.users -= 1;
    if (place.dropped) void drop(name, place);
  };
  return {
    async lend(model) {
      expectServed(model, world, jobs);
      const place = shelf.get(model) ?? { generator: open(model, world, jobs), users: 0, dropped: false };
      shelf.delete(model);
      shelf.set(model, place);
      place.users += 1;
      for (const [name, other] of [...shelf].slice(0, -mostOpen)) void drop(name, other);
      try {
        return { generator: await place.generator, giveBack: () => giveBack(model, place) };
      } catch (error) {
        // The next request tries again.
        void drop(model, place);
        giveBack(model, place);
        throw error;
      }
    },
    async close() {
      await Promise.all([...shelf].map(([name, place]) => drop(name, place)));
    },
  };
}

async function open(model: string, { engine, threads }: ServerWorld, jobs: JobBook): Promise<Generator> {
  const job = jobs.byOutput(model);
  const loaded =
    job === undefined
      ? await engine.loadBase(model)
      : engine.readModel(await readModelFile(jobs.files(job.order.id).model));
  return engine.openGenerator(loaded, threads);
}

function expectServed(model: string, { engine }: ServerWorld, jobs: JobBook): void {
  if (engine.baseModels.some(({ id }) => id === model)) return;
  const job = jobs.byOutput(model);
  if (job?.status === "completed") return;
  const why =
    job === undefined || isFinal(job)
      ? "GET /v1/models lists those that are served here."
      : "Its fine-tuning job has not completed yet.";
  throw new ApiError({
    status: 404,
    message: `Unable to access model ${model.slice(0, 200)}. ${why}`,
    code: "model_not_available",
    param: "model",
  });
}
