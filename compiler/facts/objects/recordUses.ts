import { ts } from "ts-morph";
import { isWritten } from "../bindings.ts";
import { skipWrappers } from "../syntax.ts";
import { isLibrarySymbol, libraryKey } from "../typeFacts.ts";
import { isPlain } from "./givenThrough.ts";
import { isOpaque, type ObjectNode, type ObjectNodes } from "./objectNode.ts";
import type { TupleRecords } from "./tupleRecords.ts";
import { deepest, type TypeFlows } from "./typeFlows.ts";

/** Finds the uses of objects that a tuple in their place could not serve. */
export class RecordUses {
  readonly #checker: ts.TypeChecker;
  readonly #nodes: ObjectNodes;
  readonly #flows: TypeFlows;
  readonly #tuples: TupleRecords;
  readonly #parts = new Map<ts.Type, readonly ObjectNode[]>();
  readonly #shown = new Set<ts.Type>();

  constructor(checker: ts.TypeChecker, nodes: ObjectNodes, flows: TypeFlows, tuples: TupleRecords) {
    this.#checker = checker;
    this.#nodes = nodes;
    this.#flows = flows;
    this.#tuples = tuples;
  }

  collect(file: ts.SourceFile): void {
    const visit = (node: ts.Node): void => {
      if (ts.isTypeNode(node) && !ts.isExpressionWithTypeArguments(node)) return;
      if (ts.isObjectBindingPattern(node)) this.#notePattern(node);
      else if (isTargetPattern(node)) this.#refuseAll(this.#checker.getTypeAtLocation(node));
      else if (ts.isExpression(node) && isValue(node)) this.#note(node);
      if (ts.isObjectLiteralExpression(node)) this.#noteMethods(node);
      if (ts.isCallExpression(node) || ts.isNewExpression(node)) this.#noteCall(node);
      ts.forEachChild(node, visit);
    };
    visit(file);
  }

