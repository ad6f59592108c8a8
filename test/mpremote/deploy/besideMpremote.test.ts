import { expect } from "vitest";
import { compareWithMpremote } from "./besideMpremote.ts";
import { testWithMpremote } from "./withMpremote.ts";

testWithMpremote("50 files go over with a fraction of what mpremote needs", async () => {
  const { first, again } = await compareWithMpremote();
  expect(first.tsmp.turnarounds * 20).toBeLessThan(first.mpremote.turnarounds);
  expect(first.tsmp.sent * 2).toBeLessThan(first.mpremote.sent);
  expect(again.tsmp.turnarounds * 20).toBeLessThan(again.mpremote.turnarounds);
  expect(again.tsmp.sent * 2).toBeLessThan(again.mpremote.sent);
});
