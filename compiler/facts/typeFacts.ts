import { ts } from "ts-morph";

/** What kind of run-time value a type admits. */
export type ValueKind =
  | "number"
  | "string"
  | "boolean"
  | "bigint"
  | "symbol"
  | "null"
  | "undefined"
  | "function"
  | "array"
  | "object"
  | "unknown";

/** Questions about types, answered once per type. */
export class TypeFacts {
  readonly checker: ts.TypeChecker;
  readonly #kinds = new Map<ts.Type, ReadonlySet<ValueKind>>();

  constructor(checker: ts.TypeChecker) {
    this.checker = checker;
  }

  /** The kinds of values that a type admits; `unknown` among them where nothing is known of a part. */
  kinds(type: ts.Type): ReadonlySet<ValueKind> {
    const known = this.#kinds.get(type);
    if (known) return known;
    const found = new Set<ValueKind>();
    this.#kinds.set(type, found);
    this.#collect(type, found);
    return found;
  }

  /** Is every value of the type of one of these kinds? `never` is of no kind. */
  isOnly(type: ts.Type, ...kinds: readonly ValueKind[]): boolean {
    const found = this.kinds(type);
    if (found.size === 0) return false;
    for (const kind of found) if (!kinds.includes(kind)) return false;
    return true;
  }

  mayBe(type: ts.Type, kind: ValueKind): boolean {
    const found = this.kinds(type);
    return found.has(kind) || found.has("unknown");
  }

  /** May the value be None at run time? */
  mayBeNone(type: ts.Type): boolean {
    return this.mayBe(type, "null") || this.mayBe(type, "undefined");
  }

  /** The type without null and undefined. */
  present(type: ts.Type): ts.Type {
    return this.checker.getNonNullableType(type);
  }

  /** The members of a union, or the type itself. */
  members(type: ts.Type): readonly ts.Type[] {
    return type.isUnion() ? type.types : [type];
  }

  isArray(type: ts.Type): boolean {
    return this.checker.isArrayType(type) || this.checker.isTupleType(type) || isMatch(type);
  }

  /**
   * The built-in class that a type is an instance of, by its name in lib.tsmp.d.ts: "Map", "Set",
   * "Uint8Array", ...; "Array" for every array and tuple. Undefined for the program's own types.
   */
  libraryClass(type: ts.Type): string | undefined {
    const apparent = this.constrained(type);
    if (this.isArray(apparent)) return "Array";
    const symbol = apparent.getSymbol();
    if (!symbol || !isLibrarySymbol(symbol)) return undefined;
    const { name } = symbol;
    if (name === "__type" || name === "__object") return undefined;
    return name.startsWith("Readonly") && name !== "Readonly"
      ? name.slice("Readonly".length)
      : name;
  }

  /** A type parameter's constraint; any other type itself. */
  constrained(type: ts.Type): ts.Type {
    if ((type.flags & ts.TypeFlags.Instantiable) === 0) return type;
    return this.checker.getBaseConstraintOfType(type) ?? type;
  }

  #collect(type: ts.Type, into: Set<ValueKind>): void {
    const { flags } = type;
    if (type.isUnion()) {
      for (const member of type.types) this.#collect(member, into);
    } else if (flags & ts.TypeFlags.NumberLike) into.add("number");
    else if (flags & ts.TypeFlags.StringLike) into.add("string");
    else if (flags & ts.TypeFlags.BooleanLike) into.add("boolean");
    else if (flags & ts.TypeFlags.BigIntLike) into.add("bigint");
    else if (flags & ts.TypeFlags.ESSymbolLike) into.add("symbol");
    else if (flags & ts.TypeFlags.Null) into.add("null");
    else if (flags & (ts.TypeFlags.Undefined | ts.TypeFlags.Void)) into.add("undefined");
    else if (flags & ts.TypeFlags.Never) return;
    else if (type.isIntersection()) this.#collectIntersection(type, into);
    else if (flags & ts.TypeFlags.Instantiable) this.#collectConstraint(type, into);
    else if (flags & ts.TypeFlags.Object) into.add(this.#objectKind(type));
    else into.add("unknown");
  }

  /** A branded primitive, `number & { brand }`, is the primitive. */
  #collectIntersection(type: ts.IntersectionType, into: Set<ValueKind>): void {
    for (const part of type.types) {
      if (part.flags & (ts.TypeFlags.Object | ts.TypeFlags.Unknown)) continue;
      this.#collect(part, into);
      return;
    }
    const objects = type.types.map((part) => this.#objectKind(part));
    into.add(objects.find((kind) => kind !== "object") ?? "object");
  }