  /** The objects that a type consists of, without what they hold. */
  #objectsOf(type: ts.Type): readonly ObjectNode[] {
    const known = this.#parts.get(type);
    if (known) return known;
    const found: ObjectNode[] = [];
    this.#parts.set(type, found);
    if (isPlain(type)) return found;
    const members = type.isUnion() ? type.types : [type];
    let others = 0;
    for (const member of members) {
      const node = this.#nodes.of(member);
      if (node) found.push(node);
      else if (!isNone(member)) others++;
      if (!node) this.#noteKeys(member);
    }
    for (const node of found) {
      this.#tuples.add(node);
      this.#tuples.unite(node, found[0]!);
      if (others > 0) this.#tuples.refuse(node);
    }
    return found;
  }

  /** Tuples are equal where objects are not: they are no keys and no members of sets. */
  #noteKeys(type: ts.Type): void {
    const { symbol } = type;
    if (!symbol || !/^(Readonly)?(Weak)?(Map|Set)$/.test(symbol.name)) return;
    if (!isLibrarySymbol(symbol)) return;
    const [key] = this.#checker.getTypeArguments(type as ts.TypeReference);
    if (key) this.#refuseAll(key);
  }

  #refuseAll(type: ts.Type): void {
    for (const node of this.#objectsOf(type)) this.#tuples.refuse(node);
    for (const node of this.#flows.heldNodes(type)) this.#tuples.refuse(node);
  }

  /** The objects of a type and all that they hold. */
  #refuseDeep(type: ts.Type, depth = 0): void {
    if (this.#shown.has(type) || isPlain(type) || depth > deepest) return;
    this.#shown.add(type);
    this.#refuseAll(type);
    const parts = type.isUnion() ? type.types : this.#flows.partsOf(type);
    for (const part of parts) this.#refuseDeep(part, depth + 1);
  }

  #note(node: ts.Expression): void {
    const type = this.#checker.getTypeAtLocation(node);
    if (becomesText(node)) this.#refuseAll(type);
    const objects = this.#objectsOf(type);
    if (objects.length === 0) return;
    const parent = node.parent;
    if (node.kind === ts.SyntaxKind.ThisKeyword) this.#refuse(objects);
    else if (ts.isPropertyAccessExpression(parent) && parent.expression === node) {
      if (isWritten(parent) || ts.isDeleteExpression(parent.parent)) this.#refuse(objects);
      for (const object of objects) this.#tuples.noteRead(object, parent.name.text);
    } else if (!this.#isPlainUse(node, parent)) this.#refuse(objects);
  }

  #refuse(objects: readonly ObjectNode[]): void {
    for (const object of objects) this.#tuples.refuse(object);
  }

  /** Is an object handed on, or just asked whether it is there? */
  #isPlainUse(node: ts.Expression, parent: ts.Node): boolean {
    if (ts.isBinaryExpression(parent)) return this.#isPlainOperand(node, parent);
    if (ts.isPrefixUnaryExpression(parent)) {
      return parent.operator === ts.SyntaxKind.ExclamationToken;
    }
    if (ts.isCallExpression(parent) || ts.isNewExpression(parent)) {
      return parent.expression !== node; // Arguments are looked at with the call.
    }
    if (ts.isForOfStatement(parent)) return parent.initializer === node;
    if (ts.isElementAccessExpression(parent)) return false;
    return handsOn.has(parent.kind);
  }

  #isPlainOperand(node: ts.Expression, parent: ts.BinaryExpression): boolean {
    const other = parent.left === node ? parent.right : parent.left;
    switch (parent.operatorToken.kind) {
      case ts.SyntaxKind.EqualsToken:
      case ts.SyntaxKind.QuestionQuestionEqualsToken:
      case ts.SyntaxKind.BarBarEqualsToken:
      case ts.SyntaxKind.AmpersandAmpersandEqualsToken:
      case ts.SyntaxKind.QuestionQuestionToken:
      case ts.SyntaxKind.BarBarToken:
      case ts.SyntaxKind.AmpersandAmpersandToken:
      case ts.SyntaxKind.CommaToken:
        return true;
      case ts.SyntaxKind.EqualsEqualsEqualsToken:
      case ts.SyntaxKind.EqualsEqualsToken:
      case ts.SyntaxKind.ExclamationEqualsEqualsToken:
      case ts.SyntaxKind.ExclamationEqualsToken:
        return isNone(this.#checker.getTypeAtLocation(other));
      default:
        return false;
    }
  }

  /** `{ name, show }` with a `show` that declares its `this`: that is the object. */
  #noteMethods(literal: ts.ObjectLiteralExpression): void {
    const wantsThis = literal.properties.some((property) => {
      const signatures = this.#checker.getTypeAtLocation(property).getCallSignatures();
      return signatures.some(
        (one) => one.getDeclaration()?.parameters[0]?.name.getText() === "this",
      );
    });
    if (wantsThis) this.#refuse(this.#objectsOf(this.#checker.getTypeAtLocation(literal)));
  }

  #notePattern(pattern: ts.ObjectBindingPattern): void {
    const objects = this.#objectsOf(this.#checker.getTypeAtLocation(pattern));
    for (const { dotDotDotToken, propertyName, name } of pattern.elements) {
      const taken = propertyName ?? name;
      if (dotDotDotToken || !ts.isIdentifier(taken)) this.#refuse(objects);
      else for (const object of objects) this.#tuples.noteRead(object, taken.text);
    }
  }

  /** What a built-in or a Python function is given as anything, it may look at. */
  #noteCall(node: ts.CallExpression | ts.NewExpression): void {
    const declaration = this.#checker.getResolvedSignature(node)?.getDeclaration();
    if (declaration && !declaration.getSourceFile().isDeclarationFile) return;
    const name = ts.isPropertyAccessExpression(node.expression) && node.expression.name;
    const symbol = this.#checker.getSymbolAtLocation(name || node.expression);
    const key = (symbol && libraryKey(symbol)) ?? "";
    const isLookedAt =
      looksAt.test(key) || (/\.(toS|s)ort(ed)?$/.test(key) && !node.arguments?.[0]);
    if (isLookedAt && ts.isPropertyAccessExpression(node.expression)) {
      this.#refuseAll(this.#checker.getTypeAtLocation(node.expression.expression));
    }
    node.arguments?.forEach((argument, index) => {
      const type = this.#checker.getTypeAtLocation(argument);
      if (!this.#isGeneric(declaration, index)) this.#refuseDeep(type);
      else if (isLookedAt) this.#refuseAll(type);
    });
  }

  /** Does a parameter keep the type of what it is given, as `push(item: T)` does? */
  #isGeneric(declaration: ts.SignatureDeclaration | undefined, index: number): boolean {
    const parameter = declaration?.parameters[index] ?? declaration?.parameters.at(-1);
    if (!parameter || !keepers.test(parameter.getSourceFile().fileName)) return false;
    const type = this.#checker.getTypeAtLocation(parameter);
    const wanted = parameter.dotDotDotToken ? (type.getNumberIndexType() ?? type) : type;
    return !isOpaque(this.#checker, wanted);
  }
}

