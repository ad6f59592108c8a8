import { expect, test } from "vitest";
import { describeOnUnix } from "../support/micropython/onUnix.ts";
import { runFile } from "./support/python.ts";

/**
 * `npm test` runs a slice of a few seconds. The whole takes half an hour:
 *
 *     TSMP_STRESS=1 npx vitest run test/runtime/stress.test.ts
 */
const whole = process.env["TSMP_STRESS"] === "1";
const runs = whole ? 20 : 1;
const timeout = whole ? 1_200_000 : 60_000;
if (whole) process.env["TSMP_STRESS_MS"] = String(timeout);

const kinds = ["list", "array", "bytearray"] as const;

describeOnUnix("stress", (micropython) => {
  for (let run = 0; run < runs; run++) {
    for (const [at, kind] of kinds.entries()) {
      const size = [64, 200, 1000][(run + at) % 3]!;
      const block = (run + at) % 2;
      const items = whole ? 1_000_000 : 30_000;
      const how = block ? "blocking" : "raising";
      test(
        `${items} items in each direction through queues of ${size}, ${kind}, ${how} (${run + 1})`,
        async () => {
          const printed = await runFile(
            micropython,
            "stress/queue.py",
            kind,
            size,
            block,
            items,
            run * 3 + at,
          );
          expect(printed).toEqual(["ok"]);
        },
        timeout,
      );
    }
  }

  for (const block of [0, 1]) {
    test(
      `items through queues of 10 and 2, ${block ? "blocking" : "raising"}`,
      async () => {
        for (const [size, items] of whole
          ? [
              [10, 200_000],
              [2, 20_000],
            ]
          : [
              [10, 2_000],
              [2, 200],
            ]) {
          const printed = await runFile(
            micropython,
            "stress/queue.py",
            "list",
            size!,
            block,
            items!,
            99,
          );
          expect(printed).toEqual(["ok"]);
        }
      },
      timeout,
    );
  }

  const rounds = whole ? 10_000 : 40;
  test(
    `${rounds} rounds of an event with 50 waiters, some of them cancelled: nobody misses`,
    async () => {
      expect(await runFile(micropython, "stress/event.py", rounds, 7)).toEqual(["ok"]);
    },
    timeout,
  );
});
