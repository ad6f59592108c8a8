import { expect, test } from "vitest";
import { temporaryFolder } from "../project/temporaryFolder.ts";
import { tsmp } from "./tsmp.ts";

const project = {
  "tsconfig.json": "{}",
  "src/main.ts": `const values = [1, 2, 3];
let total = 0;
for (let i = 0; i < values.length; i++) total += values[i] & 255;
const later = values.map((v) => () => v + total);
print(total, later.length, values[9] ?? 0);
`,
};

async function factsOf(line: number): Promise<string> {
  const folder = temporaryFolder(project);
  const ended = await tsmp(["check", "--facts", `src/main.ts:${line}`], { cwd: folder });
  expect(ended).toMatchObject({ code: 0, stderr: "" });
  return ended.stdout;
}

test("ranges, bounds and truth of a loop", async () => {
  const text = await factsOf(3);
  expect(text).toMatch(/^for \(let i = 0;/);
  expect(text).toContain("\n  values[i]: number; always true; the index is in bounds; int 1..3");
  expect(text).toContain("\n  total += values[i] & 255: number; int 0..; assigns\n");
});

test("who assigns and captures a variable", async () => {
  expect(await factsOf(2)).toContain("assigned again in one place; captured by ");
  expect(await factsOf(4)).toContain(
    "  v: number; always true; always int 1..3; never assigned again; captured by one function; " +
      "closures take the value of their turn along\n",
  );
});

test("a read that finds nothing", async () => {
  expect(await factsOf(5)).toContain("values[9]: number or undefined;");
});

test("as JSON", async () => {
  const folder = temporaryFolder(project);
  const ended = await tsmp(["check", "--facts", "src/main.ts:3", "--json"], { cwd: folder });
  const described = JSON.parse(ended.stdout);
  expect(described).toMatchObject({ ok: true, file: "src/main.ts", line: 3, diagnostics: [] });
  expect(described.nodes).toContainEqual({
    code: "values[i]",
    column: 50,
    kinds: ["number"],
    truth: true,
    facts: ["the index is in bounds", "int 1..3"],
  });
});

test("a file without project", async () => {
  const folder = temporaryFolder({ "lamp.ts": "const n = 4 * 2;\nprint(n);\n" });
  const ended = await tsmp(["check", "--facts", "lamp.ts:1"], { cwd: folder });
  expect(ended.stdout).toContain("n: number; always true; always int 8;");
});

test.each([
  ["src/other.ts:1", "TSMP1106", 2],
  ["src/main.ts:99", "TSMP1107", 2],
  ["src/main.ts", "TSMP1101", 2],
  ["src/main.ts:0", "TSMP1101", 2],
])("%s is refused", async (place, code, status) => {
  const folder = temporaryFolder(project);
  const ended = await tsmp(["check", "--facts", place], { cwd: folder });
  expect(ended.stdout + ended.stderr).toContain(code);
  expect(ended.code).toBe(status);
});
