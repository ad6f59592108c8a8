import { ts } from "ts-morph";
import { isIncrement } from "../../bindings.ts";
import { skipWrappers } from "../../syntax.ts";
import type { Forms } from "./forms.ts";
import { Knowledge } from "./knowledge.ts";
import { atomForm, combine, constantForm, type LinearForm, plus } from "./linearForm.ts";
import { isAlwaysProven } from "./withAxioms.ts";

/** What is to hold of a variable's value at all times, as a form that is not negative. */
export type Claim = (value: LinearForm) => LinearForm;

/**
 * Does a claim hold of a local variable from its declaration on? Every write must make it true, and
 * may rely on it for the value before. `length` is what the claim speaks of besides: it must not
 * shrink in between.
 */
export function holdsAlways(
  forms: Forms,
  variable: ts.Identifier,
  claim: Claim,
  length: LinearForm,
): boolean {
  const symbol = forms.builder.symbolAt(variable);
  const declaration = symbol?.valueDeclaration;
  const place = symbol && forms.places.placeOfSymbol(symbol);
  if (!symbol || !place || !declaration || !ts.isVariableDeclaration(declaration)) return false;
  if (!ts.isVariableDeclarationList(declaration.parent)) return false;
  // Whatever it is: what is known of it at one place need not hold at the others.
  const own = atomForm({ ...anywhere, key: place.key, places: [place] });
  const scope = scopeOf(declaration);
  const start = startOf(forms, declaration, variable);
  const range = { file: scope.getSourceFile(), from: start.end, to: scope.end };
  const isKept = [...length.terms.values()].every(({ atom }) =>
    atom.places.every((place) => !forms.places.mayChange(place, range, "shrinks")),
  );
  const writes = forms.places.writesTo(symbol);
  if (!isKept || writes.some((write) => write.unit !== writes[0]!.unit)) return false;
  return writes.every(({ node }) => {
    const isFirst = node === declaration;
    const value = isFirst && start !== declaration ? own : writtenValue(forms, node);
    if (!value) return false;
    const { facts } = new Knowledge(forms, isFirst && start !== declaration ? after(start) : node);
    return isAlwaysProven(claim(value), [...(isFirst ? [] : [claim(own)]), ...facts]);
  });
}

/**
 * Where the claim has to hold from: the declaration, or the `push` right behind it.
 *
 *     let i = xs.length;
 *     xs.push(x);
 */
function startOf(
  forms: Forms,
  declaration: ts.VariableDeclaration,
  variable: ts.Identifier,
): ts.Node {
  const statement = declaration.parent.parent;
  if (!ts.isVariableStatement(statement) || !ts.isBlock(statement.parent)) return declaration;
  const { statements } = statement.parent;
  const next = statements[statements.indexOf(statement) + 1];
  if (!next || !ts.isExpressionStatement(next) || next.end > variable.pos) return declaration;
  const isPush = forms.builder.libraryKeys.get(next.expression) === "Array.push";
  const call = next.expression;
  const hasSimple = ts.isCallExpression(call) && call.arguments.every(ts.isIdentifier);
  return isPush && hasSimple && next !== statements.at(-1) ? next : declaration;
}

/** The statement behind one of a block. */
function after(node: ts.Node): ts.Node {
  const { statements } = node.parent as ts.Block;
  return statements[statements.indexOf(node as ts.Statement) + 1]!;
}

const anywhere = { lo: Number.NEGATIVE_INFINITY, hi: Number.POSITIVE_INFINITY, axioms: [] };

/** The block, loop or file in which a variable lives. */
function scopeOf(declaration: ts.VariableDeclaration): ts.Node {
  return declaration.parent.parent.kind === ts.SyntaxKind.VariableStatement
    ? declaration.parent.parent.parent
    : declaration.parent.parent;
}

/** The value that a write gives to its variable. */
function writtenValue(forms: Forms, node: ts.Node): LinearForm | undefined {
  if (ts.isVariableDeclaration(node)) return node.initializer && forms.of(node.initializer);
  if (ts.isPrefixUnaryExpression(node) || ts.isPostfixUnaryExpression(node)) {
    if (!isIncrement(node.operator)) return undefined;
    const step = node.operator === ts.SyntaxKind.PlusPlusToken ? 1 : -1;
    return moved(forms.of(node.operand), constantForm(1), step);
  }
  if (!ts.isBinaryExpression(node) || !ts.isIdentifier(skipWrappers(node.left))) return undefined;
  switch (node.operatorToken.kind) {
    case ts.SyntaxKind.EqualsToken:
      return forms.of(node.right);
    case ts.SyntaxKind.PlusEqualsToken:
      return moved(forms.of(node.left), forms.of(node.right), 1);
    case ts.SyntaxKind.MinusEqualsToken:
      return moved(forms.of(node.left), forms.of(node.right), -1);
    default:
      return undefined;
  }
}

function moved(
  from: LinearForm | undefined,
  by: LinearForm | undefined,
  sign: number,
): LinearForm | undefined {
  return from && by && combine(from, by, sign);
}

/** The claim that a value is a position of a list of this length, or at least no negative one. */
export function isBelow(length: LinearForm): Claim {
  return (value) => plus(combine(length, value, -1), -1);
}
