import { ts } from "ts-morph";
import { outerParent, skipWrappers } from "./syntax.ts";
import { libraryKey, type TypeFacts } from "./typeFacts.ts";

/** Who takes undefined as well as any other value: prints, texts, look-ups, functions of the program for anything. */
export interface UndefinedReaders {
  isLookedUp(parent: ts.Node, node: ts.Expression): boolean;
  isForAnything(parent: ts.Node, node: ts.Node): boolean;
  isPrinted(node: ts.Node): boolean;
  isShown(parent: ts.Node, node: ts.Expression): boolean;
}

export function createUndefinedReaders(
  checker: ts.TypeChecker,
  types: TypeFacts,
): UndefinedReaders {
  return { isLookedUp, isForAnything, isPrinted, isShown };

  /** `map.get(xs[i])`, `values.includes(xs[i])`, `/\d/.test(text[i])`: undefined is not found. */
  function isLookedUp(parent: ts.Node, node: ts.Expression): boolean {
    if (
      !ts.isCallExpression(parent) ||
      skipWrappers(parent.arguments[0] ?? parent.expression) !== skipWrappers(node)
    )
      return false;
    return parent.expression !== node && lookUps.has(calledKey(parent));
  }

  /** Is the value handed to code of the program that takes values of any type? */
  function isForAnything(parent: ts.Node, node: ts.Node): boolean {
    if (!ts.isCallExpression(parent) && !ts.isNewExpression(parent)) return false;
    const index = parent.arguments?.findIndex((arg) => skipWrappers(arg) === node) ?? -1;
    if (index < 0) return false;
    const declaration = checker.getResolvedSignature(parent)?.getDeclaration();
    if (!declaration || isBuiltIn(declaration)) return false;
    const parameter = declaration.parameters[index] ?? declaration.parameters.at(-1);
    if (!parameter) return false;
    const type = checker.getTypeAtLocation(parameter);
    const element = parameter.dotDotDotToken && type.getNumberIndexType();
    return types.kinds(element || type).has("unknown");
  }

  /** Is the value printed, by itself or inside of a text? */
  function isPrinted(node: ts.Node): boolean {
    const parent = outerParent(node);
    if (ts.isTemplateSpan(parent)) return isPrinted(parent.parent);
    if (ts.isBinaryExpression(parent)) {
      const isSum = parent.operatorToken.kind === ts.SyntaxKind.PlusToken;
      return (
        isSum && types.isOnly(checker.getTypeAtLocation(parent), "string") && isPrinted(parent)
      );
    }
    return ts.isCallExpression(parent) && parent.expression !== node && isPrint(parent);
  }

  function isPrint(call: ts.CallExpression): boolean {
    const key = calledKey(call);
    return key === "print" || key.startsWith("Console.");
  }

  function calledKey({ expression }: ts.CallExpression): string {
    const callee = ts.isPropertyAccessExpression(expression) ? expression.name : expression;
    const symbol = checker.getSymbolAtLocation(callee);
    return (symbol && libraryKey(symbol)) ?? "";
  }

  /** Does the value become text, where undefined has one? */
  function isShown(parent: ts.Node, node: ts.Expression): boolean {
    if (ts.isTemplateSpan(parent)) return true;
    if (ts.isBinaryExpression(parent)) {
      return (
        parent.operatorToken.kind === ts.SyntaxKind.PlusToken &&
        types.isOnly(checker.getTypeAtLocation(parent), "string")
      );
    }
    if (
      !ts.isCallExpression(parent) ||
      !parent.arguments.some((a) => skipWrappers(a) === skipWrappers(node))
    )
      return false;
    return isPrint(parent) || ["JSON.stringify", "String", "Boolean"].includes(calledKey(parent));
  }
}

const lookUps: ReadonlySet<string> = new Set([
  "Boolean",
  "Number",
  "RegExp.exec",
  "RegExp.test",
  "String",
  "String.includes",
  "String.indexOf",
  "parseFloat",
  "parseInt",
  "Array.includes",
  "Array.indexOf",
  "Map.delete",
  "Map.get",
  "Map.has",
  "Set.delete",
  "Set.has",
]);

/** A stub or built-in function, but for the `expect` of tests. */
function isBuiltIn(declaration: ts.Node): boolean {
  const file = declaration.getSourceFile();
  return file.isDeclarationFile && !file.fileName.endsWith("/testing.d.ts");
}
