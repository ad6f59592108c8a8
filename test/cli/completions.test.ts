import { spawnSync } from "node:child_process";
import { expect, test } from "vitest";
import { temporaryFolder, writeFiles } from "../project/temporaryFolder.ts";
import { tsmp } from "./tsmp.ts";

test.each(["bash", "zsh", "fish", "powershell"])("%s knows commands and options", async (shell) => {
  const { code, stdout, stderr } = await tsmp(["completions", shell]);
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  for (const word of ["init", "explain", "out-dir", "embedded", "json"]) {
    if (word === "embedded" && shell === "powershell") continue;
    expect(stdout).toContain(word);
  }
});

test("an unknown shell", async () => {
  const ended = await tsmp(["completions", "tcsh"]);
  expect(ended).toMatchObject({ code: 2, stdout: "" });
  expect(ended.stderr).toContain("TSMP1101");
});

/** What bash offers behind these words, asked of a real bash. */
async function offeredByBash(words: readonly string[], cwd = temporaryFolder()): Promise<string[]> {
  const { stdout: script } = await tsmp(["completions", "bash"]);
  writeFiles(cwd, { ".completions": script });
  const list = words.map((word) => JSON.stringify(word)).join(" ");
  const ask = `source .completions; COMP_WORDS=(tsmp ${list}); COMP_CWORD=${words.length}; _tsmp; printf '%s\\n' "\${COMPREPLY[@]}"`;
  const { stdout, stderr } = spawnSync("bash", ["-c", ask], { cwd, encoding: "utf8" });
  expect(stderr).toBe("");
  return stdout.trim().split("\n");
}

const hasBash = spawnSync("bash", ["-c", "type compgen"]).status === 0;

test.runIf(hasBash)("bash completes", async () => {
  expect(await offeredByBash(["che"])).toEqual(["check"]);
  expect(await offeredByBash(["--json", "ini"])).toEqual(["init"]);
  expect(await offeredByBash(["build", "--ou"])).toEqual(["--out-dir"]);
  expect(await offeredByBash(["run", "--host", ""])).toEqual(["auto", "embedded", "unix"]);
  expect(await offeredByBash(["completions", "f"])).toEqual(["fish"]);
  const folder = temporaryFolder({ "main.ts": "" });
  expect(await offeredByBash(["build", "ma"], folder)).toEqual(["main.ts"]);
});
