import { ts } from "ts-morph";
import { skipWrappers } from "./syntax.ts";

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
  readonly #members = new Map<string, ts.SignatureDeclaration[]>();
  #isCollected = false;

  constructor(checker: ts.TypeChecker, sourceFiles: readonly ts.SourceFile[]) {
    this.#checker = checker;
    this.#sourceFiles = sourceFiles;
  }

  /** The greatest number of arguments that any use gives to the function. */
  argumentsOf(node: ts.SignatureDeclaration): number {
    if (!this.#isCollected) {
      this.#isCollected = true;
      for (const file of this.#sourceFiles) this.#collect(file);
    }
    const asMember = ts.isMethodDeclaration(node) ? this.#asMember(node) : 0;
    return Math.max(this.#counts.get(node) ?? 0, asMember);
  }

  #collect(node: ts.Node): void {
    if (ts.isMethodSignature(node) || ts.isMethodDeclaration(node)) this.#addMember(node);
    if (ts.isPropertySignature(node) && node.type && ts.isFunctionTypeNode(node.type)) {
      this.#addMember(node.type, node.name);
    }
    if (isFunctionValue(node)) this.#countUse(node);
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

  /** A mentioned function whose place wants a function of more parameters. */
  #countUse(node: ts.Expression): void {
    const contextual = this.#checker.getContextualType(node);
    const wanted =
      contextual && this.#checker.getNonNullableType(contextual).getCallSignatures()[0];
    if (!wanted || isFromLibrary(wanted)) return;
    const count = fixedParameters(wanted);
    const own = this.#checker.getTypeAtLocation(node).getCallSignatures()[0]?.getDeclaration();
    if (!own || count === undefined || ts.isJSDocSignature(own)) return;
    this.#counts.set(own, Math.max(this.#counts.get(own) ?? 0, count));
  }

  /** The parameters of the same method in every type that the method's class stands for. */
  #asMember(node: ts.MethodDeclaration): number {
    if (!ts.isIdentifier(node.name)) return 0;
    const owner = this.#checker.getTypeAtLocation(node.parent);
    let most = 0;
    for (const other of this.#members.get(node.name.text) ?? []) {
      if (other === node || other.parameters.length <= most) continue;
      const otherOwner = ts.isFunctionTypeNode(other) ? other.parent.parent : other.parent;
      if (this.#checker.isTypeAssignableTo(owner, this.#checker.getTypeAtLocation(otherOwner))) {
        if (!other.parameters.some((p) => p.dotDotDotToken)) most = other.parameters.length;
      }
    }
    return most;
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
