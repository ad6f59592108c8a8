import { ts } from "ts-morph";
import { isIncrement } from "../../bindings.ts";
import { skipWrappers } from "../../syntax.ts";
import type { Forms } from "./forms.ts";
import { type IsAtEnd, Knowledge } from "./knowledge.ts";
import { combine, type LinearForm } from "./linearForm.ts";
import { isAlwaysProven } from "./withAxioms.ts";

/**
 * Does a store always put its value right behind the last element? Either the list has as many
 * elements as the index says where the store is reached, or the store fills it turn by turn:
 *
 *     const xs = [0, 1];
 *     for (let i = 2; i < n; i++) xs[i] = xs[i - 1] + xs[i - 2];
 */
export function isStoredAtEnd(
  forms: Forms,
  store: ts.ElementAccessExpression,
  isAtEnd: IsAtEnd,
): boolean {
  const statement = statementOf(store);
  const index = statement && forms.of(store.argumentExpression);
  const length = index && forms.lengthOf(store.expression);
  if (!statement || !length) return false;
  const right = (statement.expression as ts.BinaryExpression).right;
  const here = new Knowledge(forms, store, { after: right, store, isAtEnd });
  return areEqual(length, index, here) || isFilling(forms, store, statement, isAtEnd);
}

/** `xs[i] = value;` */
function statementOf(store: ts.ElementAccessExpression): ts.ExpressionStatement | undefined {
  const { parent } = store;
  const isStore =
    ts.isBinaryExpression(parent) &&
    parent.left === store &&
    parent.operatorToken.kind === ts.SyntaxKind.EqualsToken;
  return isStore && ts.isExpressionStatement(parent.parent) ? parent.parent : undefined;
}

function areEqual(a: LinearForm, b: LinearForm, { facts }: Knowledge): boolean {
  return isAlwaysProven(combine(a, b, -1), facts) && isAlwaysProven(combine(b, a, -1), facts);
}

/** Is the store made once in every turn of a loop, and nothing else there changes the length? */
function isFilling(
  forms: Forms,
  store: ts.ElementAccessExpression,
  statement: ts.ExpressionStatement,
  isAtEnd: IsAtEnd,
): boolean {
  const loop = loopOf(statement);
  const counter = loop && counterOf(forms, loop);
  const place = loop && forms.places.placeOf(store.expression);
  const length = place && forms.lengthOf(store.expression);
  const index = length && forms.of(store.argumentExpression);
  const variable = counter && forms.of(counter.name as ts.Identifier);
  const start = variable && forms.of(counter.initializer!);
  if (!loop || !place || !length || !index || !variable || !start) return false;
  const behind = combine(index, variable, -1);
  if (behind.terms.size > 0 || skipsStore(loop, statement)) return false;
  const range = { file: loop.getSourceFile(), from: loop.pos, to: loop.end };
  if (forms.places.mayChange(place, range)) return false;
  const isAlone = [...length.terms.values()].every(({ atom }) =>
    atom.places.every((part) => !forms.places.mayChange(part, range, "any", store)),
  );
  if (!isAlone) return false;
  const before = new Knowledge(forms, loop, { isAtEnd });
  return areEqual(length, combine(start, behind, 1), before);
}

function loopOf(statement: ts.Statement): ts.ForStatement | undefined {
  const outer = ts.isBlock(statement.parent) ? statement.parent.parent : statement.parent;
  return ts.isForStatement(outer) ? outer : undefined;
}

/** The one variable of a loop, where the loop's head alone moves it, by 1. */
function counterOf(forms: Forms, loop: ts.ForStatement): ts.VariableDeclaration | undefined {
  const { initializer, incrementor } = loop;
  if (!initializer || !incrementor || !ts.isVariableDeclarationList(initializer)) return undefined;
  const [declaration] = initializer.declarations;
  if (!declaration?.initializer || !ts.isIdentifier(declaration.name)) return undefined;
  const symbol = forms.builder.checker.getSymbolAtLocation(declaration.name);
  const isMoved = symbol && forms.builder.symbolAt(movedByOne(incrementor) ?? loop) === symbol;
  return isMoved && forms.places.writesTo(symbol).length === 2 ? declaration : undefined;
}

/** `i` of `i++` and `i += 1`. */
function movedByOne(incrementor: ts.Expression): ts.Identifier | undefined {
  const node = skipWrappers(incrementor);
  let target: ts.Expression | undefined;
  if (ts.isPrefixUnaryExpression(node) || ts.isPostfixUnaryExpression(node)) {
    const isUp = isIncrement(node.operator) && node.operator === ts.SyntaxKind.PlusPlusToken;
    target = isUp ? node.operand : undefined;
  } else if (ts.isBinaryExpression(node)) {
    const isUp = node.operatorToken.kind === ts.SyntaxKind.PlusEqualsToken;
    target = isUp && node.right.getText() === "1" ? node.left : undefined;
  }
  return target && ts.isIdentifier(target) ? target : undefined;
}

/** May a turn go on to the next without the store? */
function skipsStore(loop: ts.ForStatement, statement: ts.Statement): boolean {
  const visit = (node: ts.Node): boolean => {
    if (node.pos >= statement.pos || ts.isFunctionLike(node)) return false;
    return ts.isContinueStatement(node) || (ts.forEachChild(node, visit) ?? false);
  };
  return visit(loop.statement);
}
