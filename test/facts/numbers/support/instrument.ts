import { ts } from "ts-morph";
import { isAssignmentOperator, isIncrement } from "../../../../compiler/facts/bindings.ts";
import type { RangeLoop } from "../../../../compiler/facts/numberFacts.ts";
import { skipWrappers } from "../../../../compiler/facts/syntax.ts";
import { type Analyzed, nodesOf } from "./program.ts";

/** What is inserted before and after a piece of the program's text. */
interface Insertion {
  readonly start: number;
  readonly end: number;
  readonly before: string;
  readonly after: string;
}

/** The nodes that the instrumented program reports about, by number. */
export interface Instrumented {
  readonly script: string;
  readonly nodes: readonly ts.Node[];
}

/**
 * The program as a script that calls `__value(n, v)` for every number, `__list(n, xs)` and
 * `__index(n, i)` around every element access, `__start(n, v)` around the start of a range loop
 * and `__turn(n, i, bound, step)` in every turn. `n` is an index into `nodes`.
 */
export function instrumented({ facts, checker, main }: Analyzed): Instrumented {
  const nodes: ts.Node[] = [];
  const insertions: Insertion[] = [];
  const numbered = (node: ts.Node) => nodes.push(node) - 1;
  const wrap = (node: ts.Node, name: string) => {
    // In parentheses of its own, for `f(x) < g(y)` may be taken for type arguments.
    insertions.push(around(node, `(${name}(${numbered(node)}, (`, ")))"));
  };
  for (const node of nodesOf(main)) {
    if (ts.isForStatement(node)) insertions.push(...turn(facts.rangeLoop(node), node, numbered));
    if (ts.isIterationStatement(node, false) && !ts.isBlock(node.statement)) {
      insertions.push(around(node.statement, "{ __tick(); ", " }"));
    } else if (ts.isIterationStatement(node, false)) {
      insertions.push(after(node.statement.getStart() + 1, " __tick(); "));
    } else if (ts.isFunctionLike(node) && "body" in node && node.body && ts.isBlock(node.body)) {
      insertions.push(after(node.body.getStart() + 1, " __tick(); "));
    }
    if (ts.isElementAccessExpression(node) && isIndexed(checker, node)) {
      if (isReadable(node.expression)) wrap(node.expression, "__list");
      wrap(node.argumentExpression, "__index");
      nodes[nodes.length - 1] = node;
    }
    if (isNumberRead(checker, node)) wrap(node, "__value");
  }
  return { script: transpiled(applied(main.text, insertions)), nodes };
}

function around(node: ts.Node, before: string, end: string): Insertion {
  return { start: node.getStart(), end: node.end, before, after: end };
}

function after(position: number, text: string): Insertion {
  return { start: position, end: position, before: text, after: "" };
}

/** At the start of the body of a range loop: where the variable, the bound and the step are. */
function turn(
  loop: RangeLoop | undefined,
  node: ts.ForStatement,
  numbered: (node: ts.Node) => number,
): readonly Insertion[] {
  if (!loop || !ts.isBlock(node.statement)) return [];
  const step = typeof loop.step === "number" ? String(loop.step) : loop.step.getText();
  const call = `__turn(${numbered(node)}, ${loop.variable.text}, ${loop.bound.getText()}, ${step});`;
  const number = call.slice("__turn(".length, call.indexOf(","));
  return [
    around(loop.start, `(__start(${number}, (`, ")))"),
    after(node.statement.getStart() + 1, call),
  ];
}

function isIndexed(checker: ts.TypeChecker, node: ts.ElementAccessExpression): boolean {
  const type = checker.getTypeAtLocation(node.expression);
  const isText = checker.getTypeAtLocation(node.argumentExpression).flags & ts.TypeFlags.StringLike;
  return type.getProperty("length") !== undefined && isText === 0;
}

/** `super[i]` and the object of an optional chain cannot be wrapped. */
function isReadable(node: ts.Expression): boolean {
  return node.kind !== ts.SyntaxKind.SuperKeyword && !ts.isOptionalChain(node.parent);
}

