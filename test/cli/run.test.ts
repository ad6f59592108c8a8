import { expect, test } from "vitest";
import { temporaryFolder } from "../project/temporaryFolder.ts";
import { traceCorpus } from "./traceCorpus.ts";
import { saidBy, stackTrace, tsmp } from "./tsmp.ts";

const embedded = ["--host", "embedded"];

test("runs a program and streams its output", async () => {
  const folder = temporaryFolder({ "main.ts": `print("hello");\nprint(6 / 2);\n` });
  expect(await tsmp(["run", ...embedded], { cwd: folder })).toEqual({
    code: 0,
    stdout: "hello\n3\n",
    stderr: "",
  });
});

test("an exception is shown in TypeScript's terms and ends with 1", async () => {
  const folder = temporaryFolder({
    "src/main.ts": `import { inner } from "./lib";\nfunction outer(): void {\n  inner();\n}\nouter();\n`,
    "src/lib.ts": `export function inner(): void {\n  throw new Error("broken");\n}\n`,
  });
  const ended = await tsmp(["run", ...embedded], { cwd: folder });
  expect(ended.code).toBe(1);
  expect(ended.stderr).toMatch(/src\/main\.ts.*3.*outer.*src\/lib\.ts.*2.*inner.*broken/s);
  expect(ended.stderr).not.toContain(".py");
});

test("every frame of an exception at each of a thousand statements is in its file and line", async () => {
  const { text, at } = traceCorpus();
  expect(at).toHaveLength(1000);
  const { stdout } = await tsmp(["run", ...embedded], {
    cwd: temporaryFolder({ "main.ts": text }),
  });
  const traces = stdout.split("Traceback (most recent call last):\n").slice(1);
  const lineOf = (sought: string) =>
    text.split("\n").findIndex((line) => line.includes(sought)) + 1;
  const [call, thrown] = [lineOf("    parts[Math"), lineOf("throw new Error")];
  const frames = (trace: string) =>
    [...trace.matchAll(/File "(.*)", line (\d+), in (\w+|<module>)/g)].map(
      ([, file, line]) => `${file}:${line}`,
    );
  traces.forEach((trace, n) => {
    const seen = frames(trace);
    expect(seen[0], trace).toBe(`main.ts:${call}`);
    expect(seen.at(-1), trace).toBe(`main.ts:${thrown}`);
    expect(seen.at(-2), trace).toBe(`main.ts:${at[n]}`);
    expect(trace).toContain(`at ${n}\n`);
    expect(seen.every((frame) => frame.startsWith("main.ts:"))).toBe(true);
  });
  expect(traces).toHaveLength(1000);
});

test("ends with the program's own status", async () => {
  const folder = temporaryFolder({ "main.ts": `import { exit } from "sys";\nexit(7);\n` });
  expect((await tsmp(["run", ...embedded], { cwd: folder })).code).toBe(7);
});

test("gives the program what stands behind --", async () => {
  const folder = temporaryFolder({
    "main.ts": `import { argv } from "sys";\nfor (let i = 1; i < argv.length; i++) print(argv[i]);\n`,
  });
  const ended = await tsmp(["run", ...embedded, "--", "--json", "two words"], { cwd: folder });
  expect(ended).toEqual({ code: 0, stdout: "--json\ntwo words\n", stderr: "" });
});

test("diagnostics go to stderr, and nothing is run", async () => {
  const folder = temporaryFolder({ "main.ts": `print("ran");\nconst x: string = 1;\nprint(x);\n` });
  const ended = await tsmp(["run", ...embedded], { cwd: folder });
  expect(ended).toMatchObject({ code: 1, stdout: "" });
  expect(ended.stderr).toContain("main.ts:2:7 - error TS2322: ");
});

test("--json is one document, output included", async () => {
  const folder = temporaryFolder({ "main.ts": `print("hello");\n` });
  const { code, stdout, stderr } = await tsmp(["run", "--json", ...embedded], { cwd: folder });
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  expect(JSON.parse(stdout)).toMatchObject({
    ok: true,
    exitCode: 0,
    host: "embedded",
    stdout: "hello\n",
    stderr: "",
    diagnostics: [],
  });
});

test("an unknown host", async () => {
  expect((await tsmp(["run", "--host", "qemu"])).code).toBe(2);
});

test("Ctrl-C stops an endless program with 130", async () => {
  const folder = temporaryFolder({
    "main.ts": `import { sleep_ms } from "time";\nprint("started");\nwhile (true) sleep_ms(10);\n`,
  });
  const ended = await tsmp(["run", ...embedded], {
    cwd: folder,
    during: (child) => child.stdout?.once("data", () => child.kill("SIGINT")),
  });
  expect(ended.code).toBe(130);
  expect(saidBy(ended)).not.toMatch(stackTrace);
});
