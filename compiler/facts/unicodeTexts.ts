import { ts } from "ts-morph";
import type { NumberFacts } from "./numberFacts.ts";
import { hasModifier } from "./syntax.ts";
import { libraryKey, type TypeFacts } from "./typeFacts.ts";

/** Built-ins whose text does not come from the program's own literals and numbers. */
const foreignText =
  /^(input|open|str|decodeURI|decodeURIComponent|JSON\.parse|StringConstructor\.raw|String\.normalize)$|\.(decode|read|readline|readlines|toLocale\w*)$/;

const fromCodes = /^StringConstructor\.(fromCharCode|fromCodePoint)$/;

interface Parts {
  readonly checker: ts.TypeChecker;
  readonly types: TypeFacts;
  readonly numbers: NumberFacts;
  readonly sourceFiles: readonly ts.SourceFile[];
  readonly entry: ts.SourceFile;
}

/**
 * May some text of a program have characters that are not ASCII: from a literal or name, from codes,
 * from a module of MicroPython, or from the Python code that calls what the program exports?
 */
export function createUnicodeFacts(parts: Parts): () => boolean {
  const { checker, types, numbers, sourceFiles, entry } = parts;
  let answer: boolean | undefined;
  return () => {
    answer ??= takesText() || sourceFiles.some((file) => mayHaveUnicode(file));
    return answer;
  };

  function mayHaveUnicode(node: ts.Node): boolean {
    if (ts.isImportDeclaration(node)) return isFromOutside(node);
    const text = textOf(node);
    if (text !== undefined && !isAscii(text)) return true;
    if (ts.isCallExpression(node) && givesForeignText(node)) return true;
    return ts.forEachChild(node, mayHaveUnicode) ?? false;
  }

  function isFromOutside(node: ts.ImportDeclaration): boolean {
    if (/\.json"?$/.test(node.moduleSpecifier.getText())) return true;
    const module = checker.getSymbolAtLocation(node.moduleSpecifier);
    return module?.declarations?.[0]?.getSourceFile().isDeclarationFile ?? true;
  }

  function givesForeignText(node: ts.CallExpression): boolean {
    const name = ts.isPropertyAccessExpression(node.expression)
      ? node.expression.name
      : node.expression;
    const symbol = checker.getSymbolAtLocation(name);
    const key = symbol && libraryKey(symbol);
    if (key !== undefined) {
      return foreignText.test(key) || (fromCodes.test(key) && !node.arguments.every(isAsciiCode));
    }
    const declaration = checker.getResolvedSignature(node)?.getDeclaration();
    return declaration?.getSourceFile().isDeclarationFile ?? true;
  }

  function isAsciiCode(node: ts.Expression): boolean {
    const { lo, hi, nan } = numbers.of(node);
    return !ts.isSpreadElement(node) && !nan && lo >= 0 && hi < 128;
  }

  /** Can Python code give the entry module a text? */
  function takesText(): boolean {
    const exported = entry.statements.filter((statement) =>
      hasModifier(statement, ts.SyntaxKind.ExportKeyword),
    );
    const isIndirect = (statement: ts.Statement) =>
      ts.isExportDeclaration(statement) || ts.isExportAssignment(statement);
    if (entry.statements.some(isIndirect)) return true;
    return exported.some((statement) => {
      if (ts.isFunctionDeclaration(statement)) return !statement.parameters.every(isTextless);
      return !ts.isInterfaceDeclaration(statement) && !ts.isTypeAliasDeclaration(statement);
    });
  }

  function isTextless(parameter: ts.ParameterDeclaration): boolean {
    const type = checker.getTypeAtLocation(parameter);
    if (types.isOnly(type, "number", "boolean", "bigint", "null", "undefined")) return true;
    return /^(Ui|I)nt(8|16|32)Array$/.test(types.libraryClass(type) ?? "");
  }
}

function textOf(node: ts.Node): string | undefined {
  const isText =
    ts.isStringLiteralLike(node) ||
    ts.isTemplateHead(node) ||
    ts.isTemplateMiddle(node) ||
    ts.isTemplateTail(node) ||
    ts.isIdentifier(node) ||
    ts.isRegularExpressionLiteral(node);
  return isText ? node.text : undefined;
}

function isAscii(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) > 127) return false;
  return true;
}
