import { ts } from "ts-morph";
import { isAssignmentOperator } from "../bindings.ts";
import { isForeign } from "../syntax.ts";
import { libraryKey } from "../typeFacts.ts";
import { isPlain } from "./givenThrough.ts";
import { implementationsOf } from "./implementationsOf.ts";
import { isLooseArgument } from "./looseArgument.ts";
import { isTakenApart } from "./madeAs.ts";
import { connect, isOpaque, type ObjectNodes } from "./objectNode.ts";
import type { TypeFlows } from "./typeFlows.ts";

/** What is known of the flow of objects, while it is being collected. */
export interface FlowCollection {
  readonly checker: ts.TypeChecker;
  readonly nodes: ObjectNodes;
  readonly flows: TypeFlows;
  /** Names of properties that are given undefined, not just left out. */
  readonly undefinedNames: Set<string>;
  /** Does the program get values of type `any` from somewhere, such as JSON.parse? */
  receivesAny: boolean;
}

/** Walks a file and notes wherever a value of one type is seen as another. */
export function collectFlows(collection: FlowCollection, file: ts.SourceFile): void {
  const { checker, flows } = collection;
  visit(file);

  function visit(node: ts.Node): void {
    if (ts.isTypeNode(node) && !ts.isExpressionWithTypeArguments(node)) return;
    note(node);
    ts.forEachChild(node, visit);
  }

  function note(node: ts.Node): void {
    if (ts.isCallExpression(node) || ts.isNewExpression(node)) noteCall(collection, node);
    else if (ts.isClassLike(node)) noteHeritage(node);
    else if (ts.isReturnStatement(node)) noteReturn(node.expression, node);
    else if (ts.isArrowFunction(node) && !ts.isBlock(node.body)) noteReturn(node.body, node.body);
    else if (ts.isThrowStatement(node)) flows.relate(typeOf(node.expression), checker.getAnyType());
    else if (ts.isForOfStatement(node)) noteLoop(node);
    if (isExpressionWithValue(node)) noteExpression(node);
    noteUndefined(node);
  }

  /** A property that is there and undefined: `{ a: undefined }`, a field without a value. */
  function noteUndefined(node: ts.Node): void {
    const isGiven = (value: ts.Node) => mayBeUndefined(typeOf(value));
    if (ts.isPropertyAssignment(node)) {
      if (isGiven(node.initializer)) collection.undefinedNames.add(nameText(node.name));
    } else if (ts.isShorthandPropertyAssignment(node)) {
      if (isGiven(node.name)) collection.undefinedNames.add(node.name.text);
    } else if (ts.isPropertyDeclaration(node)) {
      if (!node.initializer || isGiven(node.initializer)) {
        collection.undefinedNames.add(nameText(node.name));
      }
    } else if (ts.isParameter(node) && ts.isParameterPropertyDeclaration(node, node.parent)) {
      if (node.questionToken || isGiven(node)) collection.undefinedNames.add(node.name.getText());
    } else if (ts.isBinaryExpression(node) && isAssignmentOperator(node.operatorToken.kind)) {
      if (!isGiven(node.right)) return;
      if (ts.isPropertyAccessExpression(node.left)) {
        collection.undefinedNames.add(node.left.name.text);
      } else if (ts.isElementAccessExpression(node.left)) collection.undefinedNames.add("*");
    }
  }

  function typeOf(node: ts.Node): ts.Type {
    return checker.getTypeAtLocation(node);
  }

  /** An expression is seen as the type that is expected of it, and as the type of what it is part of. */
  function noteExpression(node: ts.Expression): void {
    const type = typeOf(node);
    if ((isPlain(type) && !isNone(type)) || isTakenApart(node.parent)) return;
    if (!isLooseArgument(checker, node)) {
      const expected = checker.getContextualType(node);
      if (expected) flowTo(node, type, expected);
    }
    noteDeclared(node);
    notePart(node, type);
    noteNarrowing(node, type);
  }

  function flowTo(node: ts.Expression, type: ts.Type, expected: ts.Type): void {
    const isRecordLiteral =
      ts.isObjectLiteralExpression(node) && collection.nodes.of(type)?.kind === "record";
    if (isRecordLiteral && type.isUnion()) return;
    flows.relate(type, expected);
  }

  /** The variable, property or target that takes the value: what it is declared as. */
  function noteDeclared(node: ts.Expression): void {
    const { parent } = node;
    if (
      (ts.isVariableDeclaration(parent) ||
        ts.isParameter(parent) ||
        ts.isPropertyDeclaration(parent) ||
        ts.isBindingElement(parent)) &&
      parent.initializer === node
    ) {
      const annotation = "type" in parent ? parent.type : undefined;
      flows.relate(typeOf(node), typeOf(annotation ?? parent.name));
    } else if (
      ts.isBinaryExpression(parent) &&
      isAssignmentOperator(parent.operatorToken.kind) &&
      parent.right === node
    ) {
      flows.relate(typeOf(node), typeOf(parent.left));
    } else if (ts.isAsExpression(parent) || ts.isTypeAssertionExpression(parent)) {
      flows.relate(typeOf(node), typeOf(parent));
    }
  }

  /** Branches and elements: the whole may have a wider type that leaves theirs out. */
  function notePart(node: ts.Expression, type: ts.Type): void {
    const { parent } = node;
    if (ts.isConditionalExpression(parent) && parent.condition !== node) {
      flows.relate(type, typeOf(parent));
    } else if (ts.isBinaryExpression(parent) && isLogical(parent.operatorToken.kind)) {
      flows.relate(type, typeOf(parent));
    } else if (ts.isArrayLiteralExpression(parent) && !ts.isSpreadElement(node)) {
      const element = typeOf(parent).getNumberIndexType();
      if (element) flows.relate(type, element);
    }
  }

  /** A value that a test shows to be more than its declaration says. */
  function noteNarrowing(node: ts.Expression, type: ts.Type): void {
    if (!ts.isIdentifier(node) && !ts.isPropertyAccessExpression(node)) return;
    const symbol = checker.getSymbolAtLocation(node);
    if (!symbol || (symbol.flags & (ts.SymbolFlags.Variable | ts.SymbolFlags.Property)) === 0)
      return;
    const declared = checker.getTypeOfSymbol(symbol);
    if (declared === type || isPlain(declared)) return;
    if (
      declared.isUnion() &&
      (type.isUnion() ? type.types : [type]).every((t) => declared.types.includes(t))
    )
      return;
    flows.relate(declared, type);
  }

  function noteHeritage(node: ts.ClassLikeDeclaration): void {
    const own = typeOf(node);
    const type = own.symbol && checker.getDeclaredTypeOfSymbol(own.symbol);
    for (const base of type?.getBaseTypes() ?? []) flows.relate(type!, base);
  }

  function noteReturn(value: ts.Expression | undefined, node: ts.Node): void {
    const owner = ts.findAncestor(node.parent, ts.isFunctionLike);
    const signature = owner && checker.getSignatureFromDeclaration(owner);
    if (!value || !signature) return;
    const type = checker.getReturnTypeOfSignature(signature);
    const isGenerator = "asteriskToken" in owner && owner.asteriskToken !== undefined;
    const [first, second] = typeArguments(type);
    if (isGenerator) {
      if (second) flows.relate(typeOf(value), second);
    } else if (type.symbol?.name === "Promise" && first) {
      flows.relate(checker.getAwaitedType(typeOf(value)) ?? typeOf(value), first);
    } else flows.relate(typeOf(value), type);
  }

  function typeArguments(type: ts.Type): readonly ts.Type[] {
    const isReference =
      type.flags & ts.TypeFlags.Object &&
      (type as ts.ObjectType).objectFlags & ts.ObjectFlags.Reference;
    return isReference ? checker.getTypeArguments(type as ts.TypeReference) : [];
  }

  function noteLoop(node: ts.ForOfStatement): void {
    if (ts.isVariableDeclarationList(node.initializer)) return;
    const element = typeOf(node.expression).getNumberIndexType();
    if (element) flows.relate(element, typeOf(node.initializer));
  }
}

