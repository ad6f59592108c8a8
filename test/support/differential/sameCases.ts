import { expect } from "vitest";
import { compile } from "../../../compiler/compile.ts";
import { differenceOf, type Outcome } from "./outcome.ts";
import { runInNode } from "./runInNode.ts";
import { runOnUnix } from "./runOnUnix.ts";

/** One of many programs that run as one: functions of its own, and the call that starts it. */
export interface Case {
  readonly name: string;
  readonly declarations: string;
  readonly call: string;
  /** Is the call awaited? */
  readonly isAsync?: boolean;
}

/**
 * Compiles all cases as one program, runs it in Node and on MicroPython, and compares case by case: what
 * differs is listed by name. An error that a case lets out is printed and the next one runs.
 */
export async function sameCases(cases: readonly Case[], prelude = ""): Promise<void> {
  expect(await differencesOf(cases, prelude)).toEqual([]);
}

/** The cases that differ, each with the first difference. */
export async function differencesOf(
  cases: readonly Case[],
  prelude = "",
): Promise<readonly string[]> {
  const source = programOf(cases, prelude);
  const compiled = compile({ files: { "main.ts": source } });
  const problems = compiled.diagnostics.filter((d) => d.category === "error");
  if (problems.length > 0) {
    return problems.map((d) => `${caseAtLine(source, d.line)}: ${d.code} ${d.message}`);
  }
  const micropython = process.env["TSMP_MICROPYTHON"];
  if (!micropython) throw new Error(process.env["TSMP_TEST_NO_MICROPYTHON"] ?? "no MicroPython");
  const [expected, actual] = await Promise.all([
    runInNode({ "main.ts": source }, "main.ts"),
    runOnUnix(micropython, compiled.files, compiled.entry),
  ]);
  const left = sectionsOf(expected);
  const right = sectionsOf(actual);
  const different = cases.flatMap(({ name }) => {
    const difference = differenceOf(
      { stdout: left.get(name) ?? "" },
      { stdout: right.get(name) ?? "" },
      "",
    );
    return difference === undefined ? [] : [`${name}: ${difference}`];
  });
  const ending = differenceOf({ ...expected, stdout: "" }, { ...actual, stdout: "" }, "");
  return ending === undefined ? different : [...different, `at the end: ${ending}`];
}

function programOf(cases: readonly Case[], prelude: string): string {
  const isAsync = cases.some((c) => c.isAsync);
  const runs = cases.map(
    ({ name, call, isAsync: isAwaited }) => `
print("## ${name}");
try { ${isAwaited ? "await " : ""}${call}; } catch (e) { print("let out", e instanceof Error ? e.message : "no error"); }`,
  );
  const declarations = cases.map(({ name, declarations }) => `// ## ${name}\n${declarations}`);
  const main = isAsync
    ? `async function runAll(): Promise<void> {${runs.join("")}\n}\nawait runAll();\nexport {};`
    : runs.join("");
  return [prelude, ...declarations, main].join("\n");
}

function caseAtLine(source: string, line: number | undefined): string {
  const before = source.split("\n").slice(0, line);
  return before.findLast((text) => text.includes("## ")) ?? "prelude";
}

/** What each case printed. */
function sectionsOf({ stdout }: Outcome): ReadonlyMap<string, string> {
  return new Map(
    stdout
      .split(/^## /m)
      .slice(1)
      .map((section) => {
        const end = section.indexOf("\n");
        return [section.slice(0, end), section.slice(end + 1)];
      }),
  );
}
