import { compile } from "../../../compiler/compile.ts";
import type { Diagnostic } from "../../../compiler/diagnostics/diagnostic.ts";
import { differenceOf, type Outcome } from "../../support/differential/outcome.ts";
import { runInNode } from "../../support/differential/runInNode.ts";
import { runOnUnix } from "../../support/differential/runOnUnix.ts";
import { asyncPrelude, type FuzzProgram, prelude, textOf } from "./program.ts";

/** What became of one program. */
export type Verdict =
  | { readonly kind: "same" }
  | { readonly kind: "different"; readonly what: string }
  | { readonly kind: "fault"; readonly what: string }
  /** The generator's own mistake, or something that the compiler says it cannot do. */
  | { readonly kind: "refused"; readonly code: string; readonly what: string };

/** Runs programs as one, each in turn, and says of each what became of it. */
export async function runPrograms(
  programs: readonly FuzzProgram[],
): Promise<ReadonlyMap<FuzzProgram, Verdict>> {
  const verdicts = new Map<FuzzProgram, Verdict>();
  for (const isAsync of [false, true]) {
    const group = programs.filter((program) => program.isAsync === isAsync);
    if (group.length > 0) await runGroup(group, isAsync, verdicts);
  }
  return verdicts;
}

async function runGroup(
  programs: readonly FuzzProgram[],
  isAsync: boolean,
  verdicts: Map<FuzzProgram, Verdict>,
): Promise<void> {
  const { source, starts } = sourceOf(programs, isAsync);
  const compiled = compile({ files: { "main.ts": source } });
  const errors = compiled.diagnostics.filter((d) => d.category === "error");
  if (errors.length > 0) {
    const left = refuse(programs, starts, errors, verdicts);
    if (left.length < programs.length) return runGroup(left, isAsync, verdicts);
    throw new Error(`none of the programs has the error: ${errors[0]!.message}`);
  }
  const micropython = process.env["TSMP_MICROPYTHON"];
  if (!micropython) throw new Error(process.env["TSMP_TEST_NO_MICROPYTHON"] ?? "no MicroPython");
  const [expected, actual] = await Promise.all([
    runInNode({ "main.ts": source }, "main.ts"),
    runOnUnix(micropython, compiled.files, compiled.entry),
  ]);
  const left = sectionsOf(expected);
  const right = sectionsOf(actual);
  for (const program of programs) {
    const one = left.get(program.id);
    const other = right.get(program.id);
    const what = differenceOf(
      { stdout: one ?? "not run" },
      { stdout: other ?? "not run", ...(actual.error ? { error: actual.error } : {}) },
      "",
    );
    const isSame = what === undefined || (one === other && one !== undefined);
    verdicts.set(program, isSame ? { kind: "same" } : { kind: "different", what: what ?? "" });
  }
}

/** Notes which programs the errors are in, and gives the others. */
function refuse(
  programs: readonly FuzzProgram[],
  starts: readonly number[],
  errors: readonly Diagnostic[],
  verdicts: Map<FuzzProgram, Verdict>,
): readonly FuzzProgram[] {
  for (const { code, message, line } of errors) {
    const program = programs[starts.findLastIndex((start) => start <= line)];
    if (!program || verdicts.has(program)) continue;
    const what = `${code} ${message}`;
    verdicts.set(
      program,
      code.startsWith("TSMP9") ? { kind: "fault", what } : { kind: "refused", code, what },
    );
  }
  return programs.filter((program) => !verdicts.has(program));
}

function sourceOf(programs: readonly FuzzProgram[], isAsync: boolean) {
  let source = prelude + (isAsync ? asyncPrelude : "");
  const starts: number[] = [];
  for (const program of programs) {
    const { id } = program;
    starts.push(source.split("\n").length);
    source += `${textOf(program)}
${isAsync ? "async " : ""}function start${id}(): ${isAsync ? "Promise<void>" : "void"} {
print("## ${id}");
try { ${isAsync ? "await " : ""}main${id}(); } catch (e) { print("let out", e instanceof Error ? e.name + ": " + e.message : "?"); }
}
`;
  }
  const calls = programs.map(({ id }) => `${isAsync ? "  await " : ""}start${id}();`).join("\n");
  if (isAsync)
    source += `async function all(): Promise<void> {\n${calls}\n}\nawait all();\nexport {};\n`;
  else source += `${calls}\n`;
  return { source, starts };
}

function sectionsOf({ stdout }: Outcome): ReadonlyMap<number, string> {
  return new Map(
    stdout
      .split(/^## /m)
      .slice(1)
      .map((section) => {
        const end = section.indexOf("\n");
        return [Number(section.slice(0, end)), section.slice(end + 1)] as const;
      }),
  );
}
