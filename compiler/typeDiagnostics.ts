import type { ts } from "ts-morph";
import type { Diagnostic } from "./diagnostics/diagnostic.ts";
import { fromTypeScript } from "./diagnostics/locate.ts";
import type { TypedProgram } from "./project/typedProgram.ts";

/**
 * All that TypeScript finds wrong, in all files. A parameter or variable without a type has type `any`,
 * which is lowered as one that is written so: that is a warning, and an error only with `noImplicitAny`.
 */
export function typeDiagnostics(
  { program, sourceFiles }: TypedProgram,
  noImplicitAny: boolean,
  pathOf: (sourceFile: ts.SourceFile) => string,
): readonly Diagnostic[] {
  const syntactic = sourceFiles.flatMap((file) => program.getSyntacticDiagnostics(file));
  if (syntactic.length > 0) return syntactic.map((one) => fromTypeScript(one, pathOf));
  return sourceFiles
    .flatMap((file) => program.getSemanticDiagnostics(file))
    .filter(({ code }) => !onlyAdvice.has(code))
    .map((one) => {
      const diagnostic = fromTypeScript(one, pathOf);
      const isMild = !noImplicitAny && implicitAny.has(one.code);
      return isMild ? { ...diagnostic, category: "warning" } : diagnostic;
    });
}

/** "This expression is always truthy" and its kin: advice on style, of programs whose meaning is clear. */
const onlyAdvice: ReadonlySet<number> = new Set([2869, 2870, 2871, 2872, 2873, 2881]);

/**
 * Variables, parameters, members, results, rest parameters, `new` without signature, elements of patterns,
 * and variables whose type cannot be followed. Not the elements of an object without index signature
 * (7053): that object's properties are known, and no others exist.
 */
const implicitAny: ReadonlySet<number> = new Set([
  7005, 7006, 7008, 7010, 7011, 7013, 7018, 7019, 7020, 7022, 7023, 7024, 7031, 7034, 7051,
]);
