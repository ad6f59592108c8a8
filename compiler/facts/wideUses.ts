import { ts } from "ts-morph";
import { skipWrappers } from "./syntax.ts";
import { isLibrarySymbol } from "./typeFacts.ts";

/**
 * How many arguments a function may be given beyond its parameters. JavaScript drops them; a Python
 * function refuses them, so it gets parameters for them. Arguments are counted where a function is
 * used as a value of a type with more parameters, and where its class stands for an interface or
 * base class whose method has more.
 */
export class WideUses {
  readonly #checker: ts.TypeChecker;
  readonly #sourceFiles: readonly ts.SourceFile[];
  readonly #counts = new Map<ts.Node, number>();
  /** The least number of arguments that a call of the function, or of a type it stands for, gives. */
  readonly #fewest = new Map<ts.Node, number>();
  readonly #members = new Map<string, ts.SignatureDeclaration[]>();
  /** Functions that values of unknown type, or of any number of arguments, may stand for. */
  readonly #loose = new Set<ts.Node>();
  /** How many arguments methods of values of unknown type are given, by name. */
  readonly #looseCalls = new Map<string, Set<number>>();
  #isCollected = false;

  constructor(checker: ts.TypeChecker, sourceFiles: readonly ts.SourceFile[]) {
    this.#checker = checker;
    this.#sourceFiles = sourceFiles;
  }

  /** The greatest number of arguments that any use gives to the function. */
  argumentsOf(node: ts.SignatureDeclaration): number {
    this.#collectOnce();
    const asMember = ts.isMethodDeclaration(node) ? this.#asMember(node) : 0;
    return Math.max(this.#counts.get(node) ?? 0, asMember);
  }

  /** Does some use of the function give it fewer arguments than the greatest number? */
  mayBeGivenFewer(node: ts.SignatureDeclaration): boolean {
    // `await` calls `then` with two functions, the program with one.
    if (node.name && ts.isIdentifier(node.name) && node.name.text === "then") return true;
    const most = this.argumentsOf(node);
    const stoodFor = ts.isMethodDeclaration(node) ? this.#stoodForBy(node) : [];
    return [node, ...stoodFor].some((each) => (this.#fewest.get(each) ?? most) < most);
  }

  /** May a function be given any number of arguments, more or fewer than it declares? */
  isLoose(node: ts.SignatureDeclaration): boolean {
    this.#collectOnce();
    if (this.#loose.has(node)) return true;
    if (!ts.isMethodDeclaration(node) || !ts.isIdentifier(node.name)) return false;
    const counts = this.#looseCalls.get(node.name.text);
    return counts !== undefined && [...counts].some((n) => n !== node.parameters.length);
  }

  #collectOnce(): void {
    if (this.#isCollected) return;
    this.#isCollected = true;
    for (const file of this.#sourceFiles) this.#collect(file);
  }

  #collect(node: ts.Node): void {
    if (ts.isCallExpression(node)) {
      this.#countLooseCall(node);
      this.#countCall(node);
    }
    if (ts.isMethodSignature(node) || ts.isMethodDeclaration(node)) this.#addMember(node);
    if (ts.isPropertySignature(node) && node.type && ts.isFunctionTypeNode(node.type)) {
      this.#addMember(node.type, node.name);
    }
    if (isFunctionValue(node)) this.#countUse(node);
    if (ts.isDecorator(node)) this.#countDecorator(node);
    ts.forEachChild(node, (child) => this.#collect(child));
  }

  #addMember(
    node: ts.SignatureDeclaration,
    name: ts.PropertyName | ts.BindingName | undefined = node.name as ts.PropertyName,
  ): void {
    if (!name || !ts.isIdentifier(name)) return;
    const list = this.#members.get(name.text);
    if (list) list.push(node);
    else this.#members.set(name.text, [node]);
  }

  /** `value.name(a, b)` where nothing is known of the value. */
  #countLooseCall(node: ts.CallExpression): void {
    const callee = skipWrappers(node.expression);
    if (!ts.isPropertyAccessExpression(callee)) return;
    if ((this.#checker.getTypeAtLocation(callee).flags & ts.TypeFlags.Any) === 0) return;
    const count = node.arguments.some(ts.isSpreadElement) ? -1 : node.arguments.length;
    const counts = this.#looseCalls.get(callee.name.text) ?? new Set();
    this.#looseCalls.set(callee.name.text, counts.add(count));
  }

  /** A call of a function by its name, or of a method. */
  #countCall(node: ts.CallExpression): void {
    const called = this.#checker.getResolvedSignature(node)?.getDeclaration();
    if (!called || ts.isJSDocSignature(called) || called.getSourceFile().isDeclarationFile) return;
    if (!node.arguments.some(ts.isSpreadElement)) this.#noteFewest(called, node.arguments.length);
  }

  #noteFewest(node: ts.Node, count: number): void {
    this.#fewest.set(node, Math.min(this.#fewest.get(node) ?? count, count));
  }

  /** A mentioned function whose place wants a function of more parameters. */
  #countUse(node: ts.Expression): void {
    for (let place = node; ; place = place.parent as ts.Expression) {
      const contextual = this.#wantedAt(place);
      if (contextual) this.#countWantedType(node, contextual);
      if (!isWrapper(place.parent)) return;
    }
  }

  #countWantedType(node: ts.Expression, contextual: ts.Type): void {
    const type = this.#checker.getTypeAtLocation(node);
    const signature = type.getCallSignatures()[0] ?? type.getConstructSignatures()[0];
    const own = signature?.getDeclaration();
    if (!own || ts.isJSDocSignature(own)) return;
    if (isUnknown(contextual)) {
      if (!isShown(node)) this.#loose.add(own);
      return;
    }
    // A caller may use any of the overloads.
    const signatures = this.#checker.getNonNullableType(contextual).getCallSignatures();
    for (const wanted of signatures) this.#countWanted(own, wanted);
  }

  /** A decorator is given what it decorates and a context. */
  #countDecorator({ expression }: ts.Decorator): void {
    const [signature] = this.#checker.getTypeAtLocation(expression).getCallSignatures();
    const own = signature?.getDeclaration();
    if (own && !ts.isJSDocSignature(own)) {
      this.#counts.set(own, Math.max(this.#counts.get(own) ?? 0, 2));
    }
  }

