import { expect, test } from "vitest";
import { compareWholeProcesses, compareWithMpremote } from "./besideMpremote.ts";
import { testWithMpremote } from "./withMpremote.ts";

testWithMpremote("50 files go over with a fraction of what mpremote needs", async () => {
  const { first, again } = await compareWithMpremote();
  expect(first.tsmp.turnarounds * 20).toBeLessThan(first.mpremote.turnarounds);
  expect(first.tsmp.sent * 2).toBeLessThan(first.mpremote.sent);
  expect(again.tsmp.turnarounds * 20).toBeLessThan(again.mpremote.turnarounds);
  expect(again.tsmp.sent * 2).toBeLessThan(again.mpremote.sent);
});

const turns = Number(process.env["TSMP_FLASH_TURNS"] ?? 0);

// For `npm run bench:flash`, which prints what this measures.
test.runIf(turns > 0)(
  "as whole processes",
  async () => {
    console.log(JSON.stringify(await compareWholeProcesses(turns)));
  },
  600_000,
);
