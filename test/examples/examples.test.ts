import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { compileProject } from "../../compiler/compileProject.ts";
import { tsmp } from "../cli/tsmp.ts";
import { describeOnUnix } from "../support/micropython/onUnix.ts";
import { exampleFolders, examples, examplesFolder } from "./examples.ts";
import { plainTypeScript } from "./plainTypeScript.ts";

const named = Object.entries(examples).map(([name, example]) => ({
  ...example,
  name,
  folder: join(examplesFolder, name),
}));

test("every example is tested", () => {
  expect(exampleFolders()).toEqual(Object.keys(examples).sort());
});

test.each(named)("$name is accepted by plain TypeScript", ({ folder }) => {
  expect(plainTypeScript(folder)).toBe("");
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

test.each(withoutHelpers)("%s ships no language helper", (name) => {
  const paths = shipped(name);
  expect(paths).toContain("main.py");
  expect(paths.filter((path) => path.startsWith("tsmp"))).toEqual([]);
});

test.each(["blink", "shared-pool"])("%s ships no runtime at all", (name) => {
  expect(shipped(name)).toEqual(["main.py"]);
});

/** The files that a build of an example puts on the board. */
function shipped(name: string): readonly string[] {
  const { files, diagnostics } = compileProject(join(examplesFolder, name));
  expect(diagnostics).toEqual([]);
  return files.map(({ path }) => path);
}