  #collectConstraint(type: ts.Type, into: Set<ValueKind>): void {
    const constraint = this.checker.getBaseConstraintOfType(type);
    if (!constraint || constraint === type) into.add("unknown");
    else for (const kind of this.kinds(constraint)) into.add(kind);
  }

  #objectKind(type: ts.Type): ValueKind {
    if (this.isArray(type)) return "array";
    if (type.getCallSignatures().length > 0) return "function";
    if (type.getConstructSignatures().length > 0) return "function";
    return isEmptyObjectType(type, this.checker) ? "unknown" : "object";
  }
}

const matchTypes: ReadonlySet<string> = new Set([
  "RegExpMatchArray",
  "RegExpExecArray",
  "RegExpIndicesArray",
]);

/** What `exec` and `match` give: an array with `index`, `input` and `groups`. */
export function isMatch(type: ts.Type): boolean {
  const symbol = type.getSymbol();
  return symbol !== undefined && matchTypes.has(symbol.name) && isLibrarySymbol(symbol);
}

/** `{}` admits every value; so does `object` as far as its representation goes. */
function isEmptyObjectType(type: ts.Type, checker: ts.TypeChecker): boolean {
  if (type.flags & ts.TypeFlags.NonPrimitive) return true;
  const symbol = type.getSymbol();
  if (symbol && symbol.flags & (ts.SymbolFlags.Class | ts.SymbolFlags.ObjectLiteral)) return false;
  if (symbol && symbol.name !== "__type" && symbol.name !== "Object") return false;
  return (
    checker.getPropertiesOfType(type).length === 0 && checker.getIndexInfosOfType(type).length === 0
  );
}

/** Is a symbol declared by lib.tsmp.d.ts? */
export function isLibrarySymbol(symbol: ts.Symbol): boolean {
  return declaredIn(symbol, (file) => file.endsWith("/lib.tsmp.d.ts"));
}

/** Is it a declaration of a Python module's, in a stub of the package or in the user's own `.d.ts`? */
export function isOfPython(declaration: ts.Declaration | undefined): boolean {
  const file = declaration?.getSourceFile();
  return file?.isDeclarationFile === true && !file.fileName.endsWith("/lib.tsmp.d.ts");
}

/** Is a symbol declared by any stub of the package, or by the user's own `.d.ts`? */
export function isDeclarationFileSymbol(symbol: ts.Symbol): boolean {
  return declaredIn(symbol, (file) => file.endsWith(".d.ts"));
}

function declaredIn(symbol: ts.Symbol, matches: (file: string) => boolean): boolean {
  const declaration = symbol.valueDeclaration ?? symbol.declarations?.[0];
  return declaration !== undefined && matches(declaration.getSourceFile().fileName);
}

/**
 * The name under which a built-in is found: "Array.push", "ArrayConstructor.isArray", "Math.floor",
 * "parseInt"; symbols in brackets: "Array.[iterator]".
 */
export function libraryKey(symbol: ts.Symbol): string | undefined {
  if (!isLibrarySymbol(symbol) || symbol.name === "__index") return undefined;
  const declaration = symbol.valueDeclaration ?? symbol.declarations?.[0];
  const owner = declaration?.parent;
  const name = symbol.name.startsWith("__@")
    ? `[${symbol.name.slice(3).replace(/@\d+$/, "")}]`
    : symbol.name;
  if (owner && (ts.isInterfaceDeclaration(owner) || ts.isClassDeclaration(owner)) && owner.name) {
    const isStatic =
      ts.isClassDeclaration(owner) &&
      declaration !== undefined &&
      (ts.getCombinedModifierFlags(declaration) & ts.ModifierFlags.Static) !== 0;
    const ownerName = owner.name.text.replace(/^Readonly(?=Array|Map|Set)/, "");
    return `${ownerName}${isStatic ? "Constructor" : ""}.${name}`;
  }
  return name;
}

/** `Object.prototype.hasOwnProperty`, of which `call` asks as the method itself does. */
export function isHasOwnProperty(checker: ts.TypeChecker, node: ts.Expression): boolean {
  if (!ts.isPropertyAccessExpression(node)) return false;
  const symbol = checker.getSymbolAtLocation(node.name);
  return symbol !== undefined && libraryKey(symbol) === "Object.hasOwnProperty";
}