  #countWanted(own: ts.SignatureDeclaration, wanted: ts.Signature): void {
    if (isFromLibrary(wanted)) return;
    const count = fixedParameters(wanted);
    if (count === undefined && this.#takesAny(wanted)) this.#loose.add(own);
    if (count === undefined) return;
    this.#counts.set(own, Math.max(this.#counts.get(own) ?? 0, count));
    this.#noteFewest(own, requiredParameters(wanted));
  }

  /** What a place wants; of a part of a literal for which nothing is known that is nothing either. */
  #wantedAt(node: ts.Expression): ts.Type | undefined {
    const own = this.#checker.getContextualType(node);
    if (own) return own;
    const { parent } = node;
    const literal = ts.isPropertyAssignment(parent) ? parent.parent : parent;
    if (!ts.isObjectLiteralExpression(literal) && !ts.isArrayLiteralExpression(literal)) {
      return undefined;
    }
    const wanted = this.#wantedAt(literal);
    return wanted && isUnknown(wanted) ? wanted : undefined;
  }

  /** `(...args: any[]) => void`: a list, no tuple that says how many there are. */
  #takesAny(signature: ts.Signature): boolean {
    const last = signature.parameters.at(-1);
    return last !== undefined && this.#checker.isArrayType(this.#checker.getTypeOfSymbol(last));
  }

  /** The most parameters of the same method in the types that the method's class stands for. */
  #asMember(node: ts.MethodDeclaration): number {
    const others = this.#stoodForBy(node);
    return Math.max(0, ...others.map((other) => other.parameters.length));
  }

  /** The same method in every type that the method's class stands for, where it has more parameters. */
  #stoodForBy(node: ts.MethodDeclaration): readonly ts.SignatureDeclaration[] {
    if (!ts.isIdentifier(node.name)) return [];
    const owner = this.#checker.getTypeAtLocation(node.parent);
    return (this.#members.get(node.name.text) ?? []).filter((other) => {
      if (other === node || other.parameters.length <= node.parameters.length) return false;
      if (other.parameters.some((p) => p.dotDotDotToken)) return false;
      const otherOwner = ts.isFunctionTypeNode(other) ? other.parent.parent : other.parent;
      return this.#checker.isTypeAssignableTo(owner, this.#checker.getTypeAtLocation(otherOwner));
    });
  }
}

