import { ts } from "ts-morph";
import { objectsForPython } from "../dictionaries.ts";
import { outerParent, skipWrappers } from "../syntax.ts";
import { isHasOwnProperty, libraryKey } from "../typeFacts.ts";
import { isPlain } from "./givenThrough.ts";
import { isOpaque, type ObjectNode, type ObjectNodes } from "./objectNode.ts";
import { deepest, type TypeFlows } from "./typeFlows.ts";

/**
 * The objects whose own property names, or the order of them, a program can see: those that are
 * printed, turned into JSON, enumerated, spread, asked with `in`, or have a property deleted.
 */
export class ObservedKeys {
  readonly #checker: ts.TypeChecker;
  readonly #nodes: ObjectNodes;
  readonly #flows: TypeFlows;
  /** Copying observes only if the copy is observed. */
  readonly #copies = new Map<ObjectNode, Set<ObjectNode>>();
  readonly #shallow = new Set<ObjectNode>();
  readonly #deep = new Set<ObjectNode>();
  /** Names under which properties are deleted; undefined among them where that is not known. */
  readonly #deleted = new Set<string | undefined>();
  readonly #copiedNodes = new Set<ObjectNode>();
  readonly #classes = new Set<ts.Symbol>();
  /** Types that were taken apart by a deep observation already. */
  readonly #walked = new Set<ts.Type>();

  constructor(checker: ts.TypeChecker, nodes: ObjectNodes, flows: TypeFlows) {
    this.#checker = checker;
    this.#nodes = nodes;
    this.#flows = flows;
  }

  has(node: ObjectNode): boolean {
    return this.#shallow.has(node);
  }

  /** Are all properties of such objects copied to others, or from others? */
  isCopied(node: ObjectNode): boolean {
    return this.#copiedNodes.has(node);
  }

  /** Are the values of the properties shown too, as text or JSON? */
  isShown(node: ObjectNode): boolean {
    return this.#deep.has(node);
  }

  /** Is the class itself shown, not just its instances? Any may be where values of unknown types are. */
  isClassShown(symbol: ts.Symbol): boolean {
    return this.#classes.has(symbol) || this.#deep.has(this.#nodes.any);
  }

  /** May properties of this name be deleted? */
  isDeleted(name: string): boolean {
    return this.#deleted.has(name) || this.#deleted.has(undefined);
  }

  /** Finds what observes in a file; all flows must be known. */
  collect(file: ts.SourceFile): void {
    const visit = (node: ts.Node): void => {
      this.#note(node);
      ts.forEachChild(node, visit);
    };
    visit(file);
  }

