import type { Reporter, TestModule } from "vitest/node";

/** The last line of a run, `N passed, N failed`, in a form any CI can read. */
export default class CountReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[]): void {
    const states = modules.flatMap((module) =>
      [...module.children.allTests()].map((test) => test.result().state),
    );
    const brokenModules = modules.filter(
      (module) => module.state() === "failed" && [...module.children.allTests("failed")].length === 0,
    );
    const count = (state: string) => states.filter((one) => one === state).length;
    const failed = count("failed") + brokenModules.length + errors.length;
    const skipped = count("skipped");
    process.stdout.write(
      `\n${count("passed")} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}\n`,
    );
  }
}
