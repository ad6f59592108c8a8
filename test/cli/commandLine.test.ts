import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { exitCodeFor } from "../../compiler/cli/exitCodes.ts";
import { internalFault } from "../../compiler/diagnostics/catalogue/internal.ts";
import { diagnosticAt, nowhere } from "../../compiler/diagnostics/place.ts";
import { temporaryFolder } from "../project/temporaryFolder.ts";
import { tsmpWithoutPages } from "./brokenPackage.ts";
import { saidBy, stackTrace, tsmp } from "./tsmp.ts";

const { version } = JSON.parse(
  readFileSync(new URL("../../package.json", import.meta.url), "utf8"),
);

test("--version", async () => {
  expect(await tsmp(["--version"])).toEqual({ code: 0, stdout: `${version}\n`, stderr: "" });
});

test("--help lists the commands and the exit codes", async () => {
  const { code, stdout, stderr } = await tsmp(["--help"]);
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  for (const name of ["init", "build", "check", "run", "explain", "completions"]) {
    expect(stdout).toMatch(new RegExp(`^  ${name} `, "m"));
  }
  expect(stdout).toMatch(/^ {2}70 +internal error/m);
});

test.each(["init", "build", "check", "run", "explain", "completions"])(
  "%s --help",
  async (name) => {
    const { code, stdout, stderr } = await tsmp([name, "--help"]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout).toMatch(new RegExp(`^Usage: tsmp ${name}`));
  },
);

test("no command shows the help as wrong usage", async () => {
  const { code, stdout, stderr } = await tsmp([]);
  expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
  expect(stderr).toMatch(/^Usage: tsmp/);
});

test("an unknown command is corrected", async () => {
  const ended = await tsmp(["biuld"]);
  expect(ended.code).toBe(2);
  expect(ended.stdout).toBe("");
  expect(ended.stderr).toContain("error TSMP1102: ");
  expect(ended.stderr).toContain("Did you mean `tsmp build`?");
});

test("wrong usage with --json is a document", async () => {
  const { code, stdout, stderr } = await tsmp(["build", "--fast", "--json"]);
  expect({ code, stderr }).toEqual({ code: 2, stderr: "" });
  expect(JSON.parse(stdout)).toMatchObject({ ok: false, diagnostics: [{ code: "TSMP1101" }] });
});

describe("colours", () => {
  const introducer = "\u001B[";
  const withError = { "main.ts": "const x: string = 1;\nprint(x);\n" };

  test.each<[string, readonly string[], NodeJS.ProcessEnv, boolean]>([
    ["none where nobody looks", [], {}, false],
    ["FORCE_COLOR", [], { FORCE_COLOR: "1" }, true],
    ["FORCE_COLOR=0", [], { FORCE_COLOR: "0" }, false],
    ["FORCE_COLOR over NO_COLOR", [], { FORCE_COLOR: "1", NO_COLOR: "1" }, true],
    ["--no-color over all", ["--no-color"], { FORCE_COLOR: "1" }, false],
    ["never in a document", ["--json"], { FORCE_COLOR: "1" }, false],
  ])("%s", async (_name, args, env, coloured) => {
    const ended = await tsmp(["check", ...args], { cwd: temporaryFolder(withError), env });
    expect(ended.code).toBe(1);
    expect(ended.stdout.includes(introducer)).toBe(coloured);
  });
});

test("a fault of tsmp says so and ends with 70", async () => {
  // The folder of the help pages is looked for beside the package; nothing that a user does removes it.
  const ended = await tsmpWithoutPages(["explain"]);
  expect(ended.code).toBe(70);
  expect(ended.stderr).toContain("error TSMP9001: ");
  expect(saidBy(ended)).not.toMatch(stackTrace);
  const debugged = await tsmpWithoutPages(["explain"], { TSMP_DEBUG: "1" });
  expect(debugged.stderr).toMatch(stackTrace);
});

test("a fault that the compiler reports ends with 70 too", () => {
  expect(exitCodeFor([diagnosticAt(nowhere, internalFault("a loop", "no such thing"))])).toBe(70);
});

test("a closed pipe is no fault", async () => {
  const ended = await tsmp(["explain"], { during: (child) => child.stdout?.destroy() });
  expect(ended.stderr).toBe("");
});
