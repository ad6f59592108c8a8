/**
 * Runs many generated programs in Node and on MicroPython:
 *
 *     npm run fuzz -- --programs 10000 --seed 3
 */
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

const { values } = parseArgs({
  options: {
    programs: { type: "string", default: "10000" },
    seed: { type: "string", default: String(Date.now() % 1_000_000) },
  },
});
if (!/^\d+$/.test(values.programs) || !/^\d+$/.test(values.seed)) {
  console.error("usage: npm run fuzz -- --programs N --seed S");
  process.exit(2);
}
const root = fileURLToPath(new URL("../..", import.meta.url));
const { status } = spawnSync("npx", ["vitest", "run", "test/fuzz/fuzz.test.ts"], {
  cwd: root,
  stdio: "inherit",
  env: { ...process.env, TSMP_FUZZ_PROGRAMS: values.programs, TSMP_FUZZ_SEED: values.seed },
});
process.exit(status ?? 1);
