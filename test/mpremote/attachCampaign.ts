// Attaches many times to boards that are busy in every way we know of, and says how long it took:
//
//     node --import REGISTER test/mpremote/attachCampaign.ts [attaches per program]
import { openBoard } from "../../compiler/mpremote/board.ts";
import { VirtualBoard } from "../support/board/virtualBoard.ts";
import { busyPrograms } from "./busyPrograms.ts";

const turns = Number(process.argv[2] ?? 20);
const all: number[] = [];
let failures = 0;
for (const [name, main] of Object.entries(busyPrograms)) {
  if (process.argv[3] !== undefined && !name.includes(process.argv[3])) continue;
  await using device = await VirtualBoard.start({ files: { "/main.py": main } });
  const took: number[] = [];
  for (let turn = 0; turn < turns; turn++) {
    // The program is to be under way.
    await new Promise((resolve) => setTimeout(resolve, 30 + (turn % 7) * 20));
    const start = performance.now();
    try {
      const board = await openBoard(device.path);
      took.push(performance.now() - start);
      if ((await board.evaluate("print(6 * 7)")) !== "42\n") throw new Error("wrong answer");
      await board.close({ restart: "always" });
    } catch (error) {
      failures++;
      console.log(`${name}: ${error}`);
    }
  }
  all.push(...took);
  console.log(
    `${name}: p95 ${percentile(took, 0.95)} ms, most ${percentile(took, 1)} ms, ${device.crashes} crashes`,
  );
}
console.log(
  `${all.length} attaches, ${failures} failures, p50 ${percentile(all, 0.5)}, p95 ${percentile(all, 0.95)} ms, most ${percentile(all, 1)} ms`,
);
process.exit(0);

function percentile(values: readonly number[], share: number): string {
  const sorted = [...values].sort((a, b) => a - b);
  return (sorted[Math.ceil(share * sorted.length) - 1] ?? Number.NaN).toFixed(0);
}