/** Modules whose generic functions keep what they are given, and hand it on as it is. */
const keepers =
  /\/(lib\.tsmp|u?asyncio|_thread|threadsafe|primitives|asyn|apploop|u?collections|micropython)\.d\.ts$/;

/** Built-ins that compare or show the objects that they are given or hold. */
const looksAt =
  /^ObjectConstructor\.|^Array\.(includes|indexOf|lastIndexOf|join|toString|toLocaleString|flat)$|^(structuredClone|String)$|^StringConstructor|Function\.(call|apply|bind)$|^Console\.|^JSON\./;

const handsOn: ReadonlySet<ts.SyntaxKind> = new Set([
  ts.SyntaxKind.ParenthesizedExpression,
  ts.SyntaxKind.AsExpression,
  ts.SyntaxKind.TypeAssertionExpression,
  ts.SyntaxKind.SatisfiesExpression,
  ts.SyntaxKind.NonNullExpression,
  ts.SyntaxKind.VariableDeclaration,
  ts.SyntaxKind.Parameter,
  ts.SyntaxKind.BindingElement,
  ts.SyntaxKind.PropertyDeclaration,
  ts.SyntaxKind.PropertyAssignment,
  ts.SyntaxKind.ShorthandPropertyAssignment,
  ts.SyntaxKind.ArrayLiteralExpression,
  ts.SyntaxKind.ConditionalExpression,
  ts.SyntaxKind.ReturnStatement,
  ts.SyntaxKind.ArrowFunction,
  ts.SyntaxKind.YieldExpression,
  ts.SyntaxKind.AwaitExpression,
  ts.SyntaxKind.ExpressionStatement,
  ts.SyntaxKind.IfStatement,
  ts.SyntaxKind.WhileStatement,
  ts.SyntaxKind.DoStatement,
  ts.SyntaxKind.ForStatement,
  ts.SyntaxKind.VoidExpression,
]);

/** `${points}`, `points + ""` */
function becomesText({ parent }: ts.Node): boolean {
  if (ts.isTemplateSpan(parent)) return true;
  if (!ts.isBinaryExpression(parent)) return false;
  const { kind } = parent.operatorToken;
  return kind === ts.SyntaxKind.PlusToken || kind === ts.SyntaxKind.PlusEqualsToken;
}

function isNone(type: ts.Type): boolean {
  return (
    (type.flags &
      (ts.TypeFlags.Null | ts.TypeFlags.Undefined | ts.TypeFlags.Void | ts.TypeFlags.Never)) !==
    0
  );
}

/** `({ x, y } = point)` */
function isTargetPattern(node: ts.Node): boolean {
  if (!ts.isObjectLiteralExpression(node)) return false;
  return isWritten(node);
}

/** Is a node an expression that stands for a value, not for a name or a type? */
function isValue(node: ts.Expression): boolean {
  if (!ts.isIdentifier(node)) return !ts.isLiteralExpression(skipWrappers(node));
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent)) return parent.expression === node;
  if (ts.isShorthandPropertyAssignment(parent)) return true;
  return !("name" in parent && parent.name === node) && !ts.isExportSpecifier(parent);
}
