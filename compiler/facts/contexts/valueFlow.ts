import { ts } from "ts-morph";
import { skipWrappers } from "../syntax.ts";
import { constructorOf, type FunctionUnit, isFunctionUnit, type Unit } from "./units.ts";
import {
  addingElements,
  callingBack,
  declaredSymbol,
  elementsOf,
  readingElements,
} from "./valuePlaces.ts";

/**
 * Which functions and objects of the program an expression may give. Flow-insensitive: a variable,
 * parameter or property may hold all that is ever put into it. What comes from elsewhere is left out,
 * so a rule over the result misses rather than accuses.
 */
export class ValueFlow {
  readonly #checker: ts.TypeChecker;
  /** What is put into a variable, parameter or property. */
  readonly #stored = new Map<ts.Symbol, ts.Expression[]>();
  /** What is put into an array, by the symbol of the array. */
  readonly #elements = new Map<ts.Symbol, ts.Expression[]>();
  /** `for (const x of xs)`: the arrays whose elements a variable holds. */
  readonly #iterated = new Map<ts.Symbol, ts.Expression[]>();
  readonly #returned = new Map<ts.Node, ts.Expression[]>();
  readonly #overrides = new Map<ts.Symbol, FunctionUnit[]>();
  readonly #classes: ts.ClassLikeDeclaration[] = [];
  readonly #objects: ts.ObjectLiteralExpression[] = [];

  constructor(checker: ts.TypeChecker, sourceFiles: readonly ts.SourceFile[]) {
    this.#checker = checker;
    for (const file of sourceFiles) this.#collect(file);
    for (const file of sourceFiles) this.#collectArguments(file);
  }

  /** The classes of the program. */
  get classes(): readonly ts.ClassLikeDeclaration[] {
    return this.#classes;
  }

  /** The functions that an expression may give. */
  of(node: ts.Expression): ReadonlySet<Unit> {
    const found = new Set<ts.Node>();
    this.#trace(node, found, new Set());
    return new Set([...found].filter(isFunctionUnit));
  }

  /** The places where the object that an expression gives may have been made: a literal, `new` or a call. */
  objectsOf(node: ts.Expression): ReadonlySet<ts.Node> {
    const found = new Set<ts.Node>();
    this.#trace(node, found, new Set());
    return found;
  }

