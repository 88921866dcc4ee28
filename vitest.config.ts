import { defineConfig } from "vitest/config";

/** Tests that run whole programs for a long while: a browser, LibreOffice, large batches. */
const WITH_PROGRAMS = "tests/**/*.program.test.ts";

export default defineConfig({
  test: {
    globalSetup: "tests/support/build.ts",
    // One worker per core: left to itself, one core would stay idle.
    maxWorkers: "100%",
    // Test files share what they import; none of them changes a module.
    isolate: false,
    testTimeout: 120_000,
    hookTimeout: 120_000,
    projects: [
      {
        extends: true,
        test: { name: "faping", include: ["tests/**/*.test.ts"], exclude: [WITH_PROGRAMS] },
      },
      { extends: true, test: { name: "programs", include: [WITH_PROGRAMS] } },
    ],
  },
});
