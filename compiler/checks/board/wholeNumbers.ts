import { ts } from "ts-morph";
import { floatForInteger, outOfRange } from "../../diagnostics/catalogue/types.ts";
import type { Problem } from "../../diagnostics/diagnostic.ts";
import { keywordDeclaration, type NumberRange, rangeMark } from "../../facts/boardMarks.ts";
import type { Facts } from "../../facts/facts.ts";
import type { NumberFact } from "../../facts/numberFacts.ts";
import { brandOf } from "../../facts/numbers/library/typeKinds.ts";
import { skipWrappers } from "../../facts/syntax.ts";

/**
 * Numbers that are sure not to fit where they go: a float where MicroPython takes an integer
 * (`sleep_ms(1000 / 3)` is a TypeError on the board), a number outside of a type's range
 * (`duty_u16(70000)`), or outside of what the stub says (`@range 0 7`).
 */
export function checkWholeNumbers(
  facts: Facts,
  target: { readonly chip: string },
  report: (node: ts.Node, problem: Problem) => void,
): void {
  const { checker, numbers } = facts;
  facts.sourceFiles.forEach(visit);

  function visit(node: ts.Node): void {
    if (ts.isTypeNode(node) || ts.isImportDeclaration(node)) return;
    if (ts.isCallExpression(node) || ts.isNewExpression(node)) checkCall(node);
    else if (ts.isVariableDeclaration(node) && node.type && node.initializer) {
      check(node.initializer, checker.getTypeAtLocation(node));
    } else if (ts.isBinaryExpression(node) && isAssignment(node)) {
      check(node.right, checker.getTypeAtLocation(node.left), { anyRange: isElement(node.left) });
    }
    ts.forEachChild(node, visit);
  }

  function checkCall(call: ts.CallExpression | ts.NewExpression): void {
    const declaration = checker.getResolvedSignature(call)?.declaration;
    (call.arguments ?? []).forEach((argument, at) => {
      const type = checker.getContextualType(argument);
      if (!type) return;
      const parameter = declaration?.parameters[at];
      const range =
        declaration && parameter && ts.isParameter(parameter) && ts.isIdentifier(parameter.name)
          ? rangeMark(declaration, target.chip, parameter.name.text)
          : undefined;
      check(argument, type, { range });
    });
  }

  function check(written: ts.Expression, type: ts.Type, what: Expected = {}): void {
    const value = skipWrappers(written);
    if (ts.isObjectLiteralExpression(value)) value.properties.forEach(checkProperty);
    else if (ts.isArrayLiteralExpression(value)) value.elements.forEach(checkElement);
    else checkNumber(written, value, type, what);
  }

  function checkElement(element: ts.Expression): void {
    const type = checker.getContextualType(element);
    if (type && !ts.isSpreadElement(element)) check(element, type, { anyRange: true });
  }

  function checkNumber(
    written: ts.Expression,
    value: ts.Expression,
    type: ts.Type,
    what: Expected,
  ): void {
    const promised = integerOf(type);
    if (!promised && !what.range) return;
    const fact = numbers.of(value);
    if (promised && isFloat(fact)) {
      report(written, floatForInteger(value.getText()));
      return;
    }
    const range = what.range ?? (what.anyRange ? undefined : promised);
    if (range && (fact.hi < range.lo || fact.lo > range.hi)) {
      report(written, outOfRange(value.getText(), range.lo, range.hi));
    }
  }

  function checkProperty(property: ts.ObjectLiteralElementLike): void {
    if (!ts.isPropertyAssignment(property)) return;
    const type = checker.getContextualType(property.initializer);
    const declaration = keywordDeclaration(checker, property);
    const range = declaration && rangeMark(declaration, target.chip);
    if (type) check(property.initializer, type, { range });
  }
}

interface Expected {
  /** What the stub's comment says. */
  readonly range?: NumberRange | undefined;
  /** Whether numbers outside of the type's range wrap: elements of buffers. */
  readonly anyRange?: boolean;
}

/** The range of `int`, `u8` and so on; undefined where the type takes floats, or no number. */
function integerOf(type: ts.Type): NumberFact | undefined {
  const fact = brandOf(type);
  return fact && !fact.float && fact.int ? fact : undefined;
}

function isFloat(fact: NumberFact): boolean {
  return fact.float && !fact.int;
}

function isAssignment(node: ts.BinaryExpression): boolean {
  return node.operatorToken.kind === ts.SyntaxKind.EqualsToken;
}

function isElement(node: ts.Expression): boolean {
  return ts.isElementAccessExpression(skipWrappers(node));
}
