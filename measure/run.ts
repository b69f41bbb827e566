import { runFigures } from "../test/support/figures.ts";

/** Quality, measured against known truth: `npm run measure NAME`. */
await runFigures({
  engine: () => import("./engine.ts"),
  "engine-real": () => import("./engine-real.ts"),
  intervals: () => import("./intervals.ts"),
  labels: () => import("./labels.ts"),
  "real-calls": () => import("./real-calls.ts"),
  redaction: () => import("./redaction.ts"),
  "tool-search": () => import("./tool-search.ts"),
  verdicts: () => import("./verdicts.ts"),
});
