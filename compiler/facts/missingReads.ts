import { ts } from "ts-morph";
import type { HoleFacts } from "./arrayHoles.ts";
import type { BindingFacts } from "./bindings.ts";
import type { NumberFacts } from "./numberFacts.ts";
import type { ObjectFacts } from "./objectFacts.ts";
import { isRecordType } from "./objects/recordType.ts";
import { isElementOf, mayFindNothing } from "./patternReads.ts";
import { isGroupParameter } from "./regexps/groupParameter.ts";
import { outerParent, skipWrappers } from "./syntax.ts";
import { isMatch, libraryKey, type TypeFacts, type ValueKind } from "./typeFacts.ts";

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
  /** The kinds of values that an expression gives, with what its type leaves out. */
  kindsOf(node: ts.Expression): ReadonlySet<ValueKind>;
}

interface Known {
  readonly checker: ts.TypeChecker;
  readonly types: TypeFacts;
  readonly bindings: BindingFacts;
  readonly objects: ObjectFacts;
  readonly holes: HoleFacts;
  readonly numbers: NumberFacts;
  /** Is it a read in a loop over the keys? */
  readonly isKeyRead: (node: ts.Node) => boolean;
}

export function createMissingReadFacts({
  checker,
  types,
  bindings,
  objects,
  holes,
  numbers,
  isKeyRead,
}: Known): MissingReadFacts {
  const answers = new Map<ts.SignatureDeclaration, boolean>();
  return { asksForUndefined, mayBeUndefined, kindsOf };

  function kindsOf(node: ts.Expression): ReadonlySet<ValueKind> {
    const bare = skipWrappers(node);
    const kinds = types.kinds(checker.getTypeAtLocation(node));
    if (isNullish(bare)) {
      // TypeScript leaves the right side out where it holds the left one for never undefined.
      const found = new Set([
        ...types.kinds(checker.getTypeAtLocation(bare.left)),
        ...kindsOf(bare.right),
      ]);
      if (!kindsOf(bare.right).has("undefined")) found.delete("undefined");
      if (!kindsOf(bare.right).has("null")) found.delete("null");
      return found;
    }
    if (ts.isIdentifier(bare)) {
      const declared = bindings.at(bare);
      const value = declared && declared.writes.length === 0 && initializerOf(declared.declaration);
      // The variable has the type that TypeScript takes its value for.
      if (value && isNullish(value)) return kindsOf(value);
    }
    return !kinds.has("undefined") && mayBeUndefined(node)
      ? new Set([...kinds, "undefined"])
      : kinds;
  }

  function asksForUndefined(node: ts.Expression): boolean {
    if (types.kinds(checker.getTypeAtLocation(node)).has("undefined")) return true;
    if (isKeyRead(node)) return false;
    if (isRecordRead(node) && types.mayBe(checker.getTypeAtLocation(node), "undefined"))
      return true;
    const wanted = checker.getContextualType(node);
    if (wanted && types.kinds(wanted).has("undefined")) return true;
    const isRecord = isRecordRead(node) || isGroupRead(node) || isAsserted(checker, node);
    if (isAskedAt(node, isRecord)) return true;
    return variableOf(node)?.references.some((use) => isAskedAt(use, isRecord)) ?? false;
  }

  function mayBeUndefined(node: ts.Expression): boolean {
    if (types.kinds(checker.getTypeAtLocation(node)).has("undefined")) return true;
    const bare = skipWrappers(node);
    if (isRecordRead(bare) || isGroupRead(bare) || ts.isOptionalChain(bare)) return true;
    if (holes.mayBeRead(bare)) return true;
    if (ts.isCallExpression(bare)) return mayGiveUndefined(bare);
    if (ts.isPropertyAccessExpression(bare) && !ts.isPrivateIdentifier(bare.name)) {
      const owner = checker.getTypeAtLocation(bare.expression);
      if (objects.mayLack(owner, bare.name.text)) return true;
      return isAsserted(checker, bare) && asksForUndefined(bare);
    }
    if (ts.isElementAccessExpression(bare)) return mayBeOutside(bare) && asksForUndefined(bare);
    if (!ts.isIdentifier(bare)) return false;
    const binding = bindings.at(bare);
    const declaration = binding?.declaration;
    if (binding && mayFindNothing(checker, binding)) return true;
    if (declaration && ts.isParameter(declaration)) return isGroupParameter(checker, declaration);
    const read = declaration && initializerOf(declaration);
    if (!read) return false;
    const isRead = ts.isElementAccessExpression(read)
      ? mayBeOutside(read) || isGroupRead(read)
      : isRecordRead(read);
    return isRead && asksForUndefined(read);
  }

  /** May an index be outside of its array or text? Of other objects anything may be missing. */
  function mayBeOutside(node: ts.ElementAccessExpression): boolean {
    const type = checker.getNonNullableType(checker.getTypeAtLocation(node.expression));
    const isList =
      types.isOnly(type, "array", "string") ||
      /^(Uint|Int|Float)\d+Array$/.test(types.libraryClass(type) ?? "");
    if (!isList) return isRecordRead(node);
    return !isPartOf(type, node.argumentExpression) && numbers.indexProof(node) !== "inBounds";
  }

  /** `pair[0]` of a tuple that has it */
  function isPartOf(type: ts.Type, index: ts.Expression): boolean {
    return ts.isNumericLiteral(index) && isElementOf(checker, type, Number(index.text));
  }

  /** `match[1]`: the group may have taken no part in the match. */
  function isGroupRead(node: ts.Expression): boolean {
    if (!ts.isElementAccessExpression(node)) return false;
    const isWhole = node.argumentExpression.getText() === "0";
    return (
      !isWhole && isMatch(checker.getNonNullableType(checker.getTypeAtLocation(node.expression)))
    );
  }

  /** Does a call reach a function of the program that returns what it finds in a record? */
  function mayGiveUndefined(call: ts.CallExpression): boolean {
    if (isStringifyOfNothing(call)) return true;
    const declaration = checker.getResolvedSignature(call)?.getDeclaration();
    if (!declaration || ts.isJSDocSignature(declaration) || !("body" in declaration)) return false;
    const known = answers.get(declaration);
    if (known !== undefined) return known;
    answers.set(declaration, false);
    const { body } = declaration;
    const answer = body ? returnsOf(body).some((value) => mayBeUndefined(value)) : false;
    answers.set(declaration, answer);
    return answer;
  }

  /** `JSON.stringify(undefined)` is undefined, though its type is string. */
  function isStringifyOfNothing(call: ts.CallExpression): boolean {
    if (!ts.isPropertyAccessExpression(call.expression) || !call.arguments[0]) return false;
    if (call.expression.name.text !== "stringify") return false;
    const kinds = kindsOf(call.arguments[0]);
    return kinds.has("undefined") || kinds.has("function") || kinds.has("symbol");
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
    return members.some((member) => isRecordType(checker, member)) && !isKeyRead(node);
  }

  function isAskedAt(node: ts.Expression, isRecord: boolean): boolean {
    const parent = outerParent(node);
    if (isKeyOfAsking(parent, node)) return true;
    if (isRecord && (isShown(parent, node) || isReturned(parent))) return true;
    if (isPrinted(node) || isForAnything(parent, node)) return true;
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

  /** `record[xs[i]!] ?? 0`: no key finds nothing, which is asked for. */
  function isKeyOfAsking(parent: ts.Node, node: ts.Expression): boolean {
    return (
      ts.isElementAccessExpression(parent) &&
      skipWrappers(parent.argumentExpression) === skipWrappers(node) &&
      isRecordRead(parent) &&
      asksForUndefined(parent)
    );
  }

  /** Is the value handed to code of the program that takes values of any type? */
  function isForAnything(parent: ts.Node, node: ts.Node): boolean {
    if (!ts.isCallExpression(parent) && !ts.isNewExpression(parent)) return false;
    const index = parent.arguments?.findIndex((arg) => skipWrappers(arg) === node) ?? -1;
    if (index < 0) return false;
    const declaration = checker.getResolvedSignature(parent)?.getDeclaration();
    if (!declaration || declaration.getSourceFile().isDeclarationFile) return false;
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

/** `field!: T`: the program says that it is set, and nobody knows. */
function isAsserted(checker: ts.TypeChecker, node: ts.Expression): boolean {
  if (!ts.isPropertyAccessExpression(node)) return false;
  const declaration = checker.getSymbolAtLocation(node.name)?.valueDeclaration;
  if (!declaration || !ts.isPropertyDeclaration(declaration)) return false;
  return declaration.exclamationToken !== undefined;
}

/** What a variable is declared with. */
function initializerOf(declaration: ts.Declaration): ts.Expression | undefined {
  if (!ts.isVariableDeclaration(declaration) || !declaration.initializer) return undefined;
  return skipWrappers(declaration.initializer);
}

/** `a ?? b` */
function isNullish(node: ts.Expression): node is ts.BinaryExpression {
  return (
    ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.QuestionQuestionToken
  );
}

function isReturned(parent: ts.Node): boolean {
  return ts.isReturnStatement(parent) || ts.isArrowFunction(parent);
}

/** The expressions that a function's body returns. */
function returnsOf(body: ts.Node): readonly ts.Expression[] {
  if (!ts.isBlock(body)) return [body as ts.Expression];
  const found: ts.Expression[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isFunctionLike(node) || ts.isClassLike(node)) return;
    if (ts.isReturnStatement(node) && node.expression) found.push(node.expression);
    ts.forEachChild(node, visit);
  };
  visit(body);
  return found;
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
