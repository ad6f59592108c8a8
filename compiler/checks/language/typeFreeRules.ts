import { ts } from "ts-morph";
import { argumentsObject, dynamicImport } from "../../diagnostics/catalogue/language.ts";
import type { Problem } from "../../diagnostics/diagnostic.ts";
import { checkPrototypes } from "./prototypes.ts";

type Report = (node: ts.Node, problem: Problem) => void;

/**
 * What is wrong whatever the types are, for files that have type errors and are not lowered. In programs
 * without, the lowerings say the same.
 */
export function checkTypeFreeRules(
  program: { readonly checker: ts.TypeChecker; readonly sourceFiles: readonly ts.SourceFile[] },
  report: Report,
): void {
  checkPrototypes(program, report);
  for (const file of program.sourceFiles) visit(file);

  function visit(node: ts.Node): void {
    if (ts.isIdentifier(node) && node.text === "arguments" && isArguments(node)) {
      report(node, argumentsObject());
    }
    if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      if (!node.arguments[0] || !ts.isStringLiteralLike(node.arguments[0])) {
        report(node, dynamicImport());
      }
    }
    ts.forEachChild(node, visit);
  }

  /** The object of a function, not a property or variable that the program calls so. */
  function isArguments(node: ts.Identifier): boolean {
    const symbol = program.checker.getSymbolAtLocation(node);
    return symbol !== undefined && (symbol.declarations ?? []).length === 0;
  }
}
