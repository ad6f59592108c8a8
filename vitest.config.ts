import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    globalSetup: [
      "test/support/globalSetup.ts",
      "test/support/firmware/startProvision.ts",
      "test/support/buildDist.ts",
    ],
    testTimeout: 120_000,
    hookTimeout: 120_000,
    maxWorkers: 2,
    // A machine under load can break an exchange with a board once; what is wrong breaks it again.
    retry: process.env["CI"] ? 1 : 0,
    // A file of its own process loads the compiler anew: half of the whole time.
    isolate: false,
  },
});