function isFunctionValue(node: ts.Node): node is ts.Expression {
  const isNamed = ts.isIdentifier(node) || ts.isPropertyAccessExpression(node);
  const isLiteral = ts.isArrowFunction(node) || ts.isFunctionExpression(node);
  if (!isNamed && !isLiteral) return false;
  const { parent } = node;
  if (isLiteral) return true;
  if (ts.isPropertyAccessExpression(parent) && parent.name === node) return false;
  if (ts.isCallExpression(parent) || ts.isNewExpression(parent)) {
    return skipWrappers(parent.expression) !== node;
  }
  return (
    (ts.isPropertyAssignment(parent) ||
      ts.isVariableDeclaration(parent) ||
      ts.isBinaryExpression(parent) ||
      ts.isReturnStatement(parent) ||
      ts.isArrayLiteralExpression(parent) ||
      ts.isConditionalExpression(parent)) &&
    !isDeclarationName(node, parent)
  );
}

/** `(f as T)`, which may be wanted as another type yet. */
function isWrapper(node: ts.Node): boolean {
  return (
    ts.isParenthesizedExpression(node) || ts.isAsExpression(node) || ts.isSatisfiesExpression(node)
  );
}

function isUnknown(type: ts.Type): boolean {
  if (type.symbol?.name === "Function" && isLibrarySymbol(type.symbol)) return true;
  return (type.flags & (ts.TypeFlags.Any | ts.TypeFlags.Unknown | ts.TypeFlags.NonPrimitive)) !== 0;
}

/** Is it only printed? */
function isShown(node: ts.Node): boolean {
  const { parent } = node;
  if (!ts.isCallExpression(parent)) return false;
  const callee = skipWrappers(parent.expression);
  if (ts.isIdentifier(callee)) return /^(print|String)$/.test(callee.text);
  return (
    ts.isPropertyAccessExpression(callee) && /^(console|JSON)$/.test(callee.expression.getText())
  );
}

function isDeclarationName(node: ts.Node, parent: ts.Node): boolean {
  return "name" in parent && parent.name === node;
}

/** Built-ins whose callbacks are called by Python with all their arguments. */
const givesAllArguments =
  /^(Readonly)?(Map|Set)$|^(Promise|PromiseLike|PromiseConstructor|TypedArrayOf|TypedArrayConstructorOf)$/;

function isFromLibrary(signature: ts.Signature): boolean {
  const declaration = signature.getDeclaration() as ts.Declaration | undefined;
  if (!declaration) return true;
  if (!declaration.getSourceFile().fileName.endsWith("/lib.tsmp.d.ts")) return false;
  let owner: ts.Node = declaration;
  while (!ts.isSourceFile(owner) && !ts.isInterfaceDeclaration(owner)) owner = owner.parent;
  return ts.isSourceFile(owner) || !givesAllArguments.test(owner.name.text);
}

/** The number of parameters, undefined where a rest parameter takes any number. */
function fixedParameters(signature: ts.Signature): number | undefined {
  const hasRest = signature.parameters.some((symbol) => {
    const declaration = symbol.valueDeclaration;
    return declaration && ts.isParameter(declaration) && declaration.dotDotDotToken;
  });
  return hasRest ? undefined : signature.parameters.length;
}

/** How many arguments a caller by this type gives at least. */
function requiredParameters(signature: ts.Signature): number {
  const optional = signature.parameters.findIndex(({ valueDeclaration: declaration }) => {
    return declaration !== undefined && ts.isParameter(declaration) && isOptional(declaration);
  });
  return optional === -1 ? signature.parameters.length : optional;
}

function isOptional(parameter: ts.ParameterDeclaration): boolean {
  return parameter.questionToken !== undefined || parameter.initializer !== undefined;
}
