import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["tests/**/*.test.ts"],
    globalSetup: "tests/support/build.ts",
    // One worker per core: left to itself, one core would stay idle.
    maxWorkers: "100%",
    // Test files share what they import; none of them changes a module.
    isolate: false,
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
