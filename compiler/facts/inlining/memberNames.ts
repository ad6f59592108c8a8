import { ts } from "ts-morph";

/** The members of the program by their name: fields, methods, accessors, properties of literals. */
export class MemberNames {
  readonly #checker: ts.TypeChecker;
  readonly #sourceFiles: readonly ts.SourceFile[];
  readonly #members = new Map<string, Set<ts.Symbol>>();
  readonly #assigned = new Set<string>();
  #isCollected = false;

  constructor(checker: ts.TypeChecker, sourceFiles: readonly ts.SourceFile[]) {
    this.#checker = checker;
    this.#sourceFiles = sourceFiles;
  }

  /** Is a member of a class what every access to it reaches: is it never overridden or replaced? */
  isSole(symbol: ts.Symbol): boolean {
    if (!this.#isCollected) for (const file of this.#sourceFiles) this.#collect(file);
    this.#isCollected = true;
    const isMethod = (symbol.flags & ts.SymbolFlags.Method) !== 0;
    if (isMethod && this.#assigned.has(symbol.name)) return false;
    const owner = this.#ownerOf(symbol);
    return [...(this.#members.get(symbol.name) ?? [])].every((other) => {
      // A generic class has a symbol of its own for every type that it is used with.
      if (other.declarations?.[0] === symbol.declarations?.[0]) return true;
      const otherOwner = this.#ownerOf(other);
      return owner && otherOwner ? !this.#areRelated(owner, otherOwner) : false;
    });
  }

  /** May a value of the one type be held by a variable of the other? */
  #areRelated(a: ts.Type, b: ts.Type): boolean {
    return this.#checker.isTypeAssignableTo(a, b) || this.#checker.isTypeAssignableTo(b, a);
  }

  #collect(node: ts.Node): void {
    if (isMember(node)) this.#add(node);
    if (ts.isBinaryExpression(node) && ts.isPropertyAccessExpression(node.left)) {
      const { kind } = node.operatorToken;
      const assigns = kind >= ts.SyntaxKind.FirstAssignment && kind <= ts.SyntaxKind.LastAssignment;
      if (assigns) this.#assigned.add(node.left.name.text);
    }
    ts.forEachChild(node, (child) => this.#collect(child));
  }

  #add(node: ts.Declaration): void {
    const symbol = ts.isParameter(node) ? this.#fieldOf(node) : this.#symbolOf(node);
    if (!symbol) return;
    const known = this.#members.get(symbol.name);
    if (known) known.add(symbol);
    else this.#members.set(symbol.name, new Set([symbol]));
  }

  #symbolOf(node: ts.Declaration): ts.Symbol | undefined {
    const name = ts.getNameOfDeclaration(node);
    return name && this.#checker.getSymbolAtLocation(name);
  }

  #fieldOf(node: ts.ParameterDeclaration): ts.Symbol | undefined {
    if (!ts.isIdentifier(node.name)) return undefined;
    return this.#checker
      .getSymbolsOfParameterPropertyDeclaration(node, node.name.text)
      .find((symbol) => symbol.flags & ts.SymbolFlags.Property);
  }

  #ownerOf(symbol: ts.Symbol): ts.Type | undefined {
    let owner = symbol.declarations?.[0]?.parent;
    if (owner && ts.isConstructorDeclaration(owner)) owner = owner.parent;
    if (!owner) return undefined;
    if (!ts.isClassLike(owner)) return this.#checker.getTypeAtLocation(owner);
    const type = this.#checker.getTypeAtLocation(owner).symbol;
    return type && this.#checker.getDeclaredTypeOfSymbol(type);
  }
}

function isMember(node: ts.Node): node is ts.Declaration {
  return (
    ts.isPropertyDeclaration(node) ||
    ts.isPropertySignature(node) ||
    ts.isMethodSignature(node) ||
    ts.isPropertyAssignment(node) ||
    ts.isShorthandPropertyAssignment(node) ||
    ts.isAccessor(node) ||
    ts.isMethodDeclaration(node) ||
    (ts.isParameter(node) && ts.isParameterPropertyDeclaration(node, node.parent))
  );
}
