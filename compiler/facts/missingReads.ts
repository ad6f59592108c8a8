import { ts } from "ts-morph";
import type { BindingFacts } from "./bindings.ts";
import { isRecordType } from "./objects/recordType.ts";
import { outerParent, skipWrappers } from "./syntax.ts";
import { libraryKey, type TypeFacts } from "./typeFacts.ts";

/**
 * Reads of arrays and records that find nothing, though their type does not say undefined. Where the
 * program looks at the undefined (`??`, `?.`, a comparison, a test, a print), it gets it; elsewhere
 * such a read raises.
 */
export interface MissingReadFacts {
  /** For a read of an element or property: is its undefined looked at? */
  asksForUndefined(node: ts.Expression): boolean;
  /** May the value be undefined, also where its type does not say so? */
  mayBeUndefined(node: ts.Expression): boolean;
}

export function createMissingReadFacts(
  checker: ts.TypeChecker,
  types: TypeFacts,
  bindings: BindingFacts,
): MissingReadFacts {
  return { asksForUndefined, mayBeUndefined };

  function asksForUndefined(node: ts.Expression): boolean {
    if (types.kinds(checker.getTypeAtLocation(node)).has("undefined")) return true;
    const wanted = checker.getContextualType(node);
    if (wanted && types.kinds(wanted).has("undefined")) return true;
    const isRecord = isRecordRead(node);
    if (isAskedAt(node, isRecord)) return true;
    return variableOf(node)?.references.some((use) => isAskedAt(use, isRecord)) ?? false;
  }

  function mayBeUndefined(node: ts.Expression): boolean {
    if (types.kinds(checker.getTypeAtLocation(node)).has("undefined")) return true;
    const bare = skipWrappers(node);
    if (isRecordRead(bare)) return true;
    if (!ts.isIdentifier(bare)) return false;
    const declaration = bindings.at(bare)?.declaration;
    if (!declaration || !ts.isVariableDeclaration(declaration) || !declaration.initializer) {
      return false;
    }
    const read = skipWrappers(declaration.initializer);
    const isRead = ts.isElementAccessExpression(read) || isRecordRead(read);
    return isRead && asksForUndefined(read);
  }

  /** The variable that a read initialises. */
  function variableOf(node: ts.Expression) {
    const parent = outerParent(node);
    if (!ts.isVariableDeclaration(parent) || !ts.isIdentifier(parent.name)) return undefined;
    const symbol = checker.getSymbolAtLocation(parent.name);
    return symbol && bindings.of(symbol);
  }

  /** Is a property read under a name that the type does not list? */
  function isRecordRead(node: ts.Expression): boolean {
    if (!ts.isPropertyAccessExpression(node) && !ts.isElementAccessExpression(node)) return false;
    const object = checker.getNonNullableType(checker.getTypeAtLocation(node.expression));
    const members = object.isUnion() ? object.types : [object];
    return members.some((member) => isRecordType(checker, member));
  }

  function isAskedAt(node: ts.Expression, isRecord: boolean): boolean {
    const parent = outerParent(node);
    if (isRecord && isShown(parent, node)) return true;
    if (ts.isBinaryExpression(parent)) return isAskingOperator(parent.operatorToken.kind);
    if (
      ts.isPropertyAccessChain(parent) ||
      ts.isElementAccessChain(parent) ||
      ts.isCallChain(parent)
    ) {
      return parent.questionDotToken !== undefined;
    }
    if (ts.isConditionalExpression(parent))
      return skipWrappers(parent.condition) === skipWrappers(node);
    if (ts.isIfStatement(parent) || ts.isWhileStatement(parent) || ts.isDoStatement(parent))
      return true;
    if (ts.isForStatement(parent))
      return (
        parent.condition !== undefined && skipWrappers(parent.condition) === skipWrappers(node)
      );
    if (ts.isTypeOfExpression(parent) || ts.isSwitchStatement(parent)) return true;
    return ts.isPrefixUnaryExpression(parent) && parent.operator === ts.SyntaxKind.ExclamationToken;
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
    const callee = ts.isPropertyAccessExpression(parent.expression)
      ? parent.expression.name
      : parent.expression;
    const symbol = checker.getSymbolAtLocation(callee);
    const key = (symbol && libraryKey(symbol)) ?? "";
    return (
      key.startsWith("Console.") || ["print", "JSON.stringify", "String", "Boolean"].includes(key)
    );
  }
}

function isAskingOperator(kind: ts.SyntaxKind): boolean {
  switch (kind) {
    case ts.SyntaxKind.QuestionQuestionToken:
    case ts.SyntaxKind.BarBarToken:
    case ts.SyntaxKind.AmpersandAmpersandToken:
    case ts.SyntaxKind.EqualsEqualsEqualsToken:
    case ts.SyntaxKind.ExclamationEqualsEqualsToken:
    case ts.SyntaxKind.EqualsEqualsToken:
    case ts.SyntaxKind.ExclamationEqualsToken:
      return true;
    default:
      return false;
  }
}