/** Generic code sees its arguments as its parameters are declared; what it makes comes out again. */
function noteCall(collection: FlowCollection, node: ts.CallExpression | ts.NewExpression): void {
  const { checker, flows, nodes } = collection;
  const signature = checker.getResolvedSignature(node);
  const declaration = signature?.getDeclaration();
  const result = checker.getTypeAtLocation(node);
  if (!declaration || isForeign(declaration)) {
    if (isOpaque(checker, result)) collection.receivesAny = true;
    noteLibraryCall(collection, node, result);
    return;
  }
  const args = node.arguments ?? [];
  const called = declaration as ts.SignatureDeclaration;
  for (const one of [called, ...implementationsOf(called)]) relateArguments(one.parameters);
  if (ts.isNewExpression(node)) {
    const own = result.symbol && checker.getDeclaredTypeOfSymbol(result.symbol);
    if (own) flows.relate(own, result, "call");
    return;
  }
  flows.relate(
    checker.getReturnTypeOfSignature(checker.getSignatureFromDeclaration(called)!),
    result,
    "call",
  );

  function relateArguments(parameters: readonly ts.ParameterDeclaration[]): void {
    parameters.forEach((parameter, index) => {
      const declared = checker.getTypeAtLocation(parameter);
      const given = parameter.dotDotDotToken ? args.slice(index) : args.slice(index, index + 1);
      const wanted = parameter.dotDotDotToken
        ? (declared.getNumberIndexType() ?? declared)
        : declared;
      for (const argument of given) {
        if (ts.isSpreadElement(argument)) continue;
        const type = checker.getTypeAtLocation(argument);
        const literal = ts.isObjectLiteralExpression(argument) && nodes.of(type)?.kind === "record";
        if (!literal || wanted.flags & ts.TypeFlags.Instantiable)
          flows.relate(type, wanted, "call");
      }
    });
  }
}