  #trace(node: ts.Expression, into: Set<ts.Node>, seen: Seen): void {
    const bare = skipWrappers(node);
    if (seen.has(bare)) return;
    seen.add(bare);
    if (isMaking(bare)) into.add(bare);
    else if (ts.isConditionalExpression(bare)) {
      this.#trace(bare.whenTrue, into, seen);
      this.#trace(bare.whenFalse, into, seen);
    } else if (ts.isBinaryExpression(bare)) {
      this.#trace(bare.left, into, seen);
      this.#trace(bare.right, into, seen);
    } else if (ts.isCallExpression(bare)) this.#traceCall(bare, into, seen);
    else if (ts.isElementAccessExpression(bare)) this.#traceElements(bare.expression, into, seen);
    else if (ts.isIdentifier(bare)) this.#traceSymbol(this.symbolAt(bare), into, seen);
    else if (ts.isPropertyAccessExpression(bare)) {
      this.#traceSymbol(this.symbolAt(bare.name), into, seen);
    }
  }

  #traceElements(list: ts.Expression, into: Set<ts.Node>, seen: Seen): void {
    for (const symbol of this.#holdersOf(list)) {
      for (const value of this.#elements.get(symbol) ?? []) this.#trace(value, into, seen);
    }
    for (const made of this.objectsOf(list)) {
      for (const element of elementsOf(made)) this.#trace(element, into, seen);
    }
  }

  #traceCall(call: ts.CallExpression, into: Set<ts.Node>, seen: Seen): void {
    const callee = skipWrappers(call.expression);
    if (ts.isPropertyAccessExpression(callee)) {
      if (callee.name.text === "bind") {
        this.#trace(callee.expression, into, seen);
        return;
      }
      // `handlers.get(name)`, `handlers.values()`: what was put there, and where it is no Map the call itself.
      if (readingElements.has(callee.name.text) && this.#isLibraryMethod(callee)) {
        this.#traceElements(callee.expression, into, seen);
        return;
      }
    }
    const units = this.of(callee);
    if (units.size === 0) into.add(call);
    for (const unit of units) {
      for (const value of this.#returned.get(unit) ?? []) this.#trace(value, into, seen);
    }
  }

  /** The variables and properties that hold a collection, or collections of it: `(table[name] ??= [])`, `map.get(name)!`. */
  #holdersOf(list: ts.Expression): readonly ts.Symbol[] {
    const bare = skipWrappers(list);
    if (ts.isBinaryExpression(bare)) {
      return [...this.#holdersOf(bare.left), ...this.#holdersOf(bare.right)];
    }
    if (ts.isElementAccessExpression(bare)) return this.#holdersOf(bare.expression);
    if (ts.isCallExpression(bare)) {
      const callee = skipWrappers(bare.expression);
      return ts.isPropertyAccessExpression(callee) ? this.#holdersOf(callee.expression) : [];
    }
    const symbol = this.symbolAt(bare);
    return symbol ? [symbol] : [];
  }

  #isLibraryMethod({ name }: ts.PropertyAccessExpression): boolean {
    const file = this.#checker.getSymbolAtLocation(name)?.declarations?.[0]?.getSourceFile();
    return file?.fileName.endsWith("/lib.tsmp.d.ts") ?? false;
  }

  #traceSymbol(symbol: ts.Symbol | undefined, into: Set<ts.Node>, seen: Seen): void {
    if (!symbol || seen.has(symbol)) return;
    seen.add(symbol);
    for (const declaration of symbol.declarations ?? []) {
      if (isFunctionUnit(declaration)) into.add(declaration);
    }
    for (const method of this.#implementations(symbol)) into.add(method);
    for (const value of this.#stored.get(symbol) ?? []) this.#trace(value, into, seen);
    for (const list of this.#iterated.get(symbol) ?? []) this.#traceElements(list, into, seen);
  }

  /** The methods that a call of this one may run besides: overrides, and those behind an interface. */
  #implementations(symbol: ts.Symbol): readonly FunctionUnit[] {
    const known = this.#overrides.get(symbol);
    if (known) return known;
    const found: FunctionUnit[] = [];
    this.#overrides.set(symbol, found);
    const owner = symbol.declarations?.[0]?.parent;
    const isMember = owner && (ts.isClassLike(owner) || ts.isInterfaceDeclaration(owner));
    if (!isMember) return found;
    const type = this.#checker.getTypeAtLocation(owner);
    for (const node of [...this.#classes, ...this.#objects]) {
      const member = (ts.isClassLike(node) ? node.members : node.properties).find(
        (m) => m.name && ts.isIdentifier(m.name) && m.name.text === symbol.name,
      );
      if (!member || node === owner) continue;
      if (!this.#checker.isTypeAssignableTo(this.#checker.getTypeAtLocation(node), type)) continue;
      if (isFunctionUnit(member)) found.push(member);
      else if ("initializer" in member && member.initializer) {
        for (const unit of this.of(member.initializer)) {
          if (isFunctionUnit(unit)) found.push(unit);
        }
      }
    }
    return found;
  }

  /** What `new C()` runs, base classes first to last. */
  constructors(callee: ts.Expression): readonly Unit[] {
    const symbol = this.symbolAt(skipWrappers(callee));
    const declaration = symbol?.declarations?.find(ts.isClassLike);
    if (!declaration || declaration.getSourceFile().isDeclarationFile) return [];
    const base = declaration.heritageClauses?.find((c) => c.token === ts.SyntaxKind.ExtendsKeyword);
    const above = base?.types[0] ? this.constructors(base.types[0].expression) : [];
    return [...above, constructorOf(declaration)];
  }

  /** The symbol that a name stands for, imports followed to their end. */
  symbolAt(node: ts.Node): ts.Symbol | undefined {
    const symbol =
      ts.isIdentifier(node) && ts.isShorthandPropertyAssignment(node.parent)
        ? this.#checker.getShorthandAssignmentValueSymbol(node.parent)
        : this.#checker.getSymbolAtLocation(ts.isPropertyAccessExpression(node) ? node.name : node);
    if (!symbol) return undefined;
    if (symbol.flags & ts.SymbolFlags.Alias) return this.#checker.getAliasedSymbol(symbol);
    return declaredSymbol(this.#checker, symbol);
  }

  #collect(node: ts.Node): void {
    if (ts.isClassLike(node)) this.#classes.push(node);
    else if (ts.isObjectLiteralExpression(node)) this.#objects.push(node);
    else if (ts.isReturnStatement(node) && node.expression) this.#return(node, node.expression);
    else if (ts.isArrowFunction(node) && !ts.isBlock(node.body)) this.#return(node.body, node.body);
    else if (ts.isShorthandPropertyAssignment(node)) this.#store(node, node.name);
    else if (hasInitializer(node)) this.#store(node, node.initializer);
    else if (ts.isBinaryExpression(node) && isAssignment(node.operatorToken.kind)) {
      const left = skipWrappers(node.left);
      if (ts.isElementAccessExpression(left)) {
        for (const holder of this.#holdersOf(left.expression))
          push(this.#elements, holder, node.right);
      }
      const symbol = this.symbolAt(left);
      if (symbol) push(this.#stored, symbol, node.right);
    }
    if (ts.isForOfStatement(node) && ts.isVariableDeclarationList(node.initializer)) {
      const name = node.initializer.declarations[0]!.name;
      const symbol = this.#checker.getSymbolAtLocation(name);
      if (symbol) push(this.#iterated, symbol, node.expression);
    }
    ts.forEachChild(node, (child) => this.#collect(child));
  }

  #store(node: ts.Node & { readonly name?: ts.Node }, value: ts.Expression): void {
    const symbol = node.name && this.#checker.getSymbolAtLocation(node.name);
    if (!symbol) return;
    push(this.#stored, symbol, value);
    const propertyType = ts.isObjectLiteralElementLike(node) && ts.isExpression(node.parent);
    if (!propertyType) return;
    // What is put into a literal is read through the property of the type that is asked for.
    const type = this.#checker.getContextualType(node.parent as ts.Expression);
    const declared = type && this.#checker.getPropertyOfType(type, symbol.name);
    if (declared && declared !== symbol) push(this.#stored, declared, value);
  }

  #return(at: ts.Node, value: ts.Expression): void {
    let owner: ts.Node = at.parent;
    while (!isFunctionUnit(owner)) {
      if (ts.isSourceFile(owner)) return;
      owner = owner.parent;
    }
    push(this.#returned, owner, value);
  }

  #collectArguments(node: ts.Node): void {
    if (ts.isCallExpression(node) || ts.isNewExpression(node)) this.#passArguments(node);
    ts.forEachChild(node, (child) => this.#collectArguments(child));
  }

  /** Arguments flow into parameters, and what is pushed into the array. */
  #passArguments(call: ts.CallExpression | ts.NewExpression): void {
    const args = call.arguments ?? [];
    if (args.length === 0) return;
    const callee = skipWrappers(call.expression);
    if (ts.isPropertyAccessExpression(callee)) this.#passElements(callee, args);
    const declaration = this.#checker.getResolvedSignature(call)?.declaration;
    if (!declaration || !ts.isFunctionLike(declaration)) return;
    if (!declaration.getSourceFile().isDeclarationFile) this.#pass(args, declaration);
  }

  /** `list.push(f)`, `map.set(name, f)`; `list.forEach((f) => ...)` */
  #passElements(callee: ts.PropertyAccessExpression, args: readonly ts.Expression[]): void {
    const method = callee.name.text;
    if (addingElements.has(method)) {
      for (const list of this.#holdersOf(callee.expression)) {
        for (const arg of args) push(this.#elements, list, arg);
      }
    }
    const at = callingBack.get(method);
    if (at === undefined || !this.#isLibraryMethod(callee)) return;
    for (const unit of this.of(args[0]!)) {
      const parameter = ts.isFunctionLike(unit) ? unit.parameters[at] : undefined;
      const symbol = parameter && this.#checker.getSymbolAtLocation(parameter.name);
      if (symbol) push(this.#iterated, symbol, callee.expression);
    }
  }

  #pass(args: readonly ts.Expression[], to: ts.SignatureDeclaration): void {
    for (const [at, parameter] of to.parameters.entries()) {
      if (parameter.dotDotDotToken) continue;
      const symbol = this.#checker.getSymbolAtLocation(parameter.name);
      const value = args[at];
      if (!symbol || !value) continue;
      push(this.#stored, symbol, value);
      if (!ts.isParameterPropertyDeclaration(parameter, to)) continue;
      const type = this.#checker.getTypeAtLocation(to.parent);
      const property = this.#checker.getPropertyOfType(type, symbol.name);
      if (property) push(this.#stored, property, value);
    }
  }

  /** `start_new_thread(f, [a, b])`, `unblock(f, a, b)`: what the stub's function hands on. */
  passOn(call: ts.CallExpression, handler: ts.Expression, units: Iterable<Unit>): void {
    const rest = call.arguments.slice(call.arguments.indexOf(handler) + 1);
    const first = rest[0] && skipWrappers(rest[0]);
    const args = first && ts.isArrayLiteralExpression(first) ? first.elements : rest;
    for (const unit of units) if (ts.isFunctionLike(unit)) this.#pass(args, unit);
  }
}

type Seen = Set<ts.Node | ts.Symbol>;

function isMaking(node: ts.Node): boolean {
  return (
    isFunctionUnit(node) ||
    ts.isNewExpression(node) ||
    ts.isArrayLiteralExpression(node) ||
    ts.isObjectLiteralExpression(node)
  );
}

function hasInitializer(
  node: ts.Node,
): node is ts.Node & { readonly name: ts.Node; readonly initializer: ts.Expression } {
  return (
    (ts.isVariableDeclaration(node) ||
      ts.isPropertyDeclaration(node) ||
      ts.isPropertyAssignment(node) ||
      ts.isParameter(node)) &&
    node.initializer !== undefined
  );
}

function isAssignment(kind: ts.SyntaxKind): boolean {
  switch (kind) {
    case ts.SyntaxKind.EqualsToken:
    case ts.SyntaxKind.QuestionQuestionEqualsToken:
    case ts.SyntaxKind.BarBarEqualsToken:
    case ts.SyntaxKind.AmpersandAmpersandEqualsToken:
      return true;
    default:
      return false;
  }
}

function push<Key, Value>(into: Map<Key, Value[]>, key: Key, value: Value): void {
  const list = into.get(key);
  if (list) list.push(value);
  else into.set(key, [value]);
}
