import { ts } from "ts-morph";
import { floatForInteger, outOfRange } from "../../diagnostics/catalogue/types.ts";
import type { Problem } from "../../diagnostics/diagnostic.ts";
import { keywordDeclarations, type NumberRange, rangeMark } from "../../facts/boardMarks.ts";
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
    const parameters = declaration?.parameters.filter(({ name }) => name.getText() !== "this");
    (call.arguments ?? []).forEach((argument, at) => {
      const type = checker.getContextualType(argument);
      if (!type) return;
      const parameter = parameters?.[at];
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
    else if (ts.isArrayLiteralExpression(value)) {
      const places = placesOf(checker, type);
      value.elements.forEach((element, at) => {
        checkElement(element, places?.[at]);
      });
    } else checkNumber(written, value, type, what);
  }

  /** Elements of buffers wrap; the places of a tuple are parameters. */
  function checkElement(element: ts.Expression, place: Place | undefined): void {
    const type = checker.getContextualType(element);
    if (!type || ts.isSpreadElement(element)) return;
    const range = place?.label && rangeMark(place.label, target.chip);
    check(element, type, { range, anyRange: place === undefined });
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
    const declarations = keywordDeclarations(checker, property);
    const range = declarations.map((found) => rangeMark(found, target.chip)).find(Boolean);
    if (type) check(property.initializer, type, { range });
  }
}

interface Expected {
  /** What the stub's comment says. */
  readonly range?: NumberRange | undefined;
  /** Whether numbers outside of the type's range wrap: elements of buffers. */
  readonly anyRange?: boolean;
}

/** A place of a tuple, with its name if it has one. */
interface Place {
  readonly label: ts.NamedTupleMember | ts.ParameterDeclaration | undefined;
}

/** The places of a tuple type; undefined for an array. */
function placesOf(checker: ts.TypeChecker, type: ts.Type): readonly Place[] | undefined {
  const bare = checker.getNonNullableType(type);
  if (!checker.isTupleType(bare)) return undefined;
  const { target } = bare as ts.TupleTypeReference;
  return target.elementFlags.map((_, at) => ({ label: target.labeledElementDeclarations?.[at] }));
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
