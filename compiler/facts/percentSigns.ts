import { ts } from "ts-morph";
import { libraryKey, type TypeFacts } from "./typeFacts.ts";

/**
 * Built-ins whose text does not come from the program's own literals. What JSON makes does, but for
 * escapes: a literal with `\\u` counts as one with a percent sign.
 */
const foreignText =
  /^(input|open|str|encodeURI|encodeURIComponent|StringConstructor\.(fromCharCode|fromCodePoint|raw)|.*\.(decode|read|readline|readlines))$/;

/**
 * May some text of a program have a percent sign in it? Only then can a text that is printed before
 * other values be a format without anyone having written it as one.
 */
export function createPercentFacts(
  checker: ts.TypeChecker,
  types: TypeFacts,
  sourceFiles: readonly ts.SourceFile[],
): () => boolean {
  let answer: boolean | undefined;
  return () => (answer ??= sourceFiles.some((file) => mayHavePercent(file)));

  function mayHavePercent(node: ts.Node): boolean {
    if (isLiteralPart(node) && /%|\\u/.test(node.text) && !isFormat(node)) return true;
    if (ts.isCallExpression(node) && givesForeignText(node)) return true;
    return ts.forEachChild(node, mayHavePercent) ?? false;
  }

  function givesForeignText(node: ts.CallExpression): boolean {
    const name = ts.isPropertyAccessExpression(node.expression)
      ? node.expression.name
      : node.expression;
    const symbol = checker.getSymbolAtLocation(name);
    const key = symbol && libraryKey(symbol);
    if (key !== undefined) return foreignText.test(key);
    const declaration = checker.getResolvedSignature(node)?.getDeclaration();
    if (!declaration?.getSourceFile().isDeclarationFile) return false;
    return types.mayBe(checker.getTypeAtLocation(node), "string");
  }

  /** The first argument of `console.log` or `print`, taken apart when it is lowered. */
  function isFormat(node: ts.Node): boolean {
    const { parent } = node;
    if (!ts.isCallExpression(parent) || parent.arguments[0] !== node) return false;
    const name = ts.isPropertyAccessExpression(parent.expression)
      ? parent.expression.name
      : parent.expression;
    const symbol = checker.getSymbolAtLocation(name);
    const key = symbol && libraryKey(symbol);
    return key === "print" || (key?.startsWith("Console.") ?? false);
  }
}

function isLiteralPart(
  node: ts.Node,
): node is ts.StringLiteralLike | ts.TemplateHead | ts.TemplateMiddle | ts.TemplateTail {
  return (
    ts.isStringLiteralLike(node) ||
    ts.isTemplateHead(node) ||
    ts.isTemplateMiddle(node) ||
    ts.isTemplateTail(node)
  );
}