/** Is it an expression whose number is read, in a place where any expression may stand? */
export function isNumberRead(checker: ts.TypeChecker, node: ts.Node): node is ts.Expression {
  if (!isValue(node) || isTarget(node) || isPartOfPattern(node)) return false;
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent) && parent.name === node) return false;
  if (ts.isOptionalChain(node) || ts.isOptionalChain(parent)) return false;
  if (ts.isEnumMember(parent) || ts.isPropertyName(node as ts.Identifier) === undefined)
    return false;
  const { flags } = checker.getTypeAtLocation(node);
  return (flags & ts.TypeFlags.NumberLike) !== 0;
}

function isValue(node: ts.Node): boolean {
  if (ts.isIdentifier(node)) return isReadIdentifier(node);
  if (ts.isNumericLiteral(node)) return isReadLiteral(node);
  return (
    ts.isBinaryExpression(node) ||
    ts.isPrefixUnaryExpression(node) ||
    ts.isPostfixUnaryExpression(node) ||
    ts.isPropertyAccessExpression(node) ||
    ts.isElementAccessExpression(node) ||
    ts.isCallExpression(node) ||
    ts.isConditionalExpression(node) ||
    ts.isParenthesizedExpression(node) ||
    ts.isNonNullExpression(node) ||
    ts.isAsExpression(node) ||
    ts.isAwaitExpression(node)
  );
}

function isReadLiteral(node: ts.NumericLiteral): boolean {
  const { parent } = node;
  return !ts.isPropertyAssignment(parent) || parent.initializer === node;
}

function isReadIdentifier(node: ts.Identifier): boolean {
  const { parent } = node;
  if (ts.isPropertyAssignment(parent)) return parent.initializer === node;
  if (ts.isShorthandPropertyAssignment(parent) || ts.isExportSpecifier(parent)) return false;
  if ("name" in parent && parent.name === node) return false;
  if (ts.isBindingElement(parent)) return parent.initializer === node;
  return (
    ts.isExpression(parent) ||
    ts.isStatement(parent) ||
    "initializer" in parent ||
    ts.isTemplateSpan(parent) ||
    ts.isCaseClause(parent) ||
    ts.isSpreadAssignment(parent) ||
    ts.isComputedPropertyName(parent)
  );
}

function isTarget(node: ts.Node): boolean {
  const { parent } = node;
  if (ts.isBinaryExpression(parent)) {
    return parent.left === node && isAssignmentOperator(parent.operatorToken.kind);
  }
  if (ts.isPrefixUnaryExpression(parent) || ts.isPostfixUnaryExpression(parent)) {
    return isIncrement(parent.operator);
  }
  if (ts.isForOfStatement(parent) || ts.isForInStatement(parent))
    return parent.initializer === node;
  if (ts.isDeleteExpression(parent)) return true;
  const isWrapper = ts.isParenthesizedExpression(parent) || ts.isNonNullExpression(parent);
  return isWrapper && isTarget(parent);
}

/** Is it on the left of `[a, b] = ...`? */
function isPartOfPattern(node: ts.Node): boolean {
  for (let child = node, { parent } = node; parent; child = parent, { parent } = parent) {
    const isAssigned =
      ts.isBinaryExpression(parent) &&
      parent.operatorToken.kind === ts.SyntaxKind.EqualsToken &&
      parent.left === child;
    if (isAssigned || (ts.isForOfStatement(parent) && parent.initializer === child)) {
      const target = skipWrappers(child as ts.Expression);
      return ts.isArrayLiteralExpression(target) || ts.isObjectLiteralExpression(target);
    }
    if (ts.isStatement(parent) || ts.isFunctionLike(parent)) return false;
  }
  return false;
}

function applied(text: string, insertions: readonly Insertion[]): string {
  const parts: { at: number; order: number; text: string }[] = [];
  for (const { start, end, before, after: end_ } of insertions) {
    const size = end - start;
    // At one position: what ends there first (inner before outer), then what starts (outer first).
    parts.push({ at: start, order: size === 0 ? 0 : 1e9 - size, text: before });
    if (end_ !== "") parts.push({ at: end, order: size - 1e9, text: end_ });
  }
  parts.sort((a, b) => a.at - b.at || a.order - b.order);
  let result = "";
  let last = 0;
  for (const part of parts) {
    result += text.slice(last, part.at) + part.text;
    last = part.at;
  }
  return result + text.slice(last);
}

function transpiled(text: string): string {
  const compilerOptions: ts.CompilerOptions = {
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.CommonJS,
    isolatedModules: true,
  };
  return ts.transpileModule(text, { compilerOptions }).outputText;
}
