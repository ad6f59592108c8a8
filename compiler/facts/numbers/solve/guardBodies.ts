import { ts } from "ts-morph";
import { MemberNames } from "../../inlining/memberNames.ts";
import { skipWrappers } from "../../syntax.ts";

/**
 * What a condition says that is put into words by a getter or a method without parameters:
 *
 *     get isEmpty() { return this.count === 0; }        if (this.isEmpty) ...
 */
export class GuardBodies {
  readonly #checker: ts.TypeChecker;
  readonly #members: MemberNames;
  readonly #known = new Map<ts.Symbol, ts.Expression | undefined>();

  constructor(checker: ts.TypeChecker, sources: readonly ts.SourceFile[]) {
    this.#checker = checker;
    this.#members = new MemberNames(checker, sources);
  }

  /** The expression that a condition on `this` stands for. */
  of(condition: ts.Expression): ts.Expression | undefined {
    const node = skipWrappers(condition);
    const access = ts.isCallExpression(node) ? skipWrappers(node.expression) : node;
    if (!ts.isPropertyAccessExpression(access) || ts.isOptionalChain(node)) return undefined;
    if (access.expression.kind !== ts.SyntaxKind.ThisKeyword) return undefined;
    const symbol = this.#checker.getSymbolAtLocation(access.name);
    const declaration = symbol?.valueDeclaration;
    if (!symbol || !declaration) return undefined;
    const isAsked = access === node ? ts.isGetAccessor : ts.isMethodDeclaration;
    if (!isAsked(declaration)) return undefined;
    if (!this.#known.has(symbol)) this.#known.set(symbol, this.#find(symbol, declaration));
    return this.#known.get(symbol);
  }

  #find(
    symbol: ts.Symbol,
    { parameters, body, modifiers }: ts.GetAccessorDeclaration | ts.MethodDeclaration,
  ): ts.Expression | undefined {
    const [only, more] = body?.statements ?? [];
    if (!only || more || parameters.length > 0 || !ts.isReturnStatement(only)) return undefined;
    const isOther = modifiers?.some(({ kind }) => kind !== ts.SyntaxKind.PrivateKeyword);
    return isOther || !this.#members.isSole(symbol) ? undefined : only.expression;
  }
}
