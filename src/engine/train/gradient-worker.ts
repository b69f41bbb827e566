import { type Job, serveJob } from "../../lib/worker-pool.ts";
import { loadRuntime } from "../runtime/runtime.ts";
import { type GradientRequest, type GradientSetup, openGradients } from "./gradients.ts";

/** Gradients on a thread of its own, which loads a runtime of its own. */
const gradientJob: Job<GradientSetup, GradientRequest, number> = (setup) => {
  const opening = loadRuntime().then((runtime) => openGradients(runtime, setup));
  // A failure is told by each request; until the first it must not count as unhandled.
  opening.catch(() => {});
  return async (request) => (await opening).compute(request);
};

serveJob(gradientJob);
