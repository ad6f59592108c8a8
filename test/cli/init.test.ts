import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { temporaryFolder } from "../project/temporaryFolder.ts";
import { tsmp } from "./tsmp.ts";

const all = [
  "package.json",
  "tsconfig.json",
  "src/main.ts",
  ".vscode/settings.json",
  ".vscode/tasks.json",
  ".gitignore",
];

function readJson(...path: string[]) {
  return JSON.parse(readFileSync(join(...path), "utf8"));
}

test("a new project checks and builds at once", async () => {
  const folder = temporaryFolder();
  const ended = await tsmp(["init", "my lamp"], { cwd: folder });
  expect(ended.code).toBe(0);
  expect(ended.stdout).toBe(all.map((path) => `created  ${path}\n`).join(""));
  expect(ended.stderr).toContain("npm install");
  const project = join(folder, "my lamp");
  expect(readJson(project, "package.json")).toMatchObject({
    name: "my-lamp",
    devDependencies: { tsmp: expect.stringMatching(/^\^\d/) },
  });
  expect(await tsmp(["check"], { cwd: project })).toMatchObject({ code: 0, stderr: "" });
  expect(await tsmp(["build"], { cwd: project })).toMatchObject({ code: 0, stderr: "" });
  expect(readFileSync(join(project, "build/main.py"), "utf8")).toContain(`Pin("LED", Pin.OUT)`);
});

test("twice is once", async () => {
  const folder = temporaryFolder();
  await tsmp(["init"], { cwd: folder });
  const ended = await tsmp(["init"], { cwd: folder });
  expect(ended.code).toBe(0);
  expect(ended.stdout).toBe(all.map((path) => `kept     ${path}\n`).join(""));
});

test("existing files stay as they are, and what they lack is said", async () => {
  const folder = temporaryFolder({
    "package.json": `{"name":"mine"}`,
    "tsconfig.json": "{}",
    "src/main.ts": "print(1);",
  });
  const { stdout, stderr } = await tsmp(["init"], { cwd: folder });
  expect(stdout).toContain("kept     package.json\nkept     tsconfig.json\nkept     src/main.ts\n");
  expect(stderr).toContain(`"extends": "tsmp/boards/pico_w.json"`);
  expect(stderr).toContain(`"devDependencies"`);
  expect(readFileSync(join(folder, "package.json"), "utf8")).toBe(`{"name":"mine"}`);
  expect(readFileSync(join(folder, "src/main.ts"), "utf8")).toBe("print(1);");
});

test("--json", async () => {
  const folder = temporaryFolder({ ".gitignore": "" });
  const { stdout, stderr } = await tsmp(["init", "--json"], { cwd: folder });
  const document = JSON.parse(stdout);
  expect(document).toMatchObject({ ok: true, root: folder, kept: [".gitignore"], diagnostics: [] });
  expect(document.created).toEqual(all.filter((path) => path !== ".gitignore"));
  expect(stderr.trim()).toBe(document.notices.join("\n"));
});

test("a file in the place of the folder", async () => {
  const folder = temporaryFolder({ lamp: "" });
  const ended = await tsmp(["init", "lamp"], { cwd: folder });
  expect(ended.code).toBe(1);
  expect(ended.stderr).toContain("error TSMP1105: ");
});

test("a file in the place of a folder of the project", async () => {
  const folder = temporaryFolder({ src: "a file" });
  const ended = await tsmp(["init"], { cwd: folder });
  expect(ended.code).toBe(1);
  expect(ended.stderr).toContain("error TSMP1014: ");
});

test("the problem matcher of the editor reads what the commands print", async () => {
  const folder = temporaryFolder();
  await tsmp(["init"], { cwd: folder });
  const { pattern } = readJson(folder, ".vscode/tasks.json").tasks[0].problemMatcher;
  const broken = temporaryFolder({ "a b/main.ts": "\n  const x: string = 1;\nprint(x);" });
  const { stdout } = await tsmp(["check", "a b"], { cwd: broken });
  const match = stdout
    .split("\n")
    .map((line) => new RegExp(pattern.regexp).exec(line))
    .find(Boolean);
  expect(match?.[pattern.file]).toBe(join("a b", "main.ts"));
  expect([match?.[pattern.line], match?.[pattern.column]]).toEqual(["2", "9"]);
  expect([match?.[pattern.severity], match?.[pattern.code]]).toEqual(["error", "TS2322"]);
  expect(match?.[pattern.message]).toContain("not assignable");
});
