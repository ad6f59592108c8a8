import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { compile } from "../../compiler/compile.ts";
import type { ProblemKind } from "../../compiler/diagnostics/diagnostic.ts";
import { packageFolder } from "../../compiler/project/installedTsmp.ts";
import { notByAProgram, programs } from "./programs.ts";

const catalogue = join(packageFolder, "compiler/diagnostics/catalogue");
const pages = join(packageFolder, "docs/diagnostics");

const kinds = await allKinds();
const codes = kinds.map(({ code }) => code).sort();

/** Every entry of every catalogue file. */
async function allKinds(): Promise<ProblemKind<readonly unknown[]>[]> {
  const modules = await Promise.all(
    readdirSync(catalogue).map((file) => import(join(catalogue, file))),
  );
  return modules.flatMap((module) => Object.values<ProblemKind<readonly unknown[]>>(module));
}

test("no code is used twice", () => {
  expect(codes.filter((code, at) => codes.indexOf(code) !== at)).toEqual([]);
});

describe("pages", () => {
  test.each(codes)("%s has one, and it says what to do", (code) => {
    const page = readFileSync(join(pages, `${code}.md`), "utf8");
    expect(page).toMatch(new RegExp(`^# ${code}: .+\n`));
    expect(page).toMatch(/\n## (What to write|What to do|Where to look)\n/);
  });

  const aboutPrograms = codes.filter((code) => /^TSMP[2-5]/.test(code));
  test.each(aboutPrograms)("%s says why MicroPython cannot", (code) => {
    expect(readFileSync(join(pages, `${code}.md`), "utf8")).toContain("\n## Why\n");
  });

  test("there is none without a code", () => {
    const files = readdirSync(pages).filter((name) => /^TSMP\d{4}\.md$/.test(name));
    expect(files.filter((name) => !codes.includes(name.slice(0, 8)))).toEqual([]);
  });
});

describe("programs", () => {
  test.each(Object.entries(programs))("%s is reported at its place", (code, marked) => {
    const at = marked.indexOf("«");
    const { diagnostics, files } = compile({ files: { "main.ts": marked.replace("«", "") } });
    const place = lineAndColumn(marked.slice(0, at));
    expect(diagnostics).toEqual([expect.objectContaining({ code, file: "main.ts", ...place })]);
    const stopsTheBuild = kinds.find((kind) => kind.code === code)!.category === "error";
    expect(files.length === 0).toBe(stopsTheBuild);
  });

  test("every code is caused by a program here or by another test", () => {
    const elsewhere = testsText();
    const untested = codes.filter(
      (code) => !(code in programs) && !(code in notByAProgram) && !elsewhere.includes(code),
    );
    expect(untested).toEqual([]);
  });
});

function lineAndColumn(before: string): { line: number; column: number } {
  const lines = before.split("\n");
  return { line: lines.length, column: lines.at(-1)!.length + 1 };
}

/** The text of all tests but those of this folder. */
function testsText(): string {
  const folder = join(packageFolder, "test");
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".test.ts") && !/^diagnostics[\\/]/.test(name))
    .map((name) => readFileSync(join(folder, name), "utf8"))
    .join("\n");
}
