import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: [
      "src/**/*.test.ts",
      "test/**/*.test.ts",
      "measure/**/*.test.ts",
      "bench/**/*.test.ts",
      "scripts/**/*.test.ts",
    ],
    globalSetup: "./test/support/compile.ts",
    // Most of the slow ones wait for processes they started; with fewer, two cores stand still.
    maxWorkers: 3,
    reporters: ["default", "./test/support/count-reporter.ts"],
    // Far above what any takes: two busy cores are slow, and that is no fault.
    testTimeout: 180_000,
    hookTimeout: 300_000,
  },
});
