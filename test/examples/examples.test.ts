import { execFile } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { describe, expect, test } from "vitest";
import { packageFolder } from "../../compiler/project/installedTsmp.ts";
import { tsmp } from "../cli/tsmp.ts";
import { temporaryFolder } from "../project/temporaryFolder.ts";
import { describeOnUnix } from "../support/micropython/onUnix.ts";
import { exampleFolders, examples, examplesFolder } from "./examples.ts";

const execute = promisify(execFile);
const tsc = join(packageFolder, "node_modules/typescript/bin/tsc");

const named = Object.entries(examples).map(([name, example]) => ({
  ...example,
  name,
  folder: join(examplesFolder, name),
}));

test("every example is tested", () => {
  expect(exampleFolders()).toEqual(Object.keys(examples).sort());
});

describe.concurrent.each(named)("$name", ({ folder }) => {
  test("is accepted by plain tsc", async () => {
    await execute(process.execPath, [tsc, "--noEmit", "-p", folder]);
  });
});

describeOnUnix("on the unix port", () => {
  test.concurrent.each(named)("$name gives its transcript", async ({ folder, args = [] }) => {
    await givesItsTranscript(folder, "unix", args);
  });

  test("the echo server passes 100,000 items in order, none lost and none doubled", async () => {
    const folder = join(examplesFolder, "echo-server");
    const ended = await tsmp(["run", folder, "--", "100000"]);
    expect(ended).toMatchObject({ code: 0, stderr: "" });
    expect(ended.stdout.split("\n").at(-2)).toBe("Received 100000 queue items.");
  });
});

describe("in WebAssembly", () => {
  const withoutThreads = named.filter(({ needsUnix }) => !needsUnix);
  test.each(withoutThreads)("$name gives its transcript", async ({ folder, args = [] }) => {
    await givesItsTranscript(folder, "embedded", args);
  });
});

async function givesItsTranscript(
  folder: string,
  host: string,
  args: readonly string[],
): Promise<void> {
  const ended = await tsmp(["run", folder, "--host", host, "--", ...args]);
  expect(ended).toEqual({
    code: 0,
    stdout: readFileSync(join(folder, "expected.txt"), "utf8"),
    stderr: "",
  });
}

/** What hand-written code for these would need of ours: nothing. */
const withoutHelpers = [
  "blink",
  "echo-server",
  "event-from-interrupt",
  "queue-forms",
  "shared-pool",
];

test.each(withoutHelpers)("%s ships no language helper", async (name) => {
  const out = temporaryFolder();
  const { code } = await tsmp(["build", join(examplesFolder, name), "--out-dir", out]);
  expect(code).toBe(0);
  expect(readdirSync(out)).toContain("main.py");
  expect(readdirSync(out)).not.toContain("tsmp");
});

test.each(["blink", "shared-pool"])("%s ships no runtime at all", async (name) => {
  const out = temporaryFolder();
  await tsmp(["build", join(examplesFolder, name), "--out-dir", out]);
  expect(readdirSync(out).sort()).toEqual([".tsmp-build.json", "main.py", "main.py.map"]);
});