  #note(node: ts.Node): void {
    if (ts.isCallExpression(node) || ts.isNewExpression(node)) {
      // What Python takes as a dict is made into one, property by property.
      for (const each of objectsForPython(this.#checker, node)) this.#observe(each, true);
    }
    if (ts.isCallExpression(node)) this.#noteCall(node);
    else if (ts.isPropertyAccessExpression(node)) {
      // What is asked for its class must know whether it is an object literal.
      if (node.name.text === "constructor") this.#observe(node.expression);
      this.#noteHandedOn(node);
    } else if (ts.isForInStatement(node)) this.#observe(node.expression);
    else if (ts.isDeleteExpression(node)) this.#noteDelete(node);
    else if (ts.isSpreadAssignment(node)) this.#noteSpread(node);
    else if (ts.isObjectBindingPattern(node)) this.#noteRest(node);
    else if (
      ts.isBinaryExpression(node) &&
      node.operatorToken.kind === ts.SyntaxKind.InKeyword &&
      !ts.isPrivateIdentifier(node.left)
    ) {
      this.#ask(node.right);
    }
  }

  #noteCall(node: ts.CallExpression): void {
    const name = ts.isPropertyAccessExpression(node.expression)
      ? node.expression.name
      : node.expression;
    const symbol = this.#checker.getSymbolAtLocation(name);
    const key = (symbol && libraryKey(symbol)) ?? this.#keyOfValue(node);
    if (key === undefined) return;
    if (key === "print" || key.startsWith("Console.") || key === "structuredClone") {
      for (const argument of node.arguments) this.#observe(argument, true);
    } else if (key === "JSON.stringify") this.#observe(node.arguments[0], true);
    else if (key === "CallableFunction.call" || key === "Function.call") {
      // Object.prototype.hasOwnProperty.call(object, key)
      if (/\.hasOwnProperty\.call$/.test(node.expression.getText())) this.#ask(node.arguments[0]);
    } else if (key === "Object.hasOwnProperty") {
      if (ts.isPropertyAccessExpression(node.expression)) this.#ask(node.expression.expression);
    } else if (/^(Callable)?Function\.call$/.test(key)) {
      const callee = node.expression as ts.PropertyAccessExpression;
      if (isHasOwnProperty(this.#checker, callee.expression)) this.#ask(node.arguments[0]);
    } else if (key === "ObjectConstructor.assign") {
      for (const source of node.arguments) this.#copied(source);
      for (const source of node.arguments.slice(1)) this.#observe(source);
    } else if (key === "ObjectConstructor.hasOwn") this.#ask(node.arguments[0]);
    else if (/^ObjectConstructor\.(keys|values|entries)$/.test(key)) {
      if (isOnlyCounted(node) || isSortedKeys(node, key)) this.#ask(node.arguments[0]);
      else this.#observe(node.arguments[0]);
    }
  }

  /** `const keys = Object.keys; keys(object)` */
  #keyOfValue(node: ts.CallExpression): string | undefined {
    const declaration = this.#checker.getResolvedSignature(node)?.getDeclaration();
    if (!declaration || !ts.isMethodSignature(declaration)) return undefined;
    const symbol = this.#checker.getSymbolAtLocation(declaration.name);
    return symbol && libraryKey(symbol);
  }

  /** `values.forEach(console.log)` prints what the function is called with. */
  #noteHandedOn(node: ts.PropertyAccessExpression): void {
    const { parent } = node;
    if (ts.isCallExpression(parent) && parent.expression === node) return;
    const symbol = this.#checker.getSymbolAtLocation(node.name);
    const key = (symbol && libraryKey(symbol)) ?? "";
    if (!/^(Console\.|JSON\.stringify|ObjectConstructor\.)/.test(key)) return;
    const wanted = this.#checker.getContextualType(node);
    for (const signature of wanted
      ? this.#checker.getNonNullableType(wanted).getCallSignatures()
      : []) {
      for (const parameter of signature.parameters) {
        this.#walk(this.#checker.getTypeOfSymbol(parameter));
      }
    }
    this.#visit(this.#nodes.any, true);
  }

