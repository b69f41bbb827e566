import { runFigures } from "../test/support/figures.ts";

/** Speed, measured beside a named peer in one run: `npm run bench NAME`. */
await runFigures({
  build: () => import("./build.ts"),
  engine: () => import("./engine.ts"),
  evaluate: () => import("./evaluate.ts"),
  redact: () => import("./redact.ts"),
  report: () => import("./report.ts"),
  tokenize: () => import("./tokenize.ts"),
});
