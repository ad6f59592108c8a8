import { expect } from "vitest";
import { compile } from "../../../compiler/compile.ts";
import { differenceOf } from "./outcome.ts";
import { type Program, runInNode } from "./runInNode.ts";
import { runOnUnix } from "./runOnUnix.ts";

/**
 * Compiles a program, runs it in Node and on MicroPython, and expects the same of both: output, order,
 * uncaught error. `print` prints in Node what `console.log` prints.
 */
export async function sameAsNode(source: string | Program, entry = "main.ts"): Promise<void> {
  const program = typeof source === "string" ? { [entry]: source } : source;
  const compiled = compile({ files: program, entry });
  const problems = compiled.diagnostics.filter((d) => d.category === "error");
  expect(problems.map((d) => `${d.file}:${d.line}:${d.column} ${d.code} ${d.message}`)).toEqual([]);
  const micropython = unixMicropython();
  const [expected, actual] = await Promise.all([
    runInNode(program, entry),
    runOnUnix(micropython, compiled.files, compiled.entry),
  ]);
  const difference = differenceOf(expected, actual, Object.values(program).join("\n"));
  if (difference !== undefined) {
    const python = compiled.files.filter((f) => f.map).map((f) => `# ${f.path}\n${f.text}`);
    throw new Error(`${difference}\n\n${python.join("\n")}`);
  }
}

/** Expects a program to be refused with exactly these codes. */
export function refusedWith(source: string | Program, ...codes: readonly string[]): void {
  const program = typeof source === "string" ? { "main.ts": source } : source;
  const { diagnostics, files } = compile({ files: program, entry: "main.ts" });
  const errors = diagnostics.filter((d) => d.category === "error");
  expect(errors.map((d) => d.code)).toEqual(codes);
  expect(files).toEqual([]);
}

/** The command of the unix port; where there is none, the test that needs it fails with the reason. */
export function unixMicropython(): string {
  const micropython = process.env["TSMP_MICROPYTHON"];
  if (!micropython) throw new Error(process.env["TSMP_TEST_NO_MICROPYTHON"] ?? "no MicroPython");
  return micropython;
}
