import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { expect, test } from "vitest";
import { packageFolder } from "../../compiler/project/installedTsmp.ts";
import { temporaryFolder } from "../project/temporaryFolder.ts";
import { mainScript } from "./tsmp.ts";

/** Runs `node ...args`, and gives what was said on stderr. */
function node(args: readonly string[], cwd: string): string {
  const env = { ...process.env, TSMP_CACHE: "off" };
  const { status, stderr } = spawnSync(process.execPath, args, { cwd, env, encoding: "utf8" });
  expect(status, stderr).toBe(0);
  return stderr;
}

/** Microseconds of processor time that `node ...args` takes: others on the machine cost none. */
function timeOf(args: readonly string[], cwd: string): number {
  const { user, system } = JSON.parse(node(["--require", join(cwd, "cpu.cjs"), ...args], cwd));
  return user + system;
}

const watcher = `process.on("exit", () => {
  const loaded = Object.keys(require.cache).filter((path) => path.includes("ts-morph"));
  if (loaded.length > 0) { console.error(loaded); process.exitCode = 99; }
});`;

test.each([["--version"], ["--help"], ["explain", "TSMP1001"], ["init"]])(
  "%s loads no compiler",
  (...args) => {
    const cwd = temporaryFolder({ "watch.cjs": watcher });
    node(["--require", join(cwd, "watch.cjs"), mainScript, ...args], cwd);
  },
);

test("a program that has not changed since it was built is not compiled again", () => {
  const cwd = temporaryFolder({ "watch.cjs": watcher, "main.ts": 'console.log("here");' });
  const env = { ...process.env, TSMP_CACHE: temporaryFolder() };
  const run = (...args: string[]) => {
    const { status, stdout } = spawnSync(
      process.execPath,
      ["--require", join(cwd, "watch.cjs"), mainScript, ...args],
      { cwd, env, encoding: "utf8" },
    );
    return [status, stdout];
  };
  expect(run("check")).toEqual([99, "Nothing to report.\n"]);
  expect(run("check")).toEqual([0, "Nothing to report.\n"]);
  expect(run("build")).toEqual([0, "build: 2 files, 2 written\n"]);
  expect(run("run")).toEqual([0, "here\n"]);
  expect(run("flash", "-d", join(cwd, "gone"))).toEqual([3, ""]);
});

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
const turns = 5;

test("a cold build of 20 lines takes at most 2.5 times as long as loading ts-morph", () => {
  const cwd = temporaryFolder({
    "main.ts": twentyLines,
    "cpu.cjs": `process.on("exit", () => console.error(JSON.stringify(process.cpuUsage())));`,
  });
  const load = `const { Project } = require(${JSON.stringify(join(packageFolder, "node_modules/ts-morph"))}); new Project()`;
  let base = timeOf(["-e", load], cwd);
  let build = timeOf([mainScript, "build"], cwd);
  for (let turn = 1; turn < turns && build > 2.5 * base; turn++) {
    base = Math.min(base, timeOf(["-e", load], cwd));
    build = Math.min(build, timeOf([mainScript, "build"], cwd));
  }
  expect(build / base).toBeLessThanOrEqual(2.5);
});