  #noteDelete(node: ts.DeleteExpression): void {
    const target = skipWrappers(node.expression);
    if (ts.isPropertyAccessExpression(target)) {
      this.#deleted.add(target.name.text);
      this.#ask(target.expression);
    } else if (ts.isElementAccessExpression(target)) {
      const key = target.argumentExpression;
      this.#deleted.add(ts.isStringLiteralLike(key) ? key.text : undefined);
      this.#ask(target.expression);
    }
  }

  /** `{ ...x }`: what x lacks, the copy lacks too. */
  #noteSpread(node: ts.SpreadAssignment): void {
    const { parent } = node;
    const isPattern = ts.isBinaryExpression(outerParent(parent)) && isTarget(parent);
    const source = this.#checker.getTypeAtLocation(node.expression);
    if (isPattern) return;
    this.#copied(node.expression);
    this.#copied(parent);
    const copy = this.#nodes.of(this.#checker.getTypeAtLocation(parent));
    for (const part of this.#flows.heldNodes(source)) {
      if (!copy || this.#isLoose(part)) this.#visit(part, false);
      else this.#copy(part, copy);
    }
  }

  /** Properties that may be missing must be looked up one by one. */
  #isLoose(node: ObjectNode): boolean {
    if (node.kind === "any" || node.kind === "parameter" || node.type.isIntersection()) return true;
    if (node.kind === "record") return false;
    return this.#checker
      .getPropertiesOfType(node.type)
      .some((property) => property.flags & ts.SymbolFlags.Optional);
  }

  #copy(source: ObjectNode, copy: ObjectNode): void {
    if (this.#shallow.has(copy)) this.#visit(source, false);
    const known = this.#copies.get(copy) ?? new Set();
    this.#copies.set(copy, known.add(source));
  }

  #noteRest(node: ts.ObjectBindingPattern): void {
    const rest = node.elements.find((element) => element.dotDotDotToken);
    if (!rest) return;
    const fallback = node.parent.initializer;
    for (const source of fallback ? [node, fallback] : [node]) {
      for (const part of this.#flows.heldNodes(this.#checker.getTypeAtLocation(source))) {
        this.#copiedNodes.add(part);
        this.#visit(part, false);
      }
    }
  }

  #copied(node: ts.Expression): void {
    const type = this.#checker.getTypeAtLocation(ts.isSpreadElement(node) ? node.expression : node);
    for (const part of this.#flows.heldNodes(type)) this.#copiedNodes.add(part);
  }

  /** A question about one name, or for the number of names: a record answers it without an order. */
  #ask(node: ts.Expression | undefined): void {
    if (!node) return;
    for (const found of this.#flows.heldNodes(this.#checker.getTypeAtLocation(node))) {
      if (found.kind !== "record") this.#visit(found, false);
      else
        for (const source of found.sources)
          if (source.kind !== "record") this.#visit(source, false);
    }
  }

  #observe(node: ts.Expression | undefined, deep = false): void {
    if (!node) return;
    const type = this.#checker.getTypeAtLocation(ts.isSpreadElement(node) ? node.expression : node);
    if (deep) this.#walk(type);
    else for (const found of this.#flows.heldNodes(type)) this.#visit(found, false);
  }

  /** Marks the objects of a type and all that they hold. */
  #walk(type: ts.Type, depth = 0): void {
    if (this.#walked.has(type) || isPlain(type) || depth > deepest) return;
    this.#walked.add(type);
    if (type.isUnion()) {
      for (const member of type.types) this.#walk(member, depth);
      return;
    }
    const node = this.#nodes.of(type);
    if (node) this.#visit(node, true);
    if (type.getConstructSignatures().length > 0 && type.symbol) this.#classes.add(type.symbol);
    if (isOpaque(this.#checker, type)) return;
    for (const part of this.#flows.partsOf(type)) this.#walk(part, depth + 1);
  }

  #visit(node: ObjectNode, deep: boolean): void {
    if ((deep ? this.#deep : this.#shallow).has(node)) return;
    this.#shallow.add(node);
    if (deep) {
      this.#deep.add(node);
      this.#walk(node.type);
    }
    for (const source of node.sources) this.#visit(source, deep);
    for (const source of this.#copies.get(node) ?? []) this.#visit(source, false);
  }
}

/** `Object.keys(x).length` */
function isOnlyCounted(node: ts.CallExpression): boolean {
  const parent = outerParent(node);
  return ts.isPropertyAccessExpression(parent) && parent.name.text === "length";
}

/** `Object.keys(x).sort()`: the keys are texts, each there once, so the order they had is lost. */
function isSortedKeys(node: ts.CallExpression, key: string): boolean {
  const access = outerParent(node);
  if (key !== "ObjectConstructor.keys" || !ts.isPropertyAccessExpression(access)) return false;
  const call = access.parent;
  const isSort = /^(sort|toSorted)$/.test(access.name.text) && ts.isCallExpression(call);
  return isSort && call.expression === access && call.arguments.length === 0;
}

/** Is an object literal the target of an assignment? */
function isTarget(node: ts.ObjectLiteralExpression): boolean {
  const parent = outerParent(node);
  return (
    ts.isBinaryExpression(parent) &&
    parent.operatorToken.kind === ts.SyntaxKind.EqualsToken &&
    parent.left === node
  );
}