/** Built-ins that hand objects on under another type. */
function noteLibraryCall(
  { checker, flows, nodes }: FlowCollection,
  node: ts.CallExpression | ts.NewExpression,
  result: ts.Type,
): void {
  const name = ts.isPropertyAccessExpression(node.expression)
    ? node.expression.name
    : node.expression;
  const symbol = checker.getSymbolAtLocation(name);
  const key = symbol && libraryKey(symbol);
  const [first, ...more] = node.arguments ?? [];
  if (!key || !first) return;
  const type = checker.getTypeAtLocation(first);
  if (key === "ObjectConstructor.assign") {
    // An intersection with null or undefined is never: nothing is seen through that.
    const seen = result.flags & ts.TypeFlags.Never ? checker.getContextualType(node) : result;
    flows.relate(type, seen ?? checker.getAnyType());
    for (const source of more) relateProperties(checker.getTypeAtLocation(source), result);
  } else if (key === "ObjectConstructor.freeze" || key === "ObjectConstructor.seal") {
    flows.relate(type, result);
  } else if (key === "ObjectConstructor.values" || key === "ObjectConstructor.entries") {
    const element = result.getNumberIndexType();
    const held =
      key.endsWith("entries") && element
        ? checker.getTypeArguments(element as ts.TypeReference)[1]
        : element;
    if (held) for (const part of flows.partsOf(type)) flows.relate(part, held);
  } else if (key === "structuredClone") connect(nodes.of(type), nodes.of(result));

  function relateProperties(source: ts.Type, target: ts.Type): void {
    for (const property of checker.getPropertiesOfType(source)) {
      const other = checker.getPropertyOfType(target, property.name);
      if (other) flows.relate(checker.getTypeOfSymbol(property), checker.getTypeOfSymbol(other));
    }
  }
}

function isNone(type: ts.Type): boolean {
  return (type.flags & (ts.TypeFlags.Null | ts.TypeFlags.Undefined)) !== 0;
}

function mayBeUndefined(type: ts.Type): boolean {
  const undefinedLike =
    ts.TypeFlags.Undefined | ts.TypeFlags.Void | ts.TypeFlags.Any | ts.TypeFlags.Unknown;
  return (type.isUnion() ? type.types : [type]).some((t) => (t.flags & undefinedLike) !== 0);
}

function nameText(name: ts.PropertyName): string {
  return ts.isComputedPropertyName(name) ? "*" : name.text;
}

function isLogical(kind: ts.SyntaxKind): boolean {
  return (
    kind === ts.SyntaxKind.BarBarToken ||
    kind === ts.SyntaxKind.AmpersandAmpersandToken ||
    kind === ts.SyntaxKind.QuestionQuestionToken
  );
}

/** Is a node an expression that stands for a value, not for a name or an assignment's target? */
function isExpressionWithValue(node: ts.Node): node is ts.Expression {
  if (!ts.isExpression(node)) return false;
  if (ts.isIdentifier(node)) {
    const { parent } = node;
    if (ts.isPropertyAccessExpression(parent)) return parent.expression === node;
    if (ts.isShorthandPropertyAssignment(parent)) return true;
    if ("name" in parent && parent.name === node) return false;
    return !ts.isLabeledStatement(parent) && !ts.isBreakOrContinueStatement(parent);
  }
  return !ts.isLiteralExpression(node) && !ts.isExpressionWithTypeArguments(node);
}
