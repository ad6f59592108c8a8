import { ts } from "ts-morph";

/**
 * Accessors that can be plain methods. A Python property makes every attribute store of its class
 * 5 to 13 times slower, so an accessor is a property only where an access may reach it through a type
 * that has a field of the same name.
 */
export interface AccessorFacts {
  /** Is every access of this accessor known to be one? */
  isMethod(symbol: ts.Symbol): boolean;
}

export function createAccessorFacts(
  checker: ts.TypeChecker,
  sourceFiles: readonly ts.SourceFile[],
  isKnownToAny: (name: string) => boolean,
): AccessorFacts {
  const members = new Map<string, ts.Symbol[]>();
  const known = new Map<ts.Symbol, boolean>();
  let isCollected = false;
  return {
    isMethod(symbol) {
      if (!isAccessor(symbol) || isDeclared(symbol)) return false;
      const answer = known.get(symbol) ?? decide(symbol);
      known.set(symbol, answer);
      return answer;
    },
  };

  function decide(symbol: ts.Symbol): boolean {
    if (!isCollected) for (const file of sourceFiles) collect(file);
    isCollected = true;
    // Through a value without type it is read as any property is; MicroPython's super() knows no properties.
    const isOfBase = sourceFiles.some((file) => file.text.includes(`super.${symbol.name}`));
    if (!isStatic(symbol) && !isOfBase && isKnownToAny(symbol.name)) return false;
    const owner = ownerType(symbol);
    const shape = accessorShape(symbol);
    return (members.get(symbol.name) ?? []).every((other) => {
      if (other === symbol) return true;
      if (isAccessor(other) && accessorShape(other) === shape) return true;
      // A class itself is not held where one of its instances is meant.
      if (isStatic(symbol) !== isStatic(other) && isOfClass(symbol) && isOfClass(other))
        return true;
      const otherOwner = ownerType(other);
      if (!owner || !otherOwner) return false;
      return !areRelated(owner, otherOwner);
    });
  }

  /** May a value of the one type be held by a variable of the other? */
  function areRelated(a: ts.Type, b: ts.Type): boolean {
    return checker.isTypeAssignableTo(a, b) || checker.isTypeAssignableTo(b, a);
  }

  /** All property declarations of the program by name. */
  function collect(node: ts.Node): void {
    const declares =
      ts.isPropertyDeclaration(node) ||
      ts.isPropertySignature(node) ||
      ts.isPropertyAssignment(node) ||
      ts.isShorthandPropertyAssignment(node) ||
      ts.isAccessor(node) ||
      ts.isMethodDeclaration(node) ||
      (ts.isParameter(node) && ts.isParameterPropertyDeclaration(node, node.parent));
    const name = declares ? node.name : undefined;
    if (name) {
      const symbol = propertySymbol(node as ts.Declaration);
      if (symbol) {
        const list = members.get(symbol.name);
        if (!list) members.set(symbol.name, [symbol]);
        else if (!list.includes(symbol)) list.push(symbol);
      }
    }
    ts.forEachChild(node, collect);
  }

  function propertySymbol(node: ts.Declaration): ts.Symbol | undefined {
    if (ts.isParameter(node) && ts.isIdentifier(node.name)) {
      return checker
        .getSymbolsOfParameterPropertyDeclaration(node, node.name.text)
        .find((symbol) => symbol.flags & ts.SymbolFlags.Property);
    }
    const name = ts.getNameOfDeclaration(node);
    return name && checker.getSymbolAtLocation(name);
  }

  function ownerType(symbol: ts.Symbol): ts.Type | undefined {
    const parent = symbol.declarations?.[0]?.parent;
    if (!parent) return undefined;
    if (ts.isConstructorDeclaration(parent)) return classType(parent.parent);
    if (ts.isClassLike(parent)) {
      return isStatic(symbol) ? staticType(parent) : classType(parent);
    }
    return checker.getTypeAtLocation(parent);
  }

  /** The type of the class itself, which has the static members. */
  function staticType(node: ts.ClassLikeDeclaration): ts.Type {
    const symbol = node.name && checker.getSymbolAtLocation(node.name);
    return symbol ? checker.getTypeOfSymbol(symbol) : checker.getTypeAtLocation(node);
  }

  function classType(node: ts.ClassLikeDeclaration): ts.Type | undefined {
    const symbol = checker.getTypeAtLocation(node).symbol;
    return symbol ? checker.getDeclaredTypeOfSymbol(symbol) : undefined;
  }
}

function isOfClass({ declarations }: ts.Symbol): boolean {
  const parent = declarations?.[0]?.parent;
  return parent !== undefined && (ts.isClassLike(parent) || ts.isConstructorDeclaration(parent));
}

function isStatic({ declarations }: ts.Symbol): boolean {
  const [first] = declarations ?? [];
  return (
    first !== undefined && (ts.getCombinedModifierFlags(first) & ts.ModifierFlags.Static) !== 0
  );
}

function isAccessor(symbol: ts.Symbol): boolean {
  return (symbol.flags & ts.SymbolFlags.Accessor) !== 0;
}

function isDeclared(symbol: ts.Symbol): boolean {
  const declaration = symbol.declarations?.[0];
  return (
    !declaration ||
    declaration.getSourceFile().isDeclarationFile ||
    !ts.isClassLike(declaration.parent) ||
    !ts.isAccessor(declaration)
  );
}

/** Static or not, readable, writable: accessors that override each other must agree in it. */
function accessorShape(symbol: ts.Symbol): number {
  return (symbol.flags & ts.SymbolFlags.Accessor) * 2 + (isStatic(symbol) ? 1 : 0);
}
