import { ts } from "ts-morph";

/** The expression inside parentheses and type-only wrappers. */
export function skipWrappers(node: ts.Expression): ts.Expression {
  let current = node;
  while (
    ts.isParenthesizedExpression(current) ||
    ts.isAsExpression(current) ||
    ts.isTypeAssertionExpression(current) ||
    ts.isSatisfiesExpression(current) ||
    ts.isNonNullExpression(current)
  ) {
    current = current.expression;
  }
  return current;
}

/** The node around an expression once parentheses and type-only wrappers are left out. */
export function outerParent(node: ts.Node): ts.Node {
  let { parent } = node;
  while (
    ts.isParenthesizedExpression(parent) ||
    ts.isAsExpression(parent) ||
    ts.isTypeAssertionExpression(parent) ||
    ts.isSatisfiesExpression(parent) ||
    ts.isNonNullExpression(parent)
  ) {
    parent = parent.parent;
  }
  return parent;
}

/** Is the value of an expression thrown away? */
export function isUsedAsStatement(node: ts.Expression): boolean {
  let child: ts.Node = node;
  let { parent } = node;
  while (ts.isParenthesizedExpression(parent)) {
    child = parent;
    parent = parent.parent;
  }
  if (ts.isExpressionStatement(parent) || ts.isVoidExpression(parent)) return true;
  if (ts.isForStatement(parent)) {
    return parent.initializer === child || parent.incrementor === child;
  }
  if (ts.isBinaryExpression(parent) && parent.operatorToken.kind === ts.SyntaxKind.CommaToken) {
    return parent.left === child || isUsedAsStatement(parent);
  }
  return false;
}

/** `a ??= b`, `a ||= b`, `a &&= b` */
export function isLogicalAssignment(node: ts.Node): node is ts.BinaryExpression {
  if (!ts.isBinaryExpression(node)) return false;
  switch (node.operatorToken.kind) {
    case ts.SyntaxKind.QuestionQuestionEqualsToken:
    case ts.SyntaxKind.BarBarEqualsToken:
    case ts.SyntaxKind.AmpersandAmpersandEqualsToken:
      return true;
    default:
      return false;
  }
}

/** Is a node run in every turn of a loop of its function? */
export function isInLoop(node: ts.Node): boolean {
  let child = node;
  for (let { parent } = node; parent; child = parent, parent = parent.parent) {
    if (ts.isFunctionLike(parent) || ts.isClassLike(parent)) return false;
    const isHead = ts.isForStatement(parent) && parent.initializer === child;
    if (ts.isForOfStatement(parent) || ts.isForInStatement(parent)) {
      if (parent.expression !== child) return true;
    } else if (!isHead && ts.isIterationStatement(parent, false)) return true;
  }
  return false;
}

export function isConstLike(flags: ts.NodeFlags): boolean {
  return (flags & ts.NodeFlags.BlockScoped) === ts.NodeFlags.Const;
}

export function hasModifier(node: ts.Node, kind: ts.SyntaxKind): boolean {
  return (
    ts.canHaveModifiers(node) && (ts.getModifiers(node)?.some((m) => m.kind === kind) ?? false)
  );
}

/** Every identifier in a function, and the modules whose variables it may read. */
export function wordsInside(node: ts.Node): ReadonlySet<string> {
  const words = new Set<string>();
  const visit = (part: ts.Node): void => {
    if (ts.isIdentifier(part) && !isMemberName(part)) words.add(part.text);
    ts.forEachChild(part, visit);
  };
  visit(node);
  for (const statement of node.getSourceFile().statements) {
    for (const name of declaredAtTop(statement)) words.add(name);
    if (ts.isImportDeclaration(statement) && ts.isStringLiteral(statement.moduleSpecifier)) {
      for (const part of statement.moduleSpecifier.text.split(/[./]/)) words.add(part);
    }
  }
  return words;
}

/** `name` in `object.name`, `{ name: value }` and `class { name() {} }`: no variable. */
function isMemberName(node: ts.Identifier): boolean {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent)) return parent.name === node;
  if (ts.isPropertyAssignment(parent) || ts.isClassElement(parent)) return parent.name === node;
  return false;
}

/** The names that a statement of a module gives to variables, functions and classes. */
function declaredAtTop(statement: ts.Statement): readonly string[] {
  if (ts.isVariableStatement(statement)) {
    return statement.declarationList.declarations.map(({ name }) => name.getText());
  }
  const isNamed = ts.isFunctionDeclaration(statement) || ts.isClassDeclaration(statement);
  return isNamed && statement.name ? [statement.name.text] : [];
}

/**
 * Is a signature declared in a `.d.ts`, or by nobody? The one that a decorator is called with is made up by
 * the checker, and is in no file.
 */
export function isForeign(declaration: ts.SignatureDeclaration | undefined): boolean {
  const file = declaration?.getSourceFile() as ts.SourceFile | undefined;
  return file?.isDeclarationFile ?? true;
}

/** Is a node a part of another, or that itself? */
export function isWithin(node: ts.Node, whole: ts.Node): boolean {
  return (
    node.pos >= whole.pos && node.end <= whole.end && node.getSourceFile() === whole.getSourceFile()
  );
}
