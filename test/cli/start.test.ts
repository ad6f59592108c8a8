import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { expect, test } from "vitest";
import { packageFolder } from "../../compiler/project/installedTsmp.ts";
import { temporaryFolder } from "../project/temporaryFolder.ts";
import { mainScript } from "./tsmp.ts";

/** Seconds that `node ...args` takes from start to end. */
function timeOf(args: readonly string[], cwd: string): number {
  const start = performance.now();
  const { status, stderr } = spawnSync(process.execPath, args, { cwd, encoding: "utf8" });
  expect(status, stderr).toBe(0);
  return (performance.now() - start) / 1000;
}

test.each([["--version"], ["--help"], ["explain", "TSMP1001"], ["init"]])(
  "%s loads no compiler",
  (...args) => {
    const cwd = temporaryFolder({
      "watch.cjs": `process.on("exit", () => {
      const loaded = Object.keys(require.cache).filter((path) => path.includes("ts-morph"));
      if (loaded.length > 0) { console.error(loaded); process.exitCode = 99; }
    });`,
    });
    timeOf(["--require", join(cwd, "watch.cjs"), mainScript, ...args], cwd);
  },
);

const twentyLines = `import { Pin } from "machine";
import { sleep_ms } from "time";

interface Step {
  readonly on: boolean;
  readonly ms: number;
}

const pattern: Step[] = [
  { on: true, ms: 100 },
  { on: false, ms: 200 },
];

function blink(led: Pin, steps: Step[]): void {
  for (const step of steps) {
    led.value(step.on);
    sleep_ms(step.ms);
  }
}
for (let i = 0; i < 5; i++) blink(new Pin("LED", Pin.OUT), pattern);
`;

/** The machine may be busy, so the best of several turns counts, for both sides alike. */
const turns = 10;

test("a cold build of 20 lines takes at most 2.5 times as long as loading ts-morph", () => {
  const cwd = temporaryFolder({ "main.ts": twentyLines });
  const load = `const { Project } = require(${JSON.stringify(join(packageFolder, "node_modules/ts-morph"))}); new Project()`;
  let base = timeOf(["-e", load], cwd);
  let build = timeOf([mainScript, "build"], cwd);
  for (let turn = 1; turn < turns && build > 2.5 * base; turn++) {
    base = Math.min(base, timeOf(["-e", load], cwd));
    build = Math.min(build, timeOf([mainScript, "build"], cwd));
  }
  expect(build / base).toBeLessThanOrEqual(2.5);
});
